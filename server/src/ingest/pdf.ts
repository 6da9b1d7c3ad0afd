import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { HttpError } from '../http/error.js'
import { LIMITS } from './limits.js'
import type { See } from './read-document.js'

/** Tables of Chinese encodings and of standard fonts lie beside the library. */
const FOLDER = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

interface Item {
  readonly str: string
  readonly hasEOL: boolean
}

/** The text layer of a PDF file, page by page; a page break ends each. */
export async function* pdfText(bytes: Uint8Array, see: See): AsyncIterable<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    // The library takes the bytes for itself.
    data: new Uint8Array(bytes),
    cMapUrl: join(FOLDER, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(FOLDER, 'standard_fonts') + sep,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    const file = await task.promise.catch((error: unknown) => {
      throw new HttpError(isNamed(error, 'PasswordException') ? 'ingest.encrypted' : 'ingest.broken')
    })
    if (file.numPages > LIMITS.pages)
      throw new HttpError('ingest.too-large', { megabytes: `${file.numPages} 页 pages`, most: LIMITS.pages })
    let read = 0
    for (let n = 1; n <= file.numPages; n += 1) {
      const page = await file.getPage(n).catch(() => {
        throw new HttpError('ingest.broken')
      })
      const { items } = await page.getTextContent()
      const text = items.map((item) => lineOf(item as Item)).join('')
      read += text.trim().length
      page.cleanup()
      yield `${text}\n\f`
      see({ share: n / file.numPages, pages: { read: n, of: file.numPages } })
    }
    if (read === 0) throw new HttpError('ingest.no-text-layer')
  } finally {
    await task.destroy()
  }
}

function lineOf({ str, hasEOL }: Item): string {
  return hasEOL ? `${str}\n` : str
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name
}
