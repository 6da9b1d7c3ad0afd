import type { IntegerSet } from '../shared/integer-set.js'
import type { Range } from '../shared/range.js'
import type { Rational } from '../shared/rational.js'
import type { FactDef, ValueDef } from './facts.js'
import type { Relation } from './language/expression.js'

/**
 * The typed form of programmes for one decision date: plain data, so that other back ends can run it.
 * Equal nodes are one node, over all programmes of an engine. `id` numbers numbers and conditions apart.
 * `span` holds all values that facts within their declared ranges can give. Numbers are in base units.
 */
export type Num = { readonly id: number; readonly span: Range } & (
  | {
      readonly op: 'const'
      readonly value: Range /** Named where experts decide the value. */
      readonly judged: string | null
    }
  | { readonly op: 'slot'; readonly slot: number; readonly scale: bigint }
  | { readonly op: 'add' | 'min' | 'max'; readonly items: readonly Num[] }
  | { readonly op: 'subtract' | 'multiply'; readonly left: Num; readonly right: Num }
  | { readonly op: 'divide'; readonly left: Num; readonly right: Num; readonly ifZero: Num | null }
  | { readonly op: 'if'; readonly when: Cond; readonly met: Num; readonly unmet: Num }
  /** values[0] below starts[0]; values[i] from starts[i-1] on. */
  | {
      readonly op: 'bands'
      readonly of: Num
      readonly starts: readonly Start[]
      readonly values: readonly Num[]
    }
  | {
      readonly op: 'slices'
      readonly of: Num
      readonly parts: readonly { readonly from: Rational; readonly rate: Rational }[]
    }
  | { readonly op: 'round'; readonly of: Num; readonly step: Rational; readonly mode: Rounding }
  | { readonly op: 'records'; readonly aggregate: Aggregate; readonly of: RecordSlot; readonly rows: RowForm }
)

export interface Start {
  readonly at: Rational
  /** Whether `at` itself is already in the band that begins there. */
  readonly included: boolean
}
export type Rounding = 'down' | 'nearest' | 'up'
export type Aggregate = 'sum' | 'count' | 'min' | 'max'

export type Cond = { readonly id: number } & (
  | { readonly op: 'known'; readonly value: boolean }
  | { readonly op: 'within'; readonly slot: number; readonly set: IntegerSet }
  | { readonly op: 'compare'; readonly relation: Relation; readonly left: Num; readonly right: Num }
  | { readonly op: 'and' | 'or'; readonly items: readonly Cond[] }
  | { readonly op: 'not'; readonly of: Cond }
)

/** The form of one row of a record: its own nodes, whose slots are the record's fields in order. */
export interface RowForm {
  readonly fields: readonly ValueDef[]
  readonly value: Num | null
  readonly where: Cond | null
  readonly numbers: number
  readonly conditions: number
}

/** One value that programmes look up: a fact in one calibre and year, of the subject or its owner. */
export interface Slot {
  readonly index: number
  readonly fact: FactDef
  readonly calibre: string | null
  readonly year: number | null
  readonly ofOwner: boolean
  /** The year that a bare name means, so that an undated value counts. */
  readonly bare: boolean
  /** Keys to look up in a fact set, best first. */
  readonly keys: readonly string[]
  /** A year that is over: no advice may aim at it. */
  readonly closed: boolean
}

/** A kind of related record that programmes look up. */
export interface RecordSlot {
  readonly index: number
  readonly name: string
  readonly maxCount: bigint
}
