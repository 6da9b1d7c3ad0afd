import type { Rational } from '../../shared/rational.js'
import type { Dimension } from '../../shared/unit.js'

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>='

/** A parsed expression. `at` is the offset in its text; `text` what was written. */
export type Expression = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'quantity'; readonly value: Rational; readonly dimension: Dimension }
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly year: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'aggregate'
      readonly name: string
      readonly value: Expression | null
      readonly record: string
      readonly recordAt: number
      readonly where: Expression | null
    }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly items: readonly Expression[] }
  | {
      readonly kind: 'arithmetic'
      readonly operator: '+' | '-' | '*' | '/'
      readonly left: Expression
      readonly right: Expression
      readonly ifZero: Expression | null
    }
  | {
      readonly kind: 'compare'
      readonly relation: Relation
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'in'
      readonly left: Expression
      readonly among: readonly Expression[]
      readonly negated: boolean
    }
  | {
      readonly kind: 'if'
      readonly when: Expression
      readonly then: Expression
      readonly otherwise: Expression
    }
)
