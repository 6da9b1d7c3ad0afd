import type { Column, Table } from '../batch/column.js'
import type { ProgramColumns, RegionColumn } from './columns.js'

/** The columns that are held, as the table that a batch runs over; those that it looks at and that are not held. */
export function tableFrom(
  { slots, records, founded }: ProgramColumns,
  held: ReadonlyMap<string, Column>,
  rows: number,
): { readonly table: Table; readonly lacking: readonly RegionColumn[] } {
  const lacking: RegionColumn[] = []
  const find = (column: RegionColumn): Column | undefined => {
    const found = held.get(column.key)
    if (!found) lacking.push(column)
    return found
  }
  const aggregates = [...records].flatMap(([id, column]) => {
    const found = find(column)
    return found ? [[id, found] as const] : []
  })
  const table = {
    rows,
    slots: slots.map(find),
    founded: founded ? find(founded) : undefined,
    records: new Map(aggregates),
  }
  return { table, lacking }
}
