import * as q from '../../shared/rational.js'
import type { Table } from '../batch/column.js'
import type { BatchProgram, Plan } from '../batch/program.js'
import type { Num, Slot } from '../form.js'
import type { Standing } from './standing.js'

/** Facts and aggregates of records without which an amount has no limit but their declared range. */
interface Limits {
  readonly slots: ReadonlySet<number>
  readonly records: ReadonlySet<number>
}

/** Marks the hits whose amount is open because such a fact is not known. As `isUnlimited`, for all rows at once. */
export function withUnlimited(
  standing: Standing,
  { engine }: BatchProgram,
  { bound }: Plan,
  table: Table,
): Standing {
  const { least, most, rows } = standing
  if (!least || !most || !bound.pay) return standing
  const limits = limitsOf(bound.pay.amount, engine.tables.slots)
  if (!limits) return standing
  const columns = [
    ...[...limits.slots].map((slot) => table.slots[slot]),
    ...[...limits.records].map((id) => table.records.get(id)),
  ]
  if (columns.length === 0) return standing
  const unlimited = new Uint8Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) {
    if (least[i] === most[i]) continue
    const row = rows[i] ?? 0
    for (const column of columns) {
      if (column && (column.known === null || ((column.known[row >> 3] ?? 0) & (1 << (row & 7))) !== 0))
        continue
      unlimited[i] = 1
      break
    }
  }
  return { ...standing, unlimited }
}

/** Null where the amount is limited whatever is unknown. */
function limitsOf(n: Num, slots: readonly Slot[]): Limits | null {
  const of = (part: Num) => limitsOf(part, slots)
  switch (n.op) {
    case 'const':
      return null
    case 'slot':
      return slots[n.slot]?.fact.dimension === '' ? null : { slots: new Set([n.slot]), records: new Set() }
    case 'records':
      return n.aggregate === 'sum' || n.aggregate === 'count'
        ? { slots: new Set(), records: new Set([n.id]) }
        : null
    case 'add':
    case 'max':
      return joined(n.items.map(of))
    case 'min': {
      const all = n.items.map(of)
      return all.includes(null) ? null : joined(all)
    }
    case 'subtract':
    case 'divide':
      return of(n.left)
    case 'multiply':
      return joined([canBePositive(n.right) ? of(n.left) : null, canBePositive(n.left) ? of(n.right) : null])
    case 'if':
      return joined([of(n.met), of(n.unmet)])
    case 'bands':
      return joined(n.values.map(of))
    case 'slices':
      return (n.parts.at(-1)?.rate.n ?? 0n) > 0n ? of(n.of) : null
    case 'round':
      return of(n.of)
  }
}

function joined(all: readonly (Limits | null)[]): Limits | null {
  const found = all.flatMap((one) => one ?? [])
  if (found.length === 0) return null
  return {
    slots: new Set(found.flatMap(({ slots }) => [...slots])),
    records: new Set(found.flatMap(({ records }) => [...records])),
  }
}

function canBePositive({ span }: Num): boolean {
  return q.compare(span.hi, q.ZERO) > 0
}
