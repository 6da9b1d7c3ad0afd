import type { Candidate, Conflicts, Limit, Worth } from './best-set.js'

/** The four sums of a worth, and the number of programmes. */
type Sums = [bigint, bigint, bigint, bigint, bigint]

/** No more than this can a set come to, however the open candidates are chosen: the search leaves out what cannot win. */
export class Bound {
  private readonly limits: readonly Limit[]
  /** The first limit that a candidate stands under, or -1. */
  private readonly partOf = new Map<string, number>()
  /** Candidates of one part of which each pair excludes each other: one of them at most is kept. */
  private readonly cliqueOf = new Map<string, number>()
  private readonly cliques: { part: number; members: string[] }[] = []

  constructor(group: readonly Candidate[], conflicts: Conflicts, limits: readonly Limit[]) {
    this.limits = limits
    for (const { id } of group) {
      const part = limits.findIndex((l) => l.members.includes(id))
      this.partOf.set(id, part)
      const rivals = conflicts.get(id)
      const joined = this.cliques.findIndex((c) => c.part === part && c.members.every((m) => rivals?.has(m)))
      if (joined >= 0) this.cliques[joined]?.members.push(id)
      else this.cliques.push({ part, members: [id] })
      this.cliqueOf.set(id, joined >= 0 ? joined : this.cliques.length - 1)
    }
  }

  of(kept: readonly Candidate[], open: readonly Candidate[]): Worth {
    const parts = new Map<number, Sums>()
    for (const candidate of kept) this.add(parts, this.partOf.get(candidate.id) ?? -1, sumsOf(candidate))
    const best = new Map<number, Sums>()
    for (const candidate of open) {
      const clique = this.cliqueOf.get(candidate.id) ?? -1
      const [before, now] = [best.get(clique), sumsOf(candidate)]
      best.set(clique, before ? (before.map((x, i) => greater(x, now[i] ?? 0n)) as Sums) : now)
    }
    for (const [clique, sums] of best) this.add(parts, this.cliques[clique]?.part ?? -1, sums)
    const whole: Sums = [0n, 0n, 0n, 0n, 0n]
    for (const [part, sums] of parts) {
      const limit = this.limits[part]
      for (const [i, sum] of sums.entries()) {
        const most = limit && i < 4 ? (i % 2 === 0 ? limit.min : limit.max) : sum
        whole[i] = (whole[i] ?? 0n) + (sum < most ? sum : most)
      }
    }
    return whole
  }

  private add(parts: Map<number, Sums>, part: number, sums: Sums): void {
    const before = parts.get(part)
    parts.set(part, before ? (before.map((x, i) => x + (sums[i] ?? 0n)) as Sums) : sums)
  }
}

function sumsOf({ min, max, money }: Candidate): Sums {
  return money ? [min, max, 0n, 0n, 1n] : [0n, 0n, min, max, 1n]
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
