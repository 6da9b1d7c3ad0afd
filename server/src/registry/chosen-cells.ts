import { byPrecedence, rowCells } from '@kehui/domain/registry/facts'
import type { Cell } from '@kehui/domain/registry/fields'
import type { ImportedRow } from './store-imported.js'

/** Of each subject the cell that counts first of each key. */
export function chosenCells(rows: readonly ImportedRow[]): Map<string, Map<string, Cell>> {
  const ranked = rows
    .map((row) => {
      const { observedOn, standing, confidence, recordedAt } = row.origin
      const recorded = `${recordedAt} ${String(row.row).padStart(10, '0')}`
      return { row, year: row.year ?? 0, observedOn, standing, confidence, recorded }
    })
    .sort((a, b) => b.year - a.year || byPrecedence(a, b))
  const chosen = new Map<string, Map<string, Cell>>()
  for (const { row } of ranked) {
    const cells = chosen.get(row.subject) ?? new Map<string, Cell>()
    chosen.set(row.subject, cells)
    for (const [key, cell] of rowCells(row.origin.layout, row.cells))
      if (!cells.has(key)) cells.set(key, cell)
  }
  return chosen
}
