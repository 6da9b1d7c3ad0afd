/** A workbook as plain data, before it becomes a file. */

export const STYLES = [
  'plain',
  'title',
  'note',
  'head',
  'section',
  'label',
  'group',
  'text',
  'input',
  'money-input',
  'date-input',
  'number',
  'percent',
  'money',
  'date',
  'verdict',
  'points',
  'total',
  'line',
  'code',
] as const
export type Style = (typeof STYLES)[number]

export interface PlannedCell {
  readonly style: Style
  readonly value?: string | number
  /** Without its `=`; `value` is then what it gave when the sheet was made. */
  readonly formula?: string
  readonly indent?: number
}

export interface Validation {
  readonly ref: string
  readonly kind: 'list' | 'decimal' | 'date'
  /** The choices, or the least and the greatest. */
  readonly values: readonly string[]
  readonly message: string
}

export interface PlannedSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (PlannedCell | null)[])[]
  readonly heights: ReadonlyMap<number, number>
  readonly merges: readonly string[]
  readonly validations: readonly Validation[]
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Rows that are printed on each page. */
  readonly repeated: readonly [from: number, to: number]
  readonly footer: string
}

export interface Workbook {
  readonly sheets: readonly PlannedSheet[]
}

/** `A`, `Z`, `AA` for 1, 26, 27. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26
  const before = (column - 1 - rest) / 26
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest)
}
