import * as q from '../../shared/rational.js'
import type { Bound } from '../bind/bound.js'
import type { Cond, Num } from '../form.js'
import { NO, UNKNOWN } from '../machine.js'
import type { Outcome } from './outcome.js'

/** Where facts that can still change an outcome are looked for. */
export interface OpenParts {
  readonly verdict: Cond | null
  readonly amount: Num | null
}

/** The verdict where it is open, the amount where it is no point; null where all is settled. */
export function openParts({ pay, verdict }: Bound, { truth, amount }: Outcome): OpenParts | null {
  const payOpen =
    truth !== NO && pay !== null && !pay.upper && amount !== null && q.compare(amount.lo, amount.hi) !== 0
  if (truth !== UNKNOWN && !payOpen) return null
  return { verdict: truth === UNKNOWN ? verdict : null, amount: payOpen ? pay.amount : null }
}
