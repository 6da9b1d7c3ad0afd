import { type Static, Type } from 'typebox'

/** What an evaluation answers, as `kehui evaluate --json` prints it and as the API sends it. */

export const Verdict = Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')])
export type Verdict = Static<typeof Verdict>

export const Mode = Type.Union(
  ['普惠', '免申即享', '审核', '择优', '限额推荐', '评价', '备案', '认定'].map((m) => Type.Literal(m)),
)
export type Mode = '普惠' | '免申即享' | '审核' | '择优' | '限额推荐' | '评价' | '备案' | '认定'

export type Benefit = 'cash' | 'tax' | 'interest' | 'credit' | 'equity' | 'voucher' | 'title' | 'service'

export const Verified = Type.Union([
  Type.Literal('official'),
  Type.Literal('secondary'),
  Type.Literal('none'),
])
export type Verified = Static<typeof Verified>

/** Where a condition, step or parameter comes from, and how sure that is. */
export const Citation = Type.Object({
  document: Type.String(),
  number: Type.Optional(Type.String()),
  article: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  via: Type.Optional(Type.String()),
  verified: Verified,
})
export type Citation = Static<typeof Citation>

/** An amount of money in fen, both ends included; decimal strings, since fen can pass 2^53. */
export const AmountFen = Type.Object({ min: Type.String(), max: Type.String() })
export type AmountFen = Static<typeof AmountFen>

/** Points, both ends included. */
export const Points = Type.Object({ min: Type.Number(), max: Type.Number() })
export type Points = Static<typeof Points>

/** A fact as a condition saw it. `key` is what an answer to it is filed under. */
export const FactSeen = Type.Object({
  key: Type.String(),
  name: Type.String(),
  calibre: Type.Optional(Type.String()),
  year: Type.Optional(Type.Number()),
  /** As a person writes it (`80 人`), or null where it is not known. */
  value: Type.Union([Type.String(), Type.Null()]),
})
export type FactSeen = Static<typeof FactSeen>

/**
 * One condition of the answer, with what it saw. Trees nest by `children`. All fields are always there, undefined
 * where there is nothing to tell: hundreds of objects of one form are made much faster than of many.
 */
export interface Trace {
  /** Of the outermost conditions: where each comes from. */
  readonly part: 'place' | 'standing' | 'title' | 'need' | undefined
  readonly kind: 'all' | 'any' | 'not' | 'compare' | 'fact' | 'in' | 'has'
  /** The condition as the file writes it. */
  readonly text: string
  readonly label: string | undefined
  readonly verdict: Verdict
  /** False where the verdict changes nothing: a failed branch of a satisfied “any of”, or what a settled “no” left open. */
  readonly matters: boolean
  readonly cite: Citation | undefined
  readonly facts: readonly FactSeen[]
  /** The left side's value, the right side's, and what lies between them, as a person writes them. */
  readonly actual: string | undefined
  readonly required: string | undefined
  readonly gap: string | undefined
  readonly children: readonly Trace[]
}

/** One term of a score or an amount. `amountFen` for money, `points` for points. */
export interface TermTrace {
  readonly text: string
  readonly label: string | undefined
  readonly kind: 'expression' | 'steps' | 'slices' | 'best' | 'sum' | 'cases' | 'judged'
  readonly verdict: Verdict
  readonly amountFen: AmountFen | null
  readonly points: Points | null
  /** What a step table looked up, as a person writes it. */
  readonly of: string | undefined
  /** The highest that the term can give: its top step, its cap or its bound. */
  readonly max: string | undefined
  readonly cite: Citation | undefined
  readonly facts: readonly FactSeen[]
  readonly payer: string | undefined
  readonly children: readonly TermTrace[]
}

export interface ResultTrace {
  need: readonly Trace[]
  points: readonly TermTrace[]
  pay: {
    lines: readonly TermTrace[]
    beforeCapFen: AmountFen
    capFen: string | null
    capBinds: boolean
    totalFen: AmountFen
    /** Whether its maximum only mirrors the declared range of an unknown fact: the text names none. */
    unlimited: boolean
    round: string
  } | null
}

/** One move of an open fact in the direction that its lever allows, values as a person writes them. */
export const Change = Type.Object({ fact: Type.String(), from: Type.String(), to: Type.String() })
export type Change = Static<typeof Change>

export const Nearest = Type.Object({
  changes: Type.Array(Change),
  costFen: Type.Union([Type.String(), Type.Null()]),
})
export type Nearest = Static<typeof Nearest>

/** What settling decided where programmes exclude or cap one another. */
export interface Settled {
  kept: boolean
  amountFen: AmountFen | null
  /** Why it was not kept, was cut, or was preferred. */
  because?: { rule: 'excludes' | 'stack' | 'once'; programmes: string[]; text: string }
}

export interface Grant {
  title: string
  for?: string
  ends?: string
}

export interface Result {
  programme: string
  pack: string
  /** Hash of the programme's text and of all it inherits. */
  version: string
  subject: { id: string; name: string; audience: string }
  title: string
  mode: Mode
  benefit: Benefit
  verdict: Verdict
  /** Why there is no ordinary verdict: `rule.not-in-force` and the like. */
  code?: string
  amountFen: AmountFen | null
  /** True where the least certain parameter behind the verdict or the amount is unverified. */
  unverified: boolean
  points: Points | null
  grades: string[] | null
  /** Facts that can still change the verdict or the amount, most decisive first; keys to answer under. */
  missing: string[]
  /** The same facts in the same order, as they are filed and asked for. */
  asks: FactSeen[]
  /** Facts that only experts can supply. */
  judged: string[]
  /** Smallest moves of open facts that turn “no” into “yes”. */
  nearest: Nearest[]
  /** Targets for the next filing year, where only a closed period's figures stand in the way. */
  nextYear: Nearest[]
  /** Limits on what it and other programmes may come to in all. */
  together: { with: string[]; limitFen: AmountFen }[]
  settled: Settled | null
  grants: Grant | null
  reading: string | null
  trace: ResultTrace
}
