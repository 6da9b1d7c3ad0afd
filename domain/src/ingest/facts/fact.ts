import type { Region } from '../articles/region.js'
import type { Op } from '../quantities/compare.js'
import type { Kind } from '../quantities/quantity.js'

export type Comparison =
  | { readonly op: Op; readonly text: string }
  | {
      readonly type: 'growth'
      readonly basis: string | null
      readonly direction: '+' | '-'
      readonly text: string
    }
  | { readonly type: 'share' | 'rank'; readonly text: string }

/** A figure that a report states, and where it stands. */
export interface Fact {
  /** Code points of the file. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly valueText: string
  /** The sentence it stands in. */
  readonly start: number
  readonly end: number
  /** Exact decimal, in `unit`. */
  readonly value: string
  readonly unit: string
  readonly kind: Kind
  readonly subject: string
  readonly region: Region
  readonly organisation: string | null
  readonly period: string | null
  readonly periodBasis: 'explicit' | 'inherited' | null
  readonly comparison: Comparison | null
}
