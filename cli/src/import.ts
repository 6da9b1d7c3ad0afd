import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openQuestions } from '@kehui/domain/ingest/tables'
import { formatValue, type Library } from '@kehui/domain/rules'
import { parsed } from './arguments.js'
import { loadLibrary } from './evaluate.js'
import { importTo } from './import-to.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { type ReadFile, readTableOf, toldErrors, toldQuestions } from './table.js'

const OPTIONS = {
  json: { type: 'boolean' },
  errors: { type: 'string' },
  facts: { type: 'string' },
  kind: { type: 'string' },
  mapping: { type: 'string' },
  server: { type: 'string' },
} as const

/**
 * `kehui import`: tells what a table says, and writes it as facts for `kehui evaluate`; with a kind or a mapping, reads
 * it into the registry of a server.
 */
export async function runImport(args: string[], out: Output): Promise<number> {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }))
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('give one table FILE')
  const json = values.json ?? false
  try {
    const { kind, mapping, server, errors } = values
    if (kind !== undefined || mapping !== undefined)
      return await importTo({ file, kind, mapping, server, errors, json }, out)
    const library = loadLibrary([])
    const read = await readTableOf(library, file)
    const subjects = read.rows.map((row) => subjectJson(library, read, row))
    if (values.errors !== undefined) write(values.errors, errorTable(read))
    if (values.facts !== undefined) writeFacts(values.facts, subjects)
    if (json) out.print(JSON.stringify(asJson(read, subjects), null, 2))
    else tell(out, read)
    return openQuestions(read).length + read.errors.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    if (json) out.complain(JSON.stringify({ error: error.message, details: error.details }, null, 2))
    else out.complain([error.message, ...error.details.map(String)].join('\n'))
    return 1
  }
}

interface SubjectJson {
  readonly id: string
  readonly name: string
  readonly audience: string
  readonly facts: Readonly<Record<string, string>>
}

function subjectJson(library: Library, { audience }: ReadFile, row: ReadFile['rows'][number]): SubjectJson {
  const facts = [...row.facts].flatMap(([key, { value }]) => {
    const def = library.facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
    return def ? [[key, formatValue(value, def, 'zh', library.places)] as const] : []
  })
  const id = row.creditCode ?? row.name
  return { id, name: row.name || id, audience, facts: Object.fromEntries(facts) }
}

function asJson(read: ReadFile, rows: readonly SubjectJson[]) {
  const { audience, columns, questions, errors, notes, skipped } = read
  return { audience, columns, rows, questions, errors, notes, skipped }
}

function tell(out: Output, read: ReadFile): void {
  const lines = read.columns.map(({ header, means, year, unit, guessed }) => {
    const detail = [year, unit, guessed ? '按常用名称识别 by a common name' : null].filter((d) => d !== null)
    const read = means === null ? '不导入 left out' : means
    return `  ${header || '（无表头 no header）'} → ${read}${detail.length > 0 ? `（${detail.join('，')}）` : ''}`
  })
  out.print([`${read.rows.length} 行 rows, ${read.columns.length} 列 columns`, ...lines].join('\n'))
  for (const note of read.notes) out.print(`  ${note.zh} ${note.en}`)
  for (const problem of [...toldQuestions(read), ...toldErrors(read)]) out.complain(problem)
  if (read.errors.length > 0)
    out.complain(
      `${read.errors.length} 处未采用，跳过 ${read.skipped} 行 cells refused, ${read.skipped} rows left out`,
    )
}

function errorTable({ errors }: ReadFile): string {
  const rows = errors.map(({ row, column, message }) => [String(row), column, message.zh, message.en ?? ''])
  const lines = [['行 row', '列 column', '问题', 'problem'], ...rows].map((cells) =>
    cells.map(csvCell).join(','),
  )
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A cell that begins like a formula would be run by a spreadsheet. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

function writeFacts(folder: string, subjects: readonly SubjectJson[]): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw cannotWrite(folder, error)
  }
  for (const [i, subject] of subjects.entries()) {
    const name = subject.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 60)
    write(
      join(folder, `${String(i + 1).padStart(5, '0')}-${name}.json`),
      `${JSON.stringify(subject, null, 2)}\n`,
    )
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw cannotWrite(file, error)
  }
}

function cannotWrite(file: string, error: unknown): RefusedError {
  return new RefusedError(
    `“${file}” cannot be written: ${error instanceof Error ? error.message : String(error)}`,
  )
}
