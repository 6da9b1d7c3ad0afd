import { SaxesParser } from 'saxes'
import { HttpError } from '../http/error.js'
import { unzip } from '../imports/zip.js'
import { LIMITS } from './limits.js'

const DOCUMENT = 'word/document.xml'
/** What was deleted, and what stands a second time for older software. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText'])
const PIECE = 64 * 1024

/** The text of a DOCX file: a line a paragraph. Running heads and feet lie in files of their own and are left out. */
export function docxText(bytes: Uint8Array): string {
  const xml = unpacked(bytes)
  if (xml.length > LIMITS.xmlBytes)
    throw new HttpError('ingest.too-large', {
      megabytes: Math.ceil(xml.length / 1024 / 1024),
      most: LIMITS.xmlBytes / 1024 / 1024,
    })
  const parts: string[] = []
  let out = 0
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (LEFT_OUT.has(name)) out += 1
    if (name === 'w:t') inText = true
    if (out > 0) return
    if (name === 'w:tab') parts.push(' ')
    else if (name === 'w:br' || name === 'w:cr') parts.push('\n')
  })
  parser.on('closetag', ({ name }) => {
    if (LEFT_OUT.has(name)) out -= 1
    if (name === 'w:t') inText = false
    else if (name === 'w:p') parts.push('\n\n')
  })
  parser.on('text', (text) => {
    if (inText && out === 0) parts.push(text)
  })
  parser.on('error', () => {
    throw new HttpError('ingest.broken')
  })
  const decoder = new TextDecoder()
  for (let at = 0; at < xml.length; at += PIECE)
    parser.write(decoder.decode(xml.subarray(at, at + PIECE), { stream: true }))
  parser.close()
  return parts.join('')
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    const xml = unzip(bytes, (name) => name === DOCUMENT).get(DOCUMENT)
    if (xml) return xml
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (error.code === 'imports.encrypted') throw new HttpError('ingest.encrypted')
    if (error.code === 'imports.unpacked-too-large')
      throw new HttpError('ingest.too-large', {
        megabytes: error.details?.megabytes,
        most: LIMITS.xmlBytes / 1024 / 1024,
      })
    throw new HttpError('ingest.broken')
  }
  throw new HttpError('ingest.not-a-report', {
    kind: '压缩包或其他 Office 文件 an archive or another Office file',
  })
}
