import type { IntegerSet } from '../../shared/integer-set.js'
import type { Cond, Num } from '../form.js'
import type { Bound } from './bound.js'
import { slotsOfCond, slotsOfNum } from './slots.js'

/**
 * Every fact that a programme looks at, and those that stand in more than one of its conditions: intervals alone lose
 * that two such conditions cannot hold at once, so the values of the fact are parted where any of them changes.
 */
export function casesOf(verdict: Cond, amounts: readonly (Num | null)[]): Pick<Bound, 'slots' | 'cases'> {
  const seen = new Set<Cond | Num>()
  const uses = new Map<number, IntegerSet[]>()
  const visitCond = (c: Cond): void => {
    if (seen.has(c)) return
    seen.add(c)
    if (c.op === 'within') uses.set(c.slot, [...(uses.get(c.slot) ?? []), c.set])
    else if (c.op === 'compare') [c.left, c.right].forEach(visitNum)
    else if (c.op === 'not') visitCond(c.of)
    else if (c.op === 'and' || c.op === 'or') c.items.forEach(visitCond)
  }
  const visitNum = (n: Num): void => {
    if (seen.has(n)) return
    seen.add(n)
    if (n.op === 'add' || n.op === 'min' || n.op === 'max') n.items.forEach(visitNum)
    else if (n.op === 'subtract' || n.op === 'multiply' || n.op === 'divide')
      [n.left, n.right].forEach(visitNum)
    else if (n.op === 'bands') [n.of, ...n.values].forEach(visitNum)
    else if (n.op === 'slices' || n.op === 'round') visitNum(n.of)
    if (n.op === 'divide' && n.ifZero) visitNum(n.ifZero)
    if (n.op === 'if') {
      visitCond(n.when)
      visitNum(n.met)
      visitNum(n.unmet)
    }
  }
  visitCond(verdict)
  for (const amount of amounts) if (amount) visitNum(amount)
  const slots = new Set([...slotsOfCond(verdict), ...amounts.flatMap((a) => (a ? slotsOfNum(a) : []))])
  const cases = [...uses].flatMap(([slot, sets]) => (sets.length > 1 ? [{ slot, cuts: cutsOf(sets) }] : []))
  return { slots: [...slots], cases }
}

/** Where any of the sets begins or has just ended. */
function cutsOf(sets: readonly IntegerSet[]): bigint[] {
  const cuts = new Set<bigint>()
  for (const { from, to } of sets.flat()) {
    if (from !== null) cuts.add(from)
    if (to !== null) cuts.add(to + 1n)
  }
  return [...cuts].sort((a, b) => (a < b ? -1 : 1))
}
