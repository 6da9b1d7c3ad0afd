import type { Cell, FieldType } from '../fields/index.js'

/** What one place of a stored row holds: a field of the kind, or a fact of programmes such as 研发费用.高企. */
export interface LayoutColumn {
  readonly key: string
  readonly type: FieldType
  /** The fact of programmes that it is: 注册地, 研发费用.高企@2025. */
  readonly fact?: string
  /** The fact is of the year that the row names. */
  readonly yearly?: boolean
}

/** The key of the fact that a cell gives, of a row of that year; null where it is none of programmes. */
export function factKeyOf({ fact, yearly }: LayoutColumn, year: number | null): string | null {
  if (fact === undefined) return null
  return yearly && year !== null ? `${fact}@${year}` : fact
}

/** The cells of a row by key; what it says nothing of is left out. */
export function rowCells(
  layout: readonly LayoutColumn[],
  cells: readonly (Cell | null)[],
): Map<string, Cell> {
  const known = new Map<string, Cell>()
  for (const [i, { key }] of layout.entries()) {
    const cell = cells[i]
    if (cell !== null && cell !== undefined) known.set(key, cell)
  }
  return known
}
