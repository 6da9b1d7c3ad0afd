import type { BatchProgram } from '../batch/program.js'
import { aggregatesIn } from '../batch/records.js'
import type { Bound } from '../bind/bound.js'
import type { ProgramColumns, RegionColumn } from './columns.js'

/** The columns on which a programme's result depends, each once, by key. */
export function columnsUsedBy(
  { engine }: Pick<BatchProgram, 'engine'>,
  { slots, records, founded }: ProgramColumns,
  bound: Bound,
): ReadonlyMap<string, RegionColumn> {
  const indexes = new Set(bound.slots)
  // Facts that bound one another, also through others.
  for (let size = -1; size !== indexes.size; ) {
    size = indexes.size
    for (const pair of engine.within)
      if (pair.some((slot) => indexes.has(slot))) for (const slot of pair) indexes.add(slot)
  }
  const found = [...indexes].flatMap((index) => slots[index] ?? [])
  const roots = [bound.verdict, ...(bound.pay ? [bound.pay.amount] : [])]
  for (const root of roots) for (const num of aggregatesIn(root)) found.push(...listed(records.get(num.id)))
  const isDated = [...indexes].some((index) => {
    const slot = engine.tables.slots[index]
    return slot !== undefined && slot.fact.beforeFounding !== null && slot.year !== null
  })
  if (founded && isDated) found.push(founded)
  return new Map(found.map((column) => [column.key, column]))
}

function listed(column: RegionColumn | undefined): RegionColumn[] {
  return column ? [column] : []
}
