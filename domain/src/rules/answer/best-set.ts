import { Bound } from './best-set-bound.js'

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

export type Conflicts = ReadonlyMap<string, ReadonlySet<string>>

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
export type Worth = readonly [bigint, bigint, bigint, bigint, bigint]

/** Groups that real programmes form are decided within some hundred; a pack written to take forever ends here. */
const MOST_VISITS = 100_000

class Search {
  private readonly group: readonly Candidate[]
  private readonly conflicts: Conflicts
  private readonly limits: readonly Limit[]
  private readonly bound: Bound
  private found: { worth: Worth; kept: readonly Candidate[] } | null = null
  private visits = 0

  constructor(group: readonly Candidate[], conflicts: Conflicts, limits: readonly Limit[]) {
    this.group = group
    this.conflicts = conflicts
    this.limits = limits
    this.bound = new Bound(group, conflicts, limits)
  }

  best(): Admissible {
    this.visit(0, [])
    return limited(this.found?.kept ?? [], this.limits)
  }

  private visit(next: number, kept: readonly Candidate[]): void {
    this.visits += 1
    const candidate = this.group[next]
    if (!candidate) {
      const worth = worthOf(kept, limited(kept, this.limits))
      // Sets with low ids come first, so an equal one later is no better.
      if (!this.found || better(worth, this.found.worth)) this.found = { worth, kept }
      return
    }
    if (this.found && this.visits > MOST_VISITS) return
    const open = this.group.slice(next).filter((c) => !this.isBarred(c, kept))
    if (this.found && !better(this.bound.of(kept, open), this.found.worth)) return
    if (open[0] === candidate) this.visit(next + 1, [...kept, candidate])
    this.visit(next + 1, kept)
  }

  private isBarred({ id }: Candidate, kept: readonly Candidate[]): boolean {
    const rivals = this.conflicts.get(id)
    return rivals !== undefined && kept.some((k) => rivals.has(k.id))
  }
}

function worthOf(kept: readonly Candidate[], under: Admissible): Worth {
  let [min, max, otherMin, otherMax] = [0n, 0n, 0n, 0n]
  for (const c of kept) {
    const amount = under.amounts.get(c.id) ?? c
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

/** What each kept programme comes to: the greatest is paid first, and the others from what a limit leaves. */
function limited(kept: readonly Candidate[], limits: readonly Limit[]): Admissible {
  const amounts = new Map(kept.map((c) => [c.id, { min: c.min, max: c.max }]))
  const cutBy = new Map<string, readonly string[]>()
  for (const limit of limits) {
    const members = limit.members.flatMap((id) => {
      const amount = amounts.get(id)
      return amount ? [{ id, amount }] : []
    })
    members.sort((a, b) =>
      a.amount.min !== b.amount.min ? (a.amount.min > b.amount.min ? -1 : 1) : a.id < b.id ? -1 : 1,
    )
    let sure = limit.min
    const cuts = members.map(({ id, amount }) => {
      const min = lesser(amount.min, sure)
      sure -= min
      return { id, amount, min }
    })
    // What is sure is sure for all of them; only what is left beyond is a matter of who comes first.
    let beyond = limit.max - cuts.reduce((sum, c) => sum + c.min, 0n)
    for (const { id, amount, min } of cuts) {
      const more = lesser(amount.max - min, beyond)
      beyond -= more
      const cut = { min, max: min + more }
      if (cut.min !== amount.min || cut.max !== amount.max)
        cutBy.set(
          id,
          limit.members.filter((m) => amounts.has(m)),
        )
      amounts.set(id, cut)
    }
  }
  return { amounts, cutBy }
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
