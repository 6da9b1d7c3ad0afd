import { type Static, Type } from 'typebox'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const kind = <K extends string>(name: K) => Type.Literal(name)

/** Why somebody who meets a programme, or met it before, is on no list of those to be paid. */
export const Exclusion = Type.Union([
  // It does not exist, or not as what it says.
  Type.Object({ kind: kind('no-code') }),
  Type.Object({ kind: kind('bad-code'), code: text }),
  Type.Object({ kind: kind('gone') }),
  // It is not in good standing, or nobody looked.
  Type.Object({ kind: kind('ended'), fact: text, value: text }),
  Type.Object({ kind: kind('barred'), fact: text }),
  Type.Object({ kind: kind('unchecked'), fact: text }),
  Type.Object({ kind: kind('stale'), fact: text, observedAt: text, maxAgeDays: Type.Integer() }),
  Type.Object({ kind: kind('out-of-region') }),
  // No register says so.
  Type.Object({ kind: kind('declared'), facts: Type.Array(text) }),
  Type.Object({ kind: kind('contradicted'), facts: Type.Array(text) }),
  // It has it already, or will.
  Type.Object({ kind: kind('awarded'), programme: text, on: Nullable(text) }),
  Type.Object({ kind: kind('award-open'), programme: text }),
  Type.Object({ kind: kind('listed'), programme: text, list: text }),
  Type.Object({ kind: kind('preferred'), programmes: Type.Array(text) }),
  Type.Object({ kind: kind('nothing-left') }),
  Type.Object({ kind: kind('twice'), name: text }),
  // It was on the list before.
  Type.Object({ kind: kind('unmet'), conditions: Type.Array(text) }),
  Type.Object({ kind: kind('open'), facts: Type.Array(text) }),
])
export type Exclusion = Static<typeof Exclusion>

export const EXCLUSION_KINDS = [
  'no-code',
  'bad-code',
  'gone',
  'ended',
  'barred',
  'unchecked',
  'stale',
  'out-of-region',
  'declared',
  'contradicted',
  'awarded',
  'award-open',
  'listed',
  'preferred',
  'nothing-left',
  'twice',
  'unmet',
  'open',
] as const satisfies readonly Exclusion['kind'][]
