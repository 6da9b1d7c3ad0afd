import type { Cond, Num } from '../form.js'
import { slotsOfCond, slotsOfNum } from './slots.js'

/**
 * Every fact that a programme looks at, and those that stand in more than one of its conditions with different values:
 * an interval loses that two of them cannot hold at once, so such a fact is tried value by value where it is unknown.
 */
export function casesOf(
  verdict: Cond,
  amounts: readonly (Num | null)[],
): { slots: readonly number[]; cases: readonly number[] } {
  const seen = new Set<Cond | Num>()
  const uses = new Map<number, number>()
  const visitCond = (c: Cond): void => {
    if (seen.has(c)) return
    seen.add(c)
    if (c.op === 'within') uses.set(c.slot, (uses.get(c.slot) ?? 0) + 1)
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
      visitNum(n.then)
      visitNum(n.otherwise)
    }
  }
  visitCond(verdict)
  for (const amount of amounts) if (amount) visitNum(amount)
  const slots = new Set([...slotsOfCond(verdict), ...amounts.flatMap((a) => (a ? slotsOfNum(a) : []))])
  return { slots: [...slots], cases: [...uses].filter(([, count]) => count > 1).map(([slot]) => slot) }
}
