import type { Text } from '../shared/text.js'
import type { Cite } from './programme.js'

/** What a match is judged by. Each is a value from 0 to 1, or unknown. */
export const FEATURES = [
  'text',
  'chain',
  'discipline',
  'maturity',
  'place',
  'budget',
  'record',
  'freshness',
  'capacity',
  'fairness',
] as const
export type Feature = (typeof FEATURES)[number]

export interface FeatureWeight {
  /** What the value adds to the log-odds, from 0 to 1. */
  readonly weight: number
  /** The value of a match of which it is not known: what is unknown adds nothing and takes nothing. */
  readonly prior: number
  /** Why so. */
  readonly note: Text | null
}

/** Places that work together by a plan, as if they were one province. */
export interface CooperationRegion {
  readonly title: Text
  readonly cite: Cite
  /** Codes of places. */
  readonly places: readonly string[]
}

/** How much each feature counts in a region: the score is the logistic of the intercept and of weight × (value − prior). */
export interface RankingWeights {
  /** The pack whose file says so last. */
  readonly pack: string | null
  readonly title: Text
  /** `2026-11-25`: since when they stand. */
  readonly dated: string
  readonly cite: Cite
  readonly intercept: number
  readonly features: Readonly<Record<Feature, FeatureWeight>>
  /** Months after which something counts half as fresh. */
  readonly halfLifeMonths: number
  /** As many introductions of a usual provider as each one's own record is weighed against. */
  readonly recordStrength: number
  readonly regions: readonly CooperationRegion[]
}
