import { settle } from '../../rules/answer/settle.js'
import type { Library } from '../../rules/programme.js'
import type { Decided } from './decided.js'

/**
 * Chooses, row by row, among programmes of one group that exclude or cap one another, as a single evaluation does.
 * `received` are the awards of the rows that have some.
 */
export function settleRows(
  library: Library,
  group: readonly Decided[],
  received: ReadonlyMap<number, readonly string[]>,
): void {
  const next = group.map(() => 0)
  const bound = group.some(({ programme }) => library.programmes.get(programme)?.stack)
  const among: { decided: Decided; at: number }[] = []
  for (;;) {
    const row = lowest(group, next)
    if (row < 0) return
    among.length = 0
    for (const [i, decided] of group.entries()) {
      const at = next[i] ?? 0
      if (at >= decided.count || decided.rows.at(at) !== row) continue
      among.push({ decided, at })
      next[i] = at + 1
    }
    const awards = received.get(row)
    if (among.length > 1 || bound || awards) settleOne(library, among, awards ?? [])
  }
}

function lowest(group: readonly Decided[], next: readonly number[]): number {
  let row = -1
  for (const [i, decided] of group.entries()) {
    const at = next[i] ?? 0
    if (at >= decided.count) continue
    const own = decided.rows.at(at)
    if (row < 0 || own < row) row = own
  }
  return row
}

function settleOne(
  library: Library,
  among: readonly { decided: Decided; at: number }[],
  received: readonly string[],
): void {
  const results = among.map(({ decided, at }) => ({
    programme: decided.programme,
    verdict: decided.met.at(at) === 1 ? ('yes' as const) : ('unknown' as const),
    benefit: library.programmes.get(decided.programme)?.benefit ?? 'cash',
    amountFen: decided.pays
      ? { min: decided.least.at(at).toString(), max: decided.most.at(at).toString() }
      : null,
    together: [],
  }))
  for (const [i, { settled }] of settle(library, results, { received }).entries()) {
    const one = among[i]
    if (!one) continue
    const { decided, at } = one
    decided.kept.set(at, settled?.kept === false ? 0 : 1)
    if (!decided.pays) continue
    decided.paidLeast.set(at, BigInt(settled?.amountFen?.min ?? 0))
    decided.paidMost.set(at, BigInt(settled?.amountFen?.max ?? 0))
  }
}
