import type { Standing } from './standing.js'

const TEN_THOUSAND_YUAN = 1_000_000
/** Where the classes of amounts begin, in fen: nothing, then 1, 2, 5, 10 … 万元. */
const BEGINS = [
  0,
  1,
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map((n) => n * TEN_THOUSAND_YUAN),
]

export interface AmountClass {
  /** The least of the class, in fen; it ends where the next begins. */
  readonly from: number
  /** The first that is beyond it; null for the last. */
  readonly below: number | null
  readonly count: number
}

/** How the certain amounts of those whose verdict is “yes” are spread; empty classes at both ends are left out. */
export function amountClasses({ yes, least }: Standing): AmountClass[] {
  if (!least) return []
  const counts = new Float64Array(BEGINS.length)
  let last = 0
  for (let i = 0; i < yes.length; i += 1) {
    if (yes[i] !== 1) continue
    const amount = Number(least[i] ?? 0)
    // Amounts of one programme are often the same: the class of the one before is tried first.
    if (amount < (BEGINS[last] ?? 0)) while (last > 0 && amount < (BEGINS[last] ?? 0)) last -= 1
    else while (amount >= (BEGINS[last + 1] ?? Number.POSITIVE_INFINITY)) last += 1
    counts[last] = (counts[last] ?? 0) + 1
  }
  const all = BEGINS.map((from, i) => ({ from, below: BEGINS[i + 1] ?? null, count: counts[i] ?? 0 }))
  const [first, end] = [all.findIndex(({ count }) => count > 0), all.findLastIndex(({ count }) => count > 0)]
  return first < 0 ? [] : all.slice(first, end + 1)
}
