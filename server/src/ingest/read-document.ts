import { HttpError } from '../http/error.js'
import { docxText } from './docx.js'
import { decodePieces, encodingOf } from './encoding.js'
import { htmlText } from './html.js'
import type { Input } from './input.js'
import { type DocumentKind, kindOf } from './kind.js'
import { LIMITS } from './limits.js'
import { pdfText } from './pdf.js'

export interface Document {
  readonly kind: DocumentKind
  /** Its text, in pieces; a refusal may come while it is read. */
  readonly text: AsyncIterable<string>
}

/** How far a document is read. */
export interface Seen {
  /** From 0 to 1. */
  readonly share: number
  /** Pages that were read and that there are; null of what has none. */
  readonly pages: { readonly read: number; readonly of: number } | null
}
export type See = (seen: Seen) => void

/** Opens a report of any kind that is read; what it cannot be is refused by a code of the table of errors. */
export async function openDocument(input: Input, see: See = () => {}): Promise<Document> {
  const kind = kindOf(input)
  const most = kind === 'text' ? LIMITS.textBytes : LIMITS.fileBytes
  if (input.size > most)
    throw new HttpError('ingest.too-large', {
      megabytes: Math.ceil(input.size / 1024 / 1024),
      most: most / 1024 / 1024,
    })
  return { kind, text: notEmpty(await textOf(kind, input, see)) }
}

async function textOf(kind: DocumentKind, input: Input, see: See): Promise<AsyncIterable<string>> {
  switch (kind) {
    case 'docx':
      return sliced(docxText(await input.bytes()), see)
    case 'pdf':
      return pdfText(await input.bytes(), see)
    case 'html':
      return sliced(htmlText(await markup(input)), see)
    default:
      return decodePieces(input, await encodingOf(input), see)
  }
}

const SLICE = 64 * 1024

/** In pieces, so that it can be told how far the reading is. */
async function* sliced(text: string, see: See): AsyncIterable<string> {
  for (let at = 0; at < text.length; ) {
    // The two halves of a character beyond the first plane stay together.
    const cut = at + SLICE
    const end = (text.codePointAt(cut - 1) ?? 0) > 0xffff ? cut + 1 : cut
    yield text.slice(at, end)
    at = end
    see({ share: Math.min(1, at / text.length), pages: null })
  }
}

async function markup(input: Input): Promise<string> {
  const pieces: string[] = []
  for await (const piece of decodePieces(input, await encodingOf(input))) pieces.push(piece)
  return pieces.join('')
}

async function* notEmpty(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let empty = true
  for await (const piece of pieces) {
    if (empty && piece.trim() !== '') empty = false
    yield piece
  }
  if (empty) throw new HttpError('ingest.empty')
}
