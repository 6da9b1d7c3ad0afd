/** One programme that could be claimed, amounts in fen. */
export interface Candidate {
  readonly id: string
  readonly min: bigint
  readonly max: bigint
  /** Whether it is money to keep; a credit line counts only where money is equal. */
  readonly money: boolean
}

/** What its members may come to in all. */
export interface Limit {
  readonly members: readonly string[]
  readonly min: bigint
  readonly max: bigint
}

export interface Admissible {
  /** The programmes that are kept, with what each comes to under the limits. */
  readonly amounts: ReadonlyMap<string, { readonly min: bigint; readonly max: bigint }>
  /** The limit's members, of each programme that was cut. */
  readonly cutBy: ReadonlyMap<string, readonly string[]>
}

type Conflicts = ReadonlyMap<string, ReadonlySet<string>>

/** The best admissible set, found exactly: each group of programmes that touch one another is searched on its own. */
export function bestSet(
  candidates: readonly Candidate[],
  conflicts: Conflicts,
  limits: readonly Limit[],
): Admissible {
  const amounts = new Map<string, { min: bigint; max: bigint }>()
  const cutBy = new Map<string, readonly string[]>()
  for (const group of groupsOf(candidates, conflicts, limits)) {
    const own = limits.filter((l) => l.members.some((m) => group.some((c) => c.id === m)))
    const best = new Search(group, conflicts, own).best()
    for (const [id, amount] of best.amounts) amounts.set(id, amount)
    for (const [id, by] of best.cutBy) cutBy.set(id, by)
  }
  return { amounts, cutBy }
}

function groupsOf(
  candidates: readonly Candidate[],
  conflicts: Conflicts,
  limits: readonly Limit[],
): Candidate[][] {
  const touching = new Map(candidates.map((c) => [c.id, new Set(conflicts.get(c.id) ?? [])]))
  for (const { members } of limits)
    for (const a of members) for (const b of members) if (a !== b) touching.get(a)?.add(b)
  const left = new Map(candidates.map((c) => [c.id, c]))
  const groups: Candidate[][] = []
  for (const start of candidates) {
    const group: Candidate[] = []
    const queue = [start.id]
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const candidate = left.get(id)
      if (!candidate) continue
      left.delete(id)
      group.push(candidate)
      queue.push(...(touching.get(id) ?? []))
    }
    if (group.length > 0) groups.push(group.sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
  return groups
}

/** Money surely, money at most, other benefits surely and at most, number of programmes. */
type Worth = readonly [bigint, bigint, bigint, bigint, bigint]

class Search {
  private readonly group: readonly Candidate[]
  private readonly conflicts: Conflicts
  private readonly limits: readonly Limit[]
  private found: { worth: Worth; kept: readonly Candidate[] } | null = null

  constructor(group: readonly Candidate[], conflicts: Conflicts, limits: readonly Limit[]) {
    this.group = group
    this.conflicts = conflicts
    this.limits = limits
  }

  best(): Admissible {
    this.visit(0, [])
    return limited(this.found?.kept ?? [], this.limits)
  }

  private visit(next: number, kept: readonly Candidate[]): void {
    const candidate = this.group[next]
    if (!candidate) {
      const worth = worthOf(kept, limited(kept, this.limits))
      // Sets with low ids come first, so an equal one later is no better.
      if (!this.found || better(worth, this.found.worth)) this.found = { worth, kept }
      return
    }
    if (this.found && !better(worthOf([...kept, ...this.group.slice(next)], null), this.found.worth)) return
    const barred = kept.some((k) => this.conflicts.get(k.id)?.has(candidate.id))
    if (!barred) this.visit(next + 1, [...kept, candidate])
    this.visit(next + 1, kept)
  }
}

function worthOf(kept: readonly Candidate[], under: Admissible | null): Worth {
  let [min, max, otherMin, otherMax] = [0n, 0n, 0n, 0n]
  for (const c of kept) {
    const amount = under?.amounts.get(c.id) ?? c
    if (c.money) {
      min += amount.min
      max += amount.max
    } else {
      otherMin += amount.min
      otherMax += amount.max
    }
  }
  return [min, max, otherMin, otherMax, BigInt(kept.length)]
}

function better(a: Worth, b: Worth): boolean {
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0n
    if (x !== y) return x > y
  }
  return false
}

/** What each kept programme comes to: under a limit the greatest is paid first, and the others from what is left. */
function limited(kept: readonly Candidate[], limits: readonly Limit[]): Admissible {
  const amounts = new Map(kept.map((c) => [c.id, { min: c.min, max: c.max }]))
  const cutBy = new Map<string, readonly string[]>()
  for (const limit of limits) {
    const members = limit.members.flatMap((id) => {
      const amount = amounts.get(id)
      return amount ? [{ id, amount }] : []
    })
    if (members.length < 2) continue
    members.sort((a, b) =>
      a.amount.min !== b.amount.min ? (a.amount.min > b.amount.min ? -1 : 1) : a.id < b.id ? -1 : 1,
    )
    let [min, max] = [limit.min, limit.max]
    for (const { id, amount } of members) {
      const cut = { min: amount.min < min ? amount.min : min, max: amount.max < max ? amount.max : max }
      min -= cut.min
      max -= cut.max
      if (cut.min !== amount.min || cut.max !== amount.max)
        cutBy.set(
          id,
          members.map((m) => m.id),
        )
      amounts.set(id, cut)
    }
  }
  return { amounts, cutBy }
}
