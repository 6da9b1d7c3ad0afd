import type { ChainPlan } from '../registry/chain/plan.js'
import type { Position } from '../shared/diagnostic.js'
import type { PlaceIndex } from '../shared/places.js'
import type { Rational } from '../shared/rational.js'
import type { Text } from '../shared/text.js'
import type { Audience, FactDef, RecordDef } from './facts.js'
import type { Rounding } from './form.js'
import type { Ladder } from './ladder.js'
import type { RankingWeights } from './ranking-weights.js'
import type { Benefit, Mode, Verified } from './result.js'

/** An expression as a file writes it. */
export interface Source {
  readonly text: string
  readonly at: Position
}

export interface Cite {
  readonly document: string | null
  readonly article: string | null
  readonly url: string | null
  readonly verified: Verified | null
}

/** A fact that must be held or must not, and the article that says so. */
export interface Cited extends Source {
  readonly cite: Cite
}

export interface Annotations {
  readonly label: Text | null
  readonly cite: Cite
  /** The papers that prove it. */
  readonly evidence: Text | null
  readonly at: Position
}

/** A condition: an expression, one expression a reading, or a group. */
export type Item = Annotations &
  (
    | { readonly kind: 'expression'; readonly that: Source }
    | { readonly kind: 'by-reading'; readonly that: ReadonlyMap<string, Source> }
    | { readonly kind: 'all' | 'any'; readonly items: readonly Item[] }
  )

export interface Step {
  readonly at: Source
  readonly bound: '达到' | '超过' | '不超过' | '低于'
  readonly value: Source
}

/** A part of a score or an amount. */
export type Term = Annotations & { readonly when: Item | null; readonly payer: string | null } & (
    | { readonly kind: 'expression'; readonly of: Source }
    | {
        readonly kind: 'steps'
        readonly of: Source
        readonly steps: readonly Step[]
        readonly below: Source | null
      }
    | {
        readonly kind: 'slices'
        readonly of: Source
        readonly slices: readonly { readonly from: Source; readonly rate: Source }[]
      }
    | { readonly kind: 'best' | 'sum'; readonly terms: readonly Term[]; readonly cap: Source | null }
    | {
        readonly kind: 'cases'
        readonly cases: readonly { readonly when: Item; readonly give: Source }[]
        readonly otherwise: Source | null
      }
    | { readonly kind: 'judged'; readonly value: Source }
  )

export interface Pay {
  readonly lines: readonly Term[]
  /** Each bounds the sum; the scope says over what: a project, an enterprise and year. */
  readonly caps: readonly { readonly scope: string | null; readonly of: Source }[]
  readonly upper: boolean
  readonly per: string | null
  readonly round: { readonly step: Rational; readonly mode: Rounding; readonly text: string }
  readonly at: Position
}

export interface Grade {
  readonly of: Source
  readonly bands: readonly { readonly name: string; readonly from: Step }[]
  readonly below: string
}

export interface Call {
  readonly title: Text
  readonly number: string | null
  readonly year: number | null
  readonly batch: string | null
  /** Its windows are those of the first round; it returns on the same dates each year. */
  readonly yearly: boolean
  /** Days since 1970-01-01, as in every date of a programme. */
  readonly reference: number | null
  readonly windows: readonly {
    readonly step: Text
    readonly from: number | null
    readonly to: number | null
  }[]
  readonly quota: { readonly each: string; readonly by: Text | null } | null
  readonly materials: readonly {
    readonly name: Text
    readonly kind: 'licence' | 'generated' | 'uploaded'
    readonly seal: boolean
  }[]
  readonly departments: readonly {
    readonly level: string
    readonly name: Text
    readonly phone: string | null
  }[]
  readonly promise: number | null
  readonly link: string | null
  readonly verified: Verified
}

export interface Exclusion {
  readonly with: readonly string[]
  readonly scope: '事项' | '项目' | '年度' | '发票' | '级次'
  readonly resolve:
    | '就高'
    | '自选'
    | '先到'
    | '补差'
    | { readonly share: Rational; readonly base: Source | null }
}

export type Shares = ReadonlyMap<string, Rational>

export interface Readings {
  readonly question: Text
  readonly default: string
  readonly options: ReadonlyMap<string, Text>
  readonly signed: { readonly by: string; readonly on: number } | null
}

export interface Document {
  readonly document: string
  readonly number: string | null
  readonly issuer: string | null
  readonly date: string | null
  readonly url: string | null
  readonly via: string | null
  readonly verified: Verified
}

