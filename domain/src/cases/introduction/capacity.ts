/** Who may be brought in next: nobody is swamped, and counties take turns. */

export interface Candidate {
  readonly id: string
  /** Closeness, greater is better; any scale. */
  readonly score: number
  /** Code of the county that it stands in; null where not known. */
  readonly county: string | null
}

export interface Load {
  /** Introductions of this side that wait for an answer, a meeting or an outcome. */
  readonly open: number
  /** How many it wants at a time; null where it did not say. */
  readonly capacity: number | null
}

export interface Spread {
  readonly wanted: number
  readonly loads: ReadonlyMap<string, Load>
  /** Introductions of the last months by county. */
  readonly byCounty: ReadonlyMap<string, number>
  /** How much closeness may be given up for a county that had fewer: 0 none, 0.1 a tenth of the best score. */
  readonly fairness?: number
}

export interface Chosen<T extends Candidate> {
  readonly candidate: T
  /** Set where somebody closer stood back for it. */
  readonly because: 'closest' | 'county'
}

export interface Passed<T extends Candidate> {
  readonly candidate: T
  readonly why: 'capacity' | 'refuses-all'
}

/** What a side that did not say takes at a time. */
export const USUAL_CAPACITY = 3

/** What an organisation that did not say answers for at a time, over all that it holds. */
export const USUAL_HOLDER_CAPACITY = 12

/** Whether one more introduction is not too many. A capacity of zero or less refuses all. */
export function hasRoom({ open, capacity }: Load, usual = USUAL_CAPACITY): boolean {
  return open < (capacity ?? usual)
}

/**
 * The candidates to introduce, closest first. Of those whose closeness is within `fairness` of the best that is left,
 * the one whose county had fewest is taken: a closer one is never left out for long, since each that is taken counts
 * for its county. Ties go to the lower id, so that the same question has the same answer.
 */
export function spread<T extends Candidate>(
  candidates: readonly T[],
  { wanted, loads, byCounty, fairness = 0.1 }: Spread,
): { readonly chosen: readonly Chosen<T>[]; readonly passed: readonly Passed<T>[] } {
  const load = ({ id }: T): Load => loads.get(id) ?? { open: 0, capacity: null }
  const passed = candidates
    .filter((one) => !hasRoom(load(one)))
    .map((candidate) => ({
      candidate,
      why:
        (load(candidate).capacity ?? USUAL_CAPACITY) <= 0 ? ('refuses-all' as const) : ('capacity' as const),
    }))
  const left = candidates.filter((one) => hasRoom(load(one))).sort(byScore)
  const had = new Map(byCounty)
  const hadOf = ({ county }: T) => (county === null ? 0 : (had.get(county) ?? 0))
  const margin = Math.abs(left[0]?.score ?? 0) * fairness
  const chosen: Chosen<T>[] = []
  while (chosen.length < wanted) {
    const [first] = left
    if (!first) break
    const near = left.filter(({ score }) => score >= first.score - margin)
    const next = near.reduce((best, one) => (hadOf(one) < hadOf(best) ? one : best), first)
    left.splice(left.indexOf(next), 1)
    if (next.county !== null) had.set(next.county, hadOf(next) + 1)
    chosen.push({ candidate: next, because: next === first ? 'closest' : 'county' })
  }
  return { chosen, passed }
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
