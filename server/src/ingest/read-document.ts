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

/** Opens a report of any kind that is read; what it cannot be is refused by a code of the table of errors. */
export async function openDocument(input: Input): Promise<Document> {
  const kind = kindOf(input)
  const most = kind === 'text' ? LIMITS.textBytes : LIMITS.fileBytes
  if (input.size > most)
    throw new HttpError('ingest.too-large', {
      megabytes: Math.ceil(input.size / 1024 / 1024),
      most: most / 1024 / 1024,
    })
  return { kind, text: notEmpty(await textOf(kind, input)) }
}

async function textOf(kind: DocumentKind, input: Input): Promise<AsyncIterable<string>> {
  switch (kind) {
    case 'docx':
      return once(docxText(await input.bytes()))
    case 'pdf':
      return pdfText(await input.bytes())
    case 'html':
      return once(htmlText(await markup(input)))
    default:
      return decodePieces(input, await encodingOf(input))
  }
}

async function* once(text: string): AsyncIterable<string> {
  yield text
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