export interface Example {
  readonly name: string
  readonly on: string
  readonly reading: string | null
  readonly facts: Readonly<Record<string, string>>
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> | null
  readonly expect: {
    readonly verdict: 'yes' | 'no' | 'unknown'
    readonly amount: readonly [string, string] | null
    readonly points: readonly [string, string] | null
    readonly grade: string | null
    readonly missing: readonly string[] | null
    readonly judged: readonly string[] | null
  }
  readonly at: Position
}

/** One programme as its file gives it, checked in form; its expressions are compiled for a decision date when needed. */
export interface Programme {
  readonly id: string
  readonly pack: string
  /** SHA-256 of its text and of all that it inherits. */
  readonly version: string
  readonly at: Position
  readonly title: Text
  readonly summary: Text | null
  readonly audience: Audience
  readonly mode: Mode
  readonly benefit: Benefit
  readonly calibre: string | null
  readonly period: '上年度' | '前年度' | '当年' | number
  /** Options of the library's industry fact that it is meant for; empty where it says nothing of them. */
  readonly industries: readonly string[]
  /** In force, both days included; null for a side that the text leaves open. */
  readonly valid: { readonly from: number | null; readonly to: number | null; readonly stated: boolean }
  readonly source: Document
  readonly place: { readonly name: string; readonly code: string } | null
  readonly requires: readonly Cited[]
  readonly standing: readonly Cited[]
  /** Its self-assessment form, where it has one. */
  readonly form: { readonly title: Text; readonly note: Text | null } | null
  readonly need: readonly Item[]
  readonly define: ReadonlyMap<string, { readonly item: Item | null; readonly term: Term | null }>
  readonly points: ReadonlyMap<string, Term>
  readonly grade: Grade | null
  readonly pay: Pay | null
  readonly grants: {
    readonly title: string
    readonly for: string | null
    readonly ends: string | null
  } | null
  readonly rank: { readonly by: string; readonly take: string } | null
  readonly allocate: {
    readonly budgetFen: bigint
    readonly method: string
    readonly year: number | null
  } | null
  readonly shares: readonly { readonly where: string | null; readonly shares: Shares }[]
  readonly schedule: readonly {
    readonly when: string
    readonly share: Rational
    /** How long after the award it is paid; null where the text names no time. */
    readonly afterMonths: number | null
  }[]
  readonly clawback: { readonly when: Text; readonly share: Rational } | null
  readonly payee: string | null
  readonly excludes: readonly Exclusion[]
  readonly stack: { readonly group: string; readonly capFen: bigint } | null
  readonly once: boolean
  readonly consumes: readonly string[]
  readonly readings: Readings | null
  readonly calls: readonly Call[]
  readonly examples: readonly Example[]
}

export interface PackInfo {
  readonly id: string
  readonly title: Text
  readonly level: '国家' | '省' | '市' | '区'
  readonly extends: string | null
  readonly appliesTo: string | null
  readonly appliesCode: string | null
  readonly department: { readonly name: Text; readonly phone: string | null } | null
  readonly sample: boolean
  /** Itself and all that it extends: whose facts its programmes may name. */
  readonly chain: readonly string[]
}

/** All packs that were loaded together; nothing in it is half-checked. */
export interface Library {
  readonly packs: ReadonlyMap<string, PackInfo>
  readonly programmes: ReadonlyMap<string, Programme>
  readonly ladders: ReadonlyMap<string, Ladder>
  /** The industry chains that regions work on. */
  readonly chains: readonly ChainPlan[]
  /** How matches are judged in the region of each pack, with what it takes from those that it extends. */
  readonly ranking: ReadonlyMap<string, RankingWeights>
  readonly facts: ReadonlyMap<string, FactDef>
  readonly records: ReadonlyMap<string, RecordDef>
  /** English name → Chinese name, of facts and records. */
  readonly englishNames: ReadonlyMap<string, string>
  readonly places: PlaceIndex
  /** The date fact from which a company's first year counts. */
  readonly founded: string | null
  /** The choice fact that says in which industry a company is. */
  readonly industry: string | null
  /** Whose word is that of a register: what comes from anybody else was only declared. */
  readonly registers: readonly string[]
  /** What whoever is to be paid unasked is checked for, whatever the programme says. */
  readonly standing: {
    /** The choice fact that says whether it still exists, and the options that say it does not. */
    readonly status: string | null
    readonly ended: readonly string[]
    /** Negative facts that bar it. */
    readonly barred: readonly string[]
  }
}
