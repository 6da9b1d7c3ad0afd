import type { Text } from '../../shared/text.js'
import type { Dimension } from '../../shared/unit.js'
import type { Check } from '../bind/bound.js'
import type { ValueDef } from '../facts.js'
import type { Cond, Num, RecordSlot, Slot, Start } from '../form.js'
import { ExpressionError } from '../language/error.js'
import type { Expression, Relation } from '../language/expression.js'
import type { NodeTable } from '../node-table.js'
import type { Library, Programme } from '../programme.js'
import type { Citation } from '../result.js'

/** Nodes, slots and record kinds that all programmes of one engine share. */
export interface Tables {
  readonly nodes: NodeTable
  readonly slots: Slot[]
  readonly slotByKey: Map<string, Slot>
  readonly records: RecordSlot[]
  /** What is shown of a condition, by all that it says. */
  readonly checks: Map<string, Check>
}

/** One side of a comparison, to print what was seen. */
export type Measure =
  | { readonly kind: 'number'; readonly num: Num; readonly dimension: Dimension }
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'text'; readonly text: string }

/** A condition as it was written, beside the simplified node that decides it. */
export interface Shape {
  readonly kind: 'all' | 'any' | 'not' | 'compare' | 'fact' | 'in'
  readonly text: string
  readonly label: Text | null
  readonly cite: Citation | null
  readonly cond: Cond
  readonly left: Measure | null
  readonly right: Measure | null
  readonly relation: Relation | null
  readonly children: readonly Shape[]
}

export type Built =
  | { readonly type: 'number'; readonly num: Num; readonly dimension: Dimension; readonly bare: boolean }
  | { readonly type: 'date'; readonly num: Num }
  | { readonly type: 'date-year'; readonly num: Num }
  | { readonly type: 'choice'; readonly slot: number; readonly def: ValueDef }
  | { readonly type: 'place'; readonly slot: number }
  | {
      readonly type: 'grade'
      readonly of: Num
      readonly starts: readonly Start[]
      readonly names: readonly string[]
    }
  | { readonly type: 'condition'; readonly shape: Shape }

/** A constant at which a verdict or an amount changes: it wants an example at it and one a unit short of it. */
export interface Threshold {
  readonly key: string
  readonly text: string
  readonly left: Num
  readonly right: Num
  readonly relation: Relation
  /** How far from the constant “one unit short” may lie, in base units. */
  readonly tolerance: Num
  /** Must not be zero for the threshold to be met. */
  readonly guard: Num | null
}

/** What a name can mean while one programme is compiled for one date. */
export interface Scope {
  readonly library: Library
  readonly programme: Programme
  readonly on: number
  readonly onYear: number
  readonly tables: Tables
  readonly thresholds: Map<string, Threshold>
  /** Definitions, `得分` and `等级`: compiled when first named. */
  readonly lookup: (name: string, at: number) => Built | undefined
  readonly score: (item: string, at: number) => Num | undefined
  readonly localNames: () => readonly string[]
  /** Set while a condition or a value of one record row is compiled. */
  readonly row: { readonly fields: readonly ValueDef[]; readonly nodes: NodeTable } | null
  /** Facts that are being derived, to find circles. */
  readonly deriving: readonly string[]
}

export function nodesOf(scope: Scope): NodeTable {
  return scope.row ? scope.row.nodes : scope.tables.nodes
}

export function leaf(kind: Shape['kind'], e: Expression, cond: Cond, more: Partial<Shape> = {}): Built {
  return {
    type: 'condition',
    shape: {
      kind,
      text: e.text,
      label: null,
      cite: null,
      cond,
      left: null,
      right: null,
      relation: null,
      children: [],
      ...more,
    },
  }
}

export function refuse(
  code: string,
  e: { at: number },
  message: string,
  more: { expected?: string; suggestion?: string | undefined } = {},
): never {
  throw new ExpressionError(`expression.${code}`, e.at, message, more)
}
