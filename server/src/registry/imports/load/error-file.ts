import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { CellProblem } from '@kehui/domain/registry/imports'
import type { SourceRow } from '../read/table.js'

/** Problems told with the result; all of them are in the file. */
const MOST_TOLD = 200

export interface RowProblem {
  readonly row: number
  readonly column: string
  readonly zh: string
  readonly en: string
}

/** The rows that were not taken, or not whole, each with the reason beside it. */
export class ErrorFile {
  readonly #headers: readonly string[]
  readonly #path: string
  #stream: ReturnType<typeof createWriteStream> | null = null
  readonly #told: RowProblem[] = []
  rows = 0

  constructor(path: string, headers: readonly string[]) {
    this.#path = path
    this.#headers = headers
  }

  async add({ row, cells }: SourceRow, problems: readonly CellProblem[]): Promise<void> {
    this.rows += 1
    for (const { column, problem } of problems)
      if (this.#told.length < MOST_TOLD)
        this.#told.push({ row, column, zh: problem.zh, en: problem.en ?? problem.zh })
    this.#stream ??= this.#open()
    const reason = problems.map(({ column, problem }) =>
      column === '' ? problem.zh : `${column}：${problem.zh}`,
    )
    const line = csvLine([
      String(row),
      reason.join('；'),
      ...this.#headers.map((_, i) => shortened(cells[i] ?? '')),
    ])
    if (!this.#stream.write(line)) await once(this.#stream, 'drain')
  }

  /** The first of them, by row. */
  get told(): RowProblem[] {
    return this.#told.toSorted((a, b) => a.row - b.row)
  }

  async close(): Promise<void> {
    if (this.#stream === null) return
    this.#stream.end()
    await finished(this.#stream)
  }

  #open(): ReturnType<typeof createWriteStream> {
    const stream = createWriteStream(this.#path, { mode: 0o600 })
    // The mark tells spreadsheets that this is UTF-8.
    stream.write(`\uFEFF${csvLine(['行号', '原因', ...this.#headers])}`)
    return stream
  }
}

const LONGEST_SHOWN = 5000

function shortened(cell: string): string {
  return cell.length > LONGEST_SHOWN ? `${cell.slice(0, LONGEST_SHOWN)}…` : cell
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** A cell that begins like a formula would be run by a spreadsheet. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d,.]*%?$/.test(text) ? `'${text}` : text
  return /[",\n\r']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
