import type { Library } from '../../rules/index.js'
import { readHeader } from './header.js'
import type { Table } from './table.js'

/** A title, a date and a note may stand above the header. */
const LOOKED_THROUGH = 15

/** The rows of a sheet as a table: the header is the row in which most columns are recognised. */
export function findTable(library: Library, grid: readonly (readonly string[])[]): Table | null {
  let at = -1
  let most = 0
  for (const [i, cells] of grid.slice(0, LOOKED_THROUGH).entries()) {
    const filled = cells.filter((c) => c.trim() !== '')
    const known = new Set(filled.filter((c) => readHeader(library, c).meanings.length > 0)).size
    if (known > most) {
      most = known
      at = i
    }
  }
  if (at < 0) at = grid.findIndex((cells) => cells.some((c) => c.trim() !== ''))
  if (at < 0) return null
  const below = grid.slice(at + 1)
  // Cells beyond the last header are shown too, so that nothing is lost unseen.
  const width = below.reduce((most, cells) => Math.max(most, filledWidth(cells)), filledWidth(grid[at] ?? []))
  const header = Array.from({ length: width }, (_, c) => (grid[at]?.[c] ?? '').replaceAll(/\s+/g, ' ').trim())
  const rows = below
    .map((cells, i) => ({ row: at + 2 + i, cells: header.map((_, c) => cells[c]?.trim() ?? '') }))
    .filter(({ cells }) => cells.some((c) => c !== ''))
  return { header, rows }
}

function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((c) => c.trim() !== '') + 1
}
