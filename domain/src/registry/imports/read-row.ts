import type { PlaceIndex } from '../../shared/places.js'
import type { Text } from '../../shared/text.js'
import type { Cell } from '../fields/index.js'
import { cellReader, type ReadText } from './cell-reader.js'
import type { ImportPlan } from './plan.js'

export interface CellProblem {
  readonly column: string
  readonly problem: Text
}

export interface ReadRow {
  readonly cells: readonly (Cell | null)[]
  readonly name: string | null
  /** The official identifier. */
  readonly code: string | null
  readonly place: string | null
  /** What the source knows it by; null where the plan names no columns for it. */
  readonly key: string | null
  readonly year: number | null
  /** Cells that were left out. */
  readonly problems: readonly CellProblem[]
  /** The row as a whole cannot be taken, for what its problems say. */
  readonly refused: boolean
}

const NO_PROBLEMS: readonly CellProblem[] = []
const YEAR = /^\s*((?:1[89]|2[01])\d\d)\s*年?(?:度)?\s*$/

/**
 * Reads rows by a plan. A cell that is wrong is left out and told; a wrong official identifier, or the lack of what
 * says which resource it is, refuses the row: it could be any other.
 */
export function rowReader(plan: ImportPlan, places: PlaceIndex): (cells: readonly string[]) => ReadRow {
  const readers = columnReaders(plan, places)
  const at = (key: string | null) => plan.layout.findIndex((column) => column.key === key)
  const [nameAt, codeAt, placeAt] = [at('name'), at(plan.kind.code), at(plan.kind.place)]
  const needed = plan.columns.map(({ field }, i) => field.required || i === codeAt)
  return (given) => {
    const cells: (Cell | null)[] = []
    let problems: CellProblem[] | null = null
    let refused = false
    const refuse = (column: string, problem: Text): void => {
      problems ??= []
      problems.push({ column, problem })
    }
    for (let i = 0; i < readers.length; i += 1) {
      const column = plan.columns[i]
      const read = readers[i]?.(given[column?.index ?? -1] ?? '')
      if (read?.ok) cells.push(read.cell)
      else {
        cells.push(null)
        if (read) refuse(column?.header ?? '', read.problem)
        if (needed[i]) refused = true
      }
    }
    const textAt = (i: number): string | null => {
      const cell = cells[i]
      return typeof cell === 'string' ? cell : null
    }
    const [name, code, key] = [textAt(nameAt), textAt(codeAt), keyOf(plan, given)]
    const year = plan.year === null ? null : readYear(given[plan.year] ?? '')
    if (plan.year !== null && year === null) {
      refuse('', { zh: '没有年度，或年度无法读取', en: 'The row has no year that can be read' })
      refused = true
    }
    if (!refused && name === null && code === null && key === null) {
      refuse('', { zh: '没有名称或编号', en: 'The row has neither a name nor an identifier' })
      refused = true
    }
    return {
      cells,
      name,
      code,
      place: textAt(placeAt),
      key,
      year,
      problems: problems ?? NO_PROBLEMS,
      refused,
    }
  }
}

/** What reads the cells of each column of the plan. */
export function columnReaders(plan: ImportPlan, places: PlaceIndex): ReadText[] {
  return plan.columns.map(({ field, unit, separator, text }) => {
    const read = cellReader(field, { places, unit, ...(separator === undefined ? {} : { separator }) })
    if (text === undefined) return read
    const fixed = read(text)
    return () => fixed
  })
}

function keyOf({ key }: ImportPlan, given: readonly string[]): string | null {
  if (key.length === 0) return null
  const parts = key.map((i) => (given[i] ?? '').trim())
  return parts.every((part) => part === '') ? null : parts.join('\u001f').slice(0, 500)
}

function readYear(text: string): number | null {
  const year = YEAR.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}
