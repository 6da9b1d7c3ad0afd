import { addMonths, parseDay } from '../../shared/day.js'
import type { Cell } from '../fields/index.js'
import type { Kind } from './kind.js'

export interface QualityOf {
  readonly cells: ReadonlyMap<string, Cell>
  /** When its latest value was observed: 2026-03-01. */
  readonly observedOn: string | null
  /** Fields of which sources say different things. */
  readonly differing: readonly string[]
}

export interface Quality {
  /** 0 to 100. */
  readonly score: number
  /** The share of what counts that is known, 0 to 100. */
  readonly completeness: number
  readonly fresh: boolean
  /** Fields that are lacking, what would add most first. */
  readonly missing: readonly { readonly field: string; readonly adds: number }[]
  readonly differing: readonly string[]
}

const STALE_COSTS = 10
const DIFFERENCE_COSTS = 3
const MOST_FOR_DIFFERENCES = 15

/** How well a resource is known: what is filled in by weight, less for what is old or in dispute. */
export function qualityOf(kind: Kind, { cells, observedOn, differing }: QualityOf, today: string): Quality {
  const total = kind.fields.reduce((sum, { weight }) => sum + weight, 0)
  const known = kind.fields.reduce((sum, { name, weight }) => sum + (cells.has(name) ? weight : 0), 0)
  const share = (weight: number) => (total === 0 ? 0 : Math.round((100 * weight) / total))
  const fresh = isFresh(kind, observedOn, today)
  const disputed = Math.min(MOST_FOR_DIFFERENCES, differing.length * DIFFERENCE_COSTS)
  const missing = kind.fields
    .filter(({ name, weight }) => weight > 0 && !cells.has(name))
    .sort((a, b) => b.weight - a.weight)
    .map(({ name, weight }) => ({ field: name, adds: share(weight) }))
  const score = Math.max(0, share(known) - (fresh ? 0 : STALE_COSTS) - disputed)
  return { score, completeness: share(known), fresh, missing, differing }
}

function isFresh({ freshForMonths }: Kind, observedOn: string | null, today: string): boolean {
  const [seen, now] = [parseDay(observedOn ?? ''), parseDay(today)]
  return seen !== undefined && now !== undefined && addMonths(seen, freshForMonths) >= now
}
