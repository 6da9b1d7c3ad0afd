/** Where a list of results stands after several were fused. */
export interface Fused {
  readonly id: string
  readonly score: number
}

/** The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009). */
const RANK_CONSTANT = 60

/**
 * Fuses rankings whose scores cannot be compared: each gives 1 / (k + rank) to what it lists, best first. In whatever
 * order the rankings come the answer is the same; of equal ones that with the better best rank is first, then the lower id.
 */
export function fuseByRank(rankings: readonly (readonly string[])[], k = RANK_CONSTANT): Fused[] {
  const ranks = new Map<string, number[]>()
  for (const ranking of rankings)
    for (const [i, id] of [...new Set(ranking)].entries()) {
      const before = ranks.get(id)
      if (before) before.push(i + 1)
      else ranks.set(id, [i + 1])
    }
  return [...ranks]
    .map(([id, all]) => {
      // Sums of floating point depend on their order.
      all.sort((a, b) => a - b)
      return { id, best: all[0] ?? 0, score: all.reduce((sum, rank) => sum + 1 / (k + rank), 0) }
    })
    .sort((a, b) => b.score - a.score || a.best - b.best || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => ({ id, score }))
}
