import { CsvError, parse } from 'csv-parse/sync'
import { HttpError } from '../http/error.js'
import { LIMITS } from './limits.js'

/** Cells of a CSV file; commas, semicolons or tabs between them. */
export function readCsv(text: string): string[][] {
  const delimiter = delimiterOf(text)
  refuseTooMany(text, delimiter)
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 1_000_000,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new HttpError('imports.csv', { line: Number(error.lines ?? 0), reason: error.code })
  }
}

const [QUOTE, LF, CR] = [34, 10, 13]

/** Counted before anything is made of them: 90 MB of commas would be read for a minute. */
function refuseTooMany(text: string, delimiter: string): void {
  const between = delimiter.charCodeAt(0)
  let [rows, cells, quoted] = [0, 1, false]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) quoted = !quoted
    else if (quoted) continue
    else if (code === between) cells += 1
    else if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) {
      rows += 1
      cells += 1
    }
    if (rows > LIMITS.rows) throw new HttpError('imports.too-many-rows', { rows: LIMITS.rows })
    if (cells > LIMITS.cells) throw new HttpError('imports.too-many-cells', { cells: LIMITS.cells })
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '')
  const counts = [',', '\t', ';'].map((d) => ({ d, n: head.split(d).length }))
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).d
}
