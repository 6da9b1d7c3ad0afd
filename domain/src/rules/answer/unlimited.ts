import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Num, Slot } from '../form.js'
import { type Machine, NO, YES } from '../machine.js'

/**
 * Whether the most that a number can come to hangs on how wide the range of an unknown fact is declared. A text that
 * pays a share of an unknown income without a cap names no maximum: to show one would promise billions.
 */
export function isUnlimited(machine: Machine, slots: readonly Slot[], n: Num): boolean {
  if (range.isPoint(machine.range(n))) return false
  const of = (part: Num) => isUnlimited(machine, slots, part)
  switch (n.op) {
    case 'const':
      return false
    case 'slot':
      // A share is limited by its whole.
      return slots[n.slot]?.fact.dimension !== ''
    case 'records':
      return n.aggregate === 'sum' || n.aggregate === 'count'
    case 'add':
    case 'max':
      return n.items.some(of)
    case 'min':
      return n.items.every(of)
    case 'subtract':
    case 'divide':
      return of(n.left)
    case 'multiply':
      return (of(n.left) && isPositive(machine, n.right)) || (of(n.right) && isPositive(machine, n.left))
    case 'if': {
      const when = machine.truth(n.when)
      return (when !== NO && of(n.met)) || (when !== YES && of(n.unmet))
    }
    case 'bands':
      return n.values.some(of)
    case 'slices':
      return of(n.of) && (n.parts.at(-1)?.rate.n ?? 0n) > 0n
    case 'round':
      return of(n.of)
  }
}

function isPositive(machine: Machine, n: Num): boolean {
  return q.compare(machine.range(n).hi, q.ZERO) > 0
}
