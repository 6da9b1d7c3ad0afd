import { CsvParser } from './csv-parser.js'
import type { OpenTable, SourceRow } from './table.js'
import type { TextPieces } from './text-stream.js'

/** Rows above the header: a title, a date. */
const MOST_ABOVE = 10
/** Enough to find the header in. */
const HEAD_ROWS = 50

/** A CSV file, read as it comes; commas, semicolons or tabs between its cells. */
export async function openCsv({ pieces, bytesRead, encoding }: TextPieces): Promise<OpenTable> {
  const iterator = pieces[Symbol.asyncIterator]()
  const first = await iterator.next()
  const start = (first.done ? '' : first.value).replace(/^\ufeff/, '')
  const delimiter = delimiterOf(start)
  const parser = new CsvParser(delimiter)
  const carriage = start.includes('\r') && !start.includes('\n')
  const parse = (text: string) => parser.push(carriage ? text.replaceAll('\r', '\n') : text)
  let begun = parse(start)
  let ended = first.done === true
  while (begun.length < HEAD_ROWS && !ended) {
    const next = await iterator.next()
    if (next.done) ended = true
    begun = begun.concat(next.done ? parser.end() : parse(next.value))
  }
  const at = headerAt(begun)
  async function* batches(): AsyncIterable<readonly SourceRow[]> {
    try {
      yield begun.slice(at + 1)
      begun = []
      while (!ended) {
        const next = await iterator.next()
        if (next.done) {
          ended = true
          yield parser.end()
        } else yield parse(next.value)
      }
    } finally {
      // Who has enough of it lets the file go.
      await iterator.return?.()
    }
  }
  const headers = (begun[at]?.cells ?? []).map((cell) => cell.trim())
  const table = { headers, batches: batches(), notes: [], bytesRead }
  const headerRow = begun[at]?.row
  if (encoding !== 'utf-8' || carriage || headerRow === undefined) return table
  return { ...table, csv: { delimiter, headerRow } }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((d) => ({ d, n: head.split(d).length }))
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).d
}

/** The header is the first row that names as many columns as any row near the top has cells. */
export function headerAt(rows: readonly Pick<SourceRow, 'cells'>[]): number {
  const filled = rows.slice(0, MOST_ABOVE).map(({ cells }) => cells.filter((c) => c.trim() !== '').length)
  const most = Math.max(0, ...filled)
  return Math.max(
    0,
    filled.findIndex((count) => count >= Math.min(most, Math.max(2, most / 2))),
  )
}
