import type { Rational } from '../shared/rational.js'
import type { Text } from '../shared/text.js'
import type { Dimension } from '../shared/unit.js'

/** What facts can be asked of, and what programmes are for. */
export const AUDIENCES = [
  'enterprise',
  'project',
  'contract',
  'loan',
  'institution',
  'incubator',
  'person',
  'commissioner',
  'village',
] as const
export type Audience = (typeof AUDIENCES)[number]

export const PERIODS = ['上年度', '上年末', '前年度', '当年', '当前', '累计'] as const
export type Period = (typeof PERIODS)[number]

export type FactType = 'quantity' | 'yes-no' | 'choice' | 'place' | 'date'

/** One value of one fact. Quantities are integers at the scale of their dimension (`scaleOf`): fen, millionths, hundredths, ones. */
export type Value =
  | { readonly kind: 'quantity'; readonly lo: bigint; readonly hi: bigint }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'place'; readonly code: string }
  | { readonly kind: 'date'; readonly day: number }

/** What a fact or a field of a record is, as far as reading and printing a value needs it. */
export interface ValueDef {
  readonly name: string
  readonly en: string
  readonly label: Text
  readonly type: FactType
  /** Quantities: the unit as declared, its dimension and one of it in base units. */
  readonly unit: string
  readonly dimension: Dimension
  readonly factor: Rational
  /** Integers that the value can be, at the scale of the dimension; what an unknown stands for. */
  readonly lo: bigint
  readonly hi: bigint
  readonly options: ReadonlyMap<string, Text>
}

export interface FactDef extends ValueDef {
  readonly pack: string
  readonly of: readonly Audience[]
  readonly period: Period
  readonly calibres: ReadonlyMap<string, Text>
  readonly lever: 'up' | 'down' | 'none'
  readonly within: string | null
  /** The stored integer that it has in years before the subject existed. */
  readonly beforeFounding: bigint | null
  readonly ask: Text
  readonly hint: Text | null
  readonly heldBy: string | null
  /** The papers that prove its value. */
  readonly evidence: Text | null
  readonly minutes: number
  readonly costPerUnitFen: bigint | null
  readonly askable: boolean
  readonly title: boolean
  readonly negative: { readonly source: string; readonly maxAgeDays: number | null } | null
  /** The expression that it is computed from; such a fact is never stored. */
  readonly derived: string | null
}

export interface RecordDef {
  readonly pack: string
  readonly name: string
  readonly en: string
  readonly label: Text
  readonly of: readonly Audience[]
  readonly maxCount: bigint
  readonly heldBy: string | null
  /** The classifier of one of it: `count(…)` is in this unit. */
  readonly dimension: Dimension
  readonly fields: ReadonlyMap<string, ValueDef>
}

export interface KnownFact {
  readonly value: Value
  readonly source?: string
}

/** `name[.calibre][@year]` → value. An undated value is of the fact's own period. */
export type FactSet = ReadonlyMap<string, KnownFact>
export type RecordRow = ReadonlyMap<string, Value>
export type Records = ReadonlyMap<string, readonly RecordRow[]>

export interface Subject {
  readonly id: string
  readonly name: string
  readonly audience: Audience
  readonly facts: FactSet
  readonly records: Records
  /** Who owns it: the company of a project, the institution of a commissioner. */
  readonly owner?: Subject
  /** Programmes whose award it already received. */
  readonly received?: readonly string[]
}

export function factKey(name: string, calibre: string | null, year: number | null): string {
  return `${name}${calibre === null ? '' : `.${calibre}`}${year === null ? '' : `@${year}`}`
}

/** The year of which an undated value of this period is, or null where it has none. */
export function yearOfPeriod(period: Period, onYear: number): number | null {
  if (period === '上年度' || period === '上年末') return onYear - 1
  return period === '前年度' ? onYear - 2 : null
}
