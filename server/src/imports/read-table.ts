import { HttpError } from '../http/error.js'
import { decodeText } from './decode-text.js'
import { kindOf } from './file-kind.js'
import { LIMITS } from './limits.js'
import { readCsv } from './read-csv.js'
import { readXlsx } from './read-xlsx.js'

/** A table file as text, cell by cell, and what was noticed in reading it. */
export interface TableFile {
  readonly grid: readonly (readonly string[])[]
  readonly notes: readonly { readonly zh: string; readonly en: string }[]
}

/** Reads a CSV or XLSX file; what it cannot be is refused by a code of the table of errors. */
export async function readTableFile(bytes: Uint8Array): Promise<TableFile> {
  if (bytes.length > LIMITS.bytes)
    throw new HttpError('imports.too-large', { megabytes: LIMITS.bytes / 1024 / 1024 })
  const file =
    kindOf(bytes) === 'xlsx' ? await readXlsx(bytes) : { grid: readCsv(decodeText(bytes)), notes: [] }
  if (file.grid.length > LIMITS.rows) throw new HttpError('imports.too-many-rows', { rows: LIMITS.rows })
  if (file.grid.some((row) => row.length > LIMITS.columns))
    throw new HttpError('imports.too-many-columns', { columns: LIMITS.columns })
  if (!file.grid.some((row) => row.some((cell) => cell.trim() !== ''))) throw new HttpError('imports.empty')
  return file
}
