import type { Audience, Value } from '../../rules/index.js'
import type { Text } from '../../shared/text.js'

export interface TableRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Cells as text, with the row that names the columns found. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  /** What stands above the header of units, such as `金额单位：万元`: told where a unit is asked for, never taken. */
  readonly unitNote?: string
}

/** `name`, `credit-code`, `year`, or a fact with an optional calibre (`研发费用.高企`). */
export type Meaning = string

export interface Column {
  readonly index: number
  readonly header: string
  /** Null where the column is left out. */
  readonly means: Meaning | null
  readonly year: number | null
  readonly unit: string | null
  /** Recognised by a common name, not by its own. */
  readonly guessed: boolean
}

/** Where a header or a unit can be understood in several ways, a person decides. */
export interface TableQuestion {
  readonly id: string
  readonly column: number
  readonly ask: Text
  readonly options: readonly { readonly value: string; readonly label: Text }[]
  readonly chosen: string | null
}

export interface Choices {
  readonly columns?: ReadonlyMap<number, Pick<Column, 'means' | 'year' | 'unit'>>
  readonly answers?: Readonly<Record<string, string>>
}

export interface CellError {
  readonly row: number
  readonly column: string
  readonly message: Text
}

export interface SubjectRow {
  readonly row: number
  /** Empty where the row has only a credit code. */
  readonly name: string
  readonly creditCode: string | null
  /** By key: `研发费用.高企@2025`. */
  readonly facts: ReadonlyMap<string, { readonly value: Value; readonly text: string }>
}

export interface TableReading {
  readonly audience: Audience
  readonly columns: readonly Column[]
  readonly questions: readonly TableQuestion[]
  readonly rows: readonly SubjectRow[]
  readonly errors: readonly CellError[]
  /** Rows of which nothing is taken; each has its error. */
  readonly skipped: number
}
