import { ObjectionAction, ObjectionState } from '@kehui/domain/cases'
import { AmountFen, Verdict } from '@kehui/domain/packs/package'
import Type, { type Static } from 'typebox'
import { FactValues } from '../packages/schema.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const words = Type.String({ minLength: 1, maxLength: 2000 })

/** How a programme stood for the subject. */
export const Standing = Type.Object({
  verdict: Verdict,
  amountFen: Nullable(AmountFen),
  version: text,
})
export type Standing = Static<typeof Standing>

/** The condition that is meant, as the page showed it. */
export const Condition = Type.Object({
  text: Type.String({ maxLength: 2000 }),
  label: Nullable(Type.String({ maxLength: 500 })),
  actual: Nullable(Type.String({ maxLength: 500 })),
  required: Nullable(Type.String({ maxLength: 500 })),
  verdict: Verdict,
  article: Nullable(Type.String({ maxLength: 500 })),
  facts: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
})
export type Condition = Static<typeof Condition>

export const RaiseObjection = Type.Object({
  programme: Type.String({ minLength: 1, maxLength: 200 }),
  condition: Type.Optional(
    Type.String({
      maxLength: 2000,
      description: 'The text of the condition that is meant; none: the verdict',
    }),
  ),
  reason: words,
  name: Type.String({ minLength: 1, maxLength: 60, description: 'Who objects' }),
  contact: Type.Optional(Type.String({ maxLength: 120, description: 'Telephone or e-mail for the answer' })),
})
export type RaiseObjection = Static<typeof RaiseObjection>

export const ActOnObjection = Type.Object({
  action: ObjectionAction,
  note: Type.Optional(Type.String({ maxLength: 2000 })),
  facts: Type.Optional(FactValues),
})
export type ActOnObjection = Static<typeof ActOnObjection>

export const ObjectionItem = Type.Object({
  id: text,
  subject: Type.Object({ id: text, name: text }),
  programme: Type.Object({ id: text, title: text }),
  condition: Nullable(Condition),
  reason: text,
  by: Type.Object({ name: text, role: text, contact: Nullable(text) }),
  state: ObjectionState,
  dueOn: text,
  overdue: Type.Boolean(),
  createdAt: text,
  updatedAt: text,
})
export type ObjectionItem = Static<typeof ObjectionItem>

export const ObjectionList = Type.Object({
  items: Type.Array(ObjectionItem),
  total: Type.Integer(),
  pageSize: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'By state' }),
})
export type ObjectionList = Static<typeof ObjectionList>

export const ObjectionQuery = Type.Object({
  state: Type.Optional(Type.Union([ObjectionState, Type.Literal('pending')])),
  programme: Type.Optional(Type.String({ maxLength: 200 })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type ObjectionQuery = Static<typeof ObjectionQuery>

export const ObjectionDetail = Type.Object({
  ...ObjectionItem.properties,
  shown: Standing,
  now: Nullable(Standing),
  events: Type.Array(
    Type.Object({
      action: text,
      by: text,
      role: text,
      note: Nullable(text),
      at: text,
      changed: Type.Array(Type.Object({ key: text, from: Nullable(text), to: text })),
      after: Nullable(Standing),
    }),
  ),
  actions: Type.Array(ObjectionAction, { description: 'What whoever asks can do with it' }),
})
export type ObjectionDetail = Static<typeof ObjectionDetail>
