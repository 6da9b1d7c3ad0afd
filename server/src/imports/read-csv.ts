import { CsvError, parse } from 'csv-parse/sync'
import { HttpError } from '../http/error.js'
import { LIMITS } from './limits.js'

/** Cells of a CSV file; commas, semicolons or tabs between them. */
export function readCsv(text: string): string[][] {
  let cells = 0
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: LIMITS.rows + 1,
      max_record_size: 1_000_000,
      on_record: (record: string[]) => {
        cells += record.length
        if (cells > LIMITS.cells) throw new HttpError('imports.too-many-cells', { cells: LIMITS.cells })
        return record
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new HttpError('imports.csv', { line: Number(error.lines ?? 0), reason: error.code })
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((d) => ({ d, n: head.split(d).length }))
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).d
}
