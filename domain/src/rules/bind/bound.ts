import type { Text } from '../../shared/text.js'
import type { Dimension } from '../../shared/unit.js'
import type { Measure, Threshold } from '../compile/scope.js'
import type { Audience } from '../facts.js'
import type { Cond, Num, Start } from '../form.js'
import type { Relation } from '../language/expression.js'
import type { Programme } from '../programme.js'
import type { Benefit, Citation, Grant, Mode, TermTrace, Trace } from '../result.js'

/** A condition of a programme, ready to be decided and shown. */
export interface Check {
  /** Numbers checks apart: equal checks of all programmes are one. */
  readonly id: number
  readonly part: 'place' | 'standing' | 'title' | 'need' | null
  readonly kind: Trace['kind']
  readonly text: string
  readonly label: Text | null
  readonly cite: Citation | null
  readonly cond: Cond
  /** Facts that it looks at itself; those of its children are theirs. */
  readonly slots: readonly number[]
  /** The one fact of a condition on one fact, else -1: most are, and need not look into the list. */
  readonly only: number
  readonly left: Measure | null
  readonly right: Measure | null
  readonly relation: Relation | null
  /** The right side where it is always the same, as a person writes it. */
  readonly required: Text | null
  readonly children: readonly Check[]
}

/** A term of a score or an amount, ready to be computed and shown. */
export interface TermSpec {
  readonly kind: TermTrace['kind']
  readonly text: string
  readonly label: Text | null
  readonly cite: Citation | null
  readonly payer: string | null
  readonly num: Num
  readonly dimension: Dimension
  /** What a step table looks up. */
  readonly of: { readonly num: Num; readonly dimension: Dimension } | null
  readonly when: Cond | null
  /** The most that it can give, as a person writes it. */
  readonly most: Text
  readonly slots: readonly number[]
  readonly children: readonly TermSpec[]
}

export interface BoundPay {
  readonly lines: readonly TermSpec[]
  readonly sum: Num
  readonly caps: readonly { readonly scope: string | null; readonly num: Num }[]
  /** The least cap in fen, as far as caps are constants. */
  readonly capFen: bigint | null
  /** The sum, capped and rounded, in fen. */
  readonly amount: Num
  readonly upper: boolean
  readonly round: string
}

/** What every result of a programme says, in one place: an evaluation reads it of hundreds of programmes. */
export interface Head {
  readonly id: string
  readonly pack: string
  readonly version: string
  readonly zh: string
  readonly en: string
  readonly mode: Mode
  readonly benefit: Benefit
  readonly audience: Audience
  readonly unverified: boolean
  readonly grants: Grant | null
}

/** One programme compiled for one decision date and one reading. */
export interface Bound {
  readonly programme: Programme
  readonly reading: string | null
  readonly checks: readonly Check[]
  readonly verdict: Cond
  readonly points: readonly { readonly item: string; readonly term: TermSpec }[]
  readonly score: Num | null
  readonly grade: {
    readonly of: Num
    readonly starts: readonly Start[]
    readonly names: readonly string[]
  } | null
  readonly pay: BoundPay | null
  /** Of exclusions that cap a total at a share: what it is a share of, by the exclusion's place in the list. */
  readonly bases: ReadonlyMap<number, Num>
  /** Every fact that the programme looks at. */
  readonly slots: readonly number[]
  /** Facts that several conditions name, with where these part their values: decided case by case where they are open. */
  readonly cases: readonly { readonly slot: number; readonly cuts: readonly bigint[] }[]
  readonly head: Head
  readonly thresholds: ReadonlyMap<string, Threshold>
}
