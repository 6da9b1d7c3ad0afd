import { open } from 'node:fs/promises'
import { HttpError } from '../../../http/error.js'
import { CsvParser } from './csv-parser.js'
import type { SourceRow } from './table.js'

const PIECE = 256 * 1024
const LINE_END = 0x0a
const QUOTE = 0x22
/** A line longer than this is left to the parser, which knows when a record is too long. */
const LONGEST_LINE = 4 * 1024 * 1024

/** Whole lines of a file in which no quotation mark stands: each is a record. Valid until the next are asked for. */
export interface PlainLines {
  readonly bytes: Buffer
  /** Of the first of the lines. */
  readonly row: number
}

/** Some of the file: records that were taken apart, or lines that were not. */
export interface CsvPiece {
  readonly rows: readonly SourceRow[]
  readonly plain: PlainLines | null
  /** How many bytes of the file were read with it. */
  readonly read: number
}

/** How a CSV file in UTF-8 is taken apart. */
export interface CsvForm {
  readonly delimiter: string
  /** The row of its header. */
  readonly headerRow: number
}

/** The records under the header: as bytes where they are plain, taken apart where a quotation mark stands near them. */
export async function* csvBytes(path: string, { delimiter, headerRow }: CsvForm): AsyncIterable<CsvPiece> {
  const parser = new CsvParser(delimiter)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const under = (rows: readonly SourceRow[]) => rows.filter(({ row }) => row > headerRow)
  let read = 0
  for await (const { bytes: piece, whole } of lines(path)) {
    read += piece.length
    if (piece.includes(0)) throw new HttpError('imports.encoding')
    let from = 0
    for (let end = 0; parser.row < headerRow && from < piece.length; from = end) {
      end = piece.indexOf(LINE_END, from) + 1 || piece.length
      parser.push(decoder.decode(piece.subarray(from, end), { stream: true }))
    }
    const bytes = piece.subarray(from)
    const plain = parser.isBetween && whole && !bytes.includes(QUOTE)
    if (plain) {
      const row = parser.row + 1
      yield { rows: [], plain: { bytes, row }, read }
      parser.passOver(countLines(bytes))
    } else yield { rows: under(parser.push(decoder.decode(bytes, { stream: true }))), plain: null, read }
  }
  yield { rows: under(parser.end()), plain: null, read }
}

/** The file in pieces that end with a line, the last one too where no line end closes it. */
async function* lines(path: string): AsyncIterable<{ bytes: Buffer; whole: boolean }> {
  const file = await open(path)
  try {
    let buffer = Buffer.allocUnsafe(2 * PIECE)
    let length = 0
    for (;;) {
      if (buffer.length - length < PIECE) buffer = Buffer.concat([buffer], 2 * buffer.length)
      const { bytesRead } = await file.read(buffer, length, PIECE)
      if (bytesRead === 0) break
      length += bytesRead
      const end = buffer.subarray(0, length).lastIndexOf(LINE_END) + 1
      if (end === 0 && length < LONGEST_LINE) continue
      const cut = end === 0 ? length : end
      yield { bytes: buffer.subarray(0, cut), whole: end > 0 }
      buffer.copyWithin(0, cut, length)
      length -= cut
    }
    if (length > 0) yield { bytes: buffer.subarray(0, length), whole: false }
  } finally {
    await file.close()
  }
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1
  return count
}
