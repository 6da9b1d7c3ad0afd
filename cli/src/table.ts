import { readFile } from 'node:fs/promises'
import { findTable, openQuestions, readTable, type TableReading } from '@kehui/domain/ingest/tables'
import type { Library, Subject } from '@kehui/domain/rules'
import { readTableFile, refusalOf, type TableFile } from '@kehui/server/imports'
import { RefusedError } from './output.js'

export interface ReadFile extends TableReading {
  readonly notes: TableFile['notes']
}

/** What a table file says of subjects. */
export async function readTableOf(library: Library, file: string): Promise<ReadFile> {
  const { grid, notes } = await cellsOf(file)
  const table = findTable(library, grid)
  if (!table || table.rows.length === 0)
    throw new RefusedError(`“${file}”: 表头下面没有数据 there are no rows below the header`)
  return { ...readTable(library, table), notes }
}

async function cellsOf(file: string): Promise<TableFile> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw new RefusedError(
      `“${file}” cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  try {
    return await readTableFile(bytes)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    throw new RefusedError(`“${file}”: ${refusal}`)
  }
}

/** The subjects of a table, one a row; nothing is taken where anything of it is unclear or wrong. */
export async function subjectsOfTable(library: Library, file: string): Promise<Subject[]> {
  const read = await readTableOf(library, file)
  const problems = [...toldQuestions(read), ...toldErrors(read)]
  if (problems.length > 0)
    throw new RefusedError(
      `“${file}”: ${problems.length} 处须先改正 problems; nothing was evaluated.`,
      problems,
    )
  return read.rows.map((row) => ({
    id: row.creditCode ?? row.name,
    name: row.name || (row.creditCode ?? ''),
    audience: read.audience,
    facts: new Map([...row.facts].map(([key, { value }]) => [key, { value }])),
    records: new Map(),
  }))
}

/** Open questions, each with what could be written into the header instead. */
export function toldQuestions(read: TableReading): string[] {
  return openQuestions(read).map(({ ask, options }) => {
    const choices = options.map((o) =>
      o.label.en === o.value ? o.value : `${o.label.zh} ${o.label.en ?? ''}`.trim(),
    )
    return `${ask.zh} ${ask.en ?? ''} [${choices.join(' | ')}] 请写进表头 write it into the header`
  })
}

export function toldErrors({ errors }: TableReading): string[] {
  return errors.map(
    ({ row, column, message }) => `第 ${row} 行 row ${row}, ${column}: ${message.zh} ${message.en ?? ''}`,
  )
}
