import type { Cond, Num } from '../form.js'
import type { Truth } from '../machine.js'

/**
 * What a batch runs: two lists of operations, each on the results of earlier ones, which programmes share. A test
 * gives two bits a row, “surely” and “possibly”; a vector gives the ends of an interval as 64-bit integers at a fixed
 * scale. Constants are places in one list.
 */
export type Test = {
  readonly id: number
  /** Needs more than comparing values with constants: worth doing only for rows that other tests leave. */
  readonly dear: boolean
  /** Asks the interpreter, row by row. */
  readonly hosted: boolean
} & (
  | { readonly op: 'known'; readonly value: boolean }
  | {
      readonly op: 'within'
      readonly slot: number
      readonly spans: SpanList
      /** The spans cut to what the column's values can be. */
      readonly narrow: SpanList
      /** Their ends in turn. */
      readonly ends: readonly number[]
      /** What it is where the fact is not known. */
      readonly open: Truth
    }
  | { readonly op: 'number'; readonly of: Vector; readonly spans: SpanList }
  /** left * times > right * rightTimes. */
  | { readonly op: 'above'; readonly left: Scaled; readonly right: Scaled }
  | ({ readonly op: 'ratio' } & Ratio)
  | { readonly op: 'and' | 'or'; readonly items: readonly Test[] }
  | { readonly op: 'not'; readonly of: Test }
  | { readonly op: 'host'; readonly cond: Cond }
)

/** over / under against a constant, decided by over * times against under * underTimes. */
export interface Ratio {
  readonly over: Vector
  /** Never below zero. */
  readonly under: Vector
  readonly times: number
  readonly underTimes: number
  /** >= rather than >. */
  readonly orEqual: boolean
  /** The least that `under` can be when it is not zero. */
  readonly least: number
  /** From there on. */
  readonly positive: SpanList
  /** The same test of what the quotient is where `under` is zero. */
  readonly ifZero: Test | null
  readonly parts: readonly Vector[]
}

/** Constants that rise or fall from band to band, by their places. */
export interface Ladder {
  readonly rises: boolean
  readonly steps: readonly number[]
}

export interface Scaled {
  readonly of: Vector
  readonly times: number
}

/** Where it stands among the constants, and how many spans it has. */
export interface SpanList {
  readonly at: number
  readonly count: number
}

export type Vector = {
  readonly id: number
  /** The number is the integer divided by this. */
  readonly scale: bigint
  /** Bounds of the integers. */
  readonly lo: bigint
  readonly hi: bigint
  /** What to look at for open facts, where no rule of its own says better. */
  readonly parts: readonly Vector[]
} & (
  | { readonly op: 'const'; readonly from: number; readonly to: number; readonly judged: number | null }
  | { readonly op: 'slot'; readonly slot: number }
  | { readonly op: 'records'; readonly num: Num & { op: 'records' } }
  | { readonly op: 'add' | 'min' | 'max'; readonly items: readonly Scaled[] }
  | { readonly op: 'times'; readonly of: Vector; readonly times: number; readonly negative: boolean }
  | {
      readonly op: 'multiply'
      readonly left: Vector
      readonly right: Vector
      /** Neither side is ever negative. */
      readonly positive: boolean
    }
  | { readonly op: 'if'; readonly when: Test; readonly met: Scaled; readonly unmet: Scaled }
  /** values[0] where no start is passed, values[i] where starts[i-1] is the last that is. */
  | {
      readonly op: 'bands'
      readonly starts: readonly Test[]
      readonly values: readonly Scaled[]
      readonly of: readonly Vector[]
      /** Set where all values are constants in order. */
      readonly ladder: Ladder | null
    }
  /** Each place among the constants holds: times, from, to and rate. */
  | { readonly op: 'slices'; readonly of: Vector; readonly slices: readonly number[] }
  | {
      readonly op: 'round'
      readonly of: Vector
      readonly up: number
      readonly under: number
      readonly mode: number
      /** Whether products stay below 2^51. */
      readonly small: boolean
    }
  /** Asks the interpreter, row by row. */
  | { readonly op: 'host'; readonly num: Num }
)

export type TestBody = Test extends infer T
  ? T extends Test
    ? Omit<T, 'id' | 'dear' | 'hosted'>
    : never
  : never
export type VectorBody = Vector extends infer V
  ? V extends Vector
    ? Omit<V, 'id' | 'scale' | 'lo' | 'hi' | 'parts'>
    : never
  : never
