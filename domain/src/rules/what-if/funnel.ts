import type { Table } from '../batch/column.js'
import type { Bound } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import type { ConditionBits } from './condition-bits.js'
import type { Mask } from './standing.js'

/** What one condition does to the rows, alone and in its place. */
export interface FunnelStep {
  /** Which of the programme's checks. */
  readonly check: number
  /** Alone: how many do not meet it, and of how many that is open. */
  readonly refused: number
  readonly open: number
  /** Of those that nothing else refuses: how many it refuses. Without it they would qualify, or might. */
  readonly only: number
  /** After it and all before it: how many surely are left, and how many possibly. */
  readonly sure: number
  readonly may: number
}

export interface Funnel {
  /** How many there are to begin with. */
  readonly rows: number
  readonly steps: readonly FunnelStep[]
}

/** What each condition of a programme excludes, in the order of the text. */
export function funnelOf(
  bits: ConditionBits,
  engine: Engine,
  bound: Bound,
  table: Table,
  mask: Mask | null,
): Funnel {
  const all = bits.of(engine, bound, table)
  const { p, rows: n } = bits
  const count = all.length
  const [whole, sure, may, out] = [bits.room(0), bits.room(1), bits.room(2), bits.room(3)]
  bits.load(mask, whole)
  // After the scratch above: what the conditions behind each one leave, the last first.
  const behind = (i: number) => bits.room(4 + i)
  p.or(behind(count), whole, whole, n)
  for (let i = count - 1; i >= 0; i -= 1) p.and(behind(i), behind(i + 1), all[i]?.may ?? whole, n)
  p.or(sure, whole, whole, n)
  p.or(may, whole, whole, n)
  const steps = all.map((one, check): FunnelStep => {
    const refused = p.andNot(out, whole, one.may, n) === 0 ? 0 : p.count(out, n)
    p.andNot(out, one.may, one.sure, n)
    p.and(out, out, whole, n)
    const open = p.count(out, n)
    p.andNot(out, may, one.may, n)
    p.and(out, out, behind(check + 1), n)
    const only = p.count(out, n)
    p.and(sure, sure, one.sure, n)
    p.and(may, may, one.may, n)
    return { check, refused, open, only, sure: p.count(sure, n), may: p.count(may, n) }
  })
  return { rows: p.count(whole, n), steps }
}
