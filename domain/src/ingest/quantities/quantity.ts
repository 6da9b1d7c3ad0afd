import type { Bound } from './compare.js'
import type { UnitClass } from './units.js'

export type Kind = 'count' | 'amount' | 'growth' | 'share' | 'rank' | 'ratio' | 'threshold' | 'duration'

/** A figure in a sentence. Places are UTF-16 units of the sentence. */
export interface Quantity {
  readonly start: number
  readonly end: number
  /** Where what it counts may begin: behind 以上 or 左右. */
  readonly after: number
  /** Where the words that compare begin. */
  readonly before: number
  /** Exact, in `unit`. */
  readonly value: string
  readonly unit: string
  readonly unitClass: UnitClass | 'rank' | 'ratio'
  readonly bound: Bound | null
  /** Written as 三 or 两, not as 3. */
  readonly chinese: boolean
}
