import type { RankingWeights } from '../../rules/ranking-weights.js'
import type { PlaceIndex } from '../../shared/places.js'
import type { Text } from '../../shared/text.js'
import type { Reason } from '../reasons.js'

/** What is asked for, as far as it is known. */
export interface Wanted {
  readonly id: string
  /** Industry or discipline, in words. */
  readonly fields: readonly string[]
  /** Least technology readiness level, 1–9. */
  readonly maturity: number | null
  /** Code of the place. */
  readonly place: string | null
  /** How far away an answer may come from. */
  readonly reach: 'city' | 'province' | 'country' | 'any'
  readonly budgetFen: bigint | null
}

/** What an introduction of somebody led to, counted. */
export interface TrackRecord {
  readonly introduced: number
  readonly met: number
  readonly signed: number
}

/** What may answer it: an achievement, an expert, an institution, a partner, an investor. */
export interface Offered {
  readonly id: string
  readonly kind: string
  readonly fields: readonly string[]
  readonly maturity: number | null
  readonly place: string | null
  /** What it costs, or the sums that an investor gives. `most` null: no upper end. */
  readonly sumFen: { readonly least: bigint; readonly most: bigint | null } | null
  /** Null where nothing has been recorded, which is not the same as nothing came of it. */
  readonly record: TrackRecord | null
  /** `2026-11-25`: when it was completed or last confirmed. */
  readonly datedOn: string | null
  readonly load: { readonly open: number; readonly capacity: number }
}

/** Steps between the two in the industry chain. */
export interface ChainDistance {
  /** Null: both stand in the chain, and nothing joins them within the steps that were walked. */
  readonly steps: number | null
  /** The product or industry at which the offered side stands. Whose need it is must not be read from a reason. */
  readonly at: string | null
}

/** The two, and what retrieval found between them. */
export interface Pair {
  readonly wanted: Wanted
  readonly offered: Offered
  /** The score in words against the highest that the query can reach, 0 to 1, and the words that made it; null where it was not found. */
  readonly closeness: {
    readonly share: number
    readonly words: readonly Reason[]
    /** How near in meaning, 0 to 1, beside the similarity as the model has it; null where that is not known. */
    readonly meaning?: { readonly similarity: number; readonly closeness: number } | null
  } | null
  /** Null where one of them stands nowhere in the chain. */
  readonly chain: ChainDistance | null
}

/** Introductions of late, and who could be introduced, by county. */
export type ByCounty = ReadonlyMap<string, { readonly introductions: number; readonly offers: number }>

/** What pairs are seen against. */
export interface Surroundings {
  readonly weights: RankingWeights
  readonly places: PlaceIndex
  /** `2026-11-25` */
  readonly today: string
  readonly byCounty: ByCounty
}

/** One feature of a pair. */
export interface Seen {
  /** 0 to 1; null where not known. */
  readonly value: number | null
  /** What it rests on. */
  readonly said: Text
  /** Who could tell what is missing, where something is. */
  readonly asks?: { readonly of: 'seeker' | 'provider'; readonly text: Text }
}

export type Look = (pair: Pair, surroundings: Surroundings) => Seen
