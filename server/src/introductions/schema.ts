import {
  IntroductionAction,
  IntroductionParty,
  IntroductionState,
  OutcomeCode,
  Said,
} from '@kehui/domain/cases'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const Subject = Type.Object({ id: text, name: text })
const Fen = Type.String({ pattern: '^[1-9][0-9]{0,15}$', description: 'Integer fen' })

export const ProposeIntroduction = Type.Object({
  provider: Type.String({ format: 'uuid', description: 'Who may answer the need' }),
  reasons: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), {
    minItems: 1,
    maxItems: 20,
    description: 'Why these two: both sides read it',
  }),
  score: Type.Optional(Type.Number({ minimum: 0, maximum: 1e9 })),
  overCapacity: Type.Optional(
    Type.Boolean({ description: 'Proposed although the provider has as many as it wants' }),
  ),
})
export type ProposeIntroduction = Static<typeof ProposeIntroduction>

export const ActOnIntroduction = Type.Object({
  action: IntroductionAction,
  note: Type.Optional(Type.String({ maxLength: 2000 })),
  meetsOn: Type.Optional(Type.String({ format: 'date' })),
  outcome: Type.Optional(OutcomeCode),
  contract: Type.Optional(Type.String({ maxLength: 100, description: 'Number of the technology contract' })),
  amountFen: Type.Optional(Fen),
  said: Type.Optional(
    Type.Object(Said.properties, {
      description: 'Who of the side gave its word, and how; owed where the team writes it down',
    }),
  ),
})
export type ActOnIntroduction = Static<typeof ActOnIntroduction>

export const IntroductionItem = Type.Object({
  id: text,
  demand: Type.Object({ id: text, title: text }),
  /** Null before both sides agreed, for the other side. */
  seeker: Nullable(Subject),
  provider: Nullable(Subject),
  /** Who answers for a provider that is a thing, such as the institution of an achievement. */
  holder: Nullable(Subject),
  state: IntroductionState,
  accepted: Type.Array(text),
  meetsOn: Nullable(text),
  outcome: Nullable(OutcomeCode),
  waitsFor: Type.Array(IntroductionParty),
  dueOn: Nullable(text),
  overdue: Type.Boolean(),
  reasons: Type.Array(text),
  updatedAt: text,
})
export type IntroductionItem = Static<typeof IntroductionItem>

export const IntroductionList = Type.Object({
  items: Type.Array(IntroductionItem),
  total: Type.Integer(),
  pageSize: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'By state' }),
})
export type IntroductionList = Static<typeof IntroductionList>

export const IntroductionQuery = Type.Object({
  state: Type.Optional(Type.Union([IntroductionState, Type.Literal('open'), Type.Literal('overdue')])),
  demand: Type.Optional(Type.String({ format: 'uuid' })),
  as: Type.Optional(Type.String({ format: 'uuid', description: 'The side for which it is looked at' })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type IntroductionQuery = Static<typeof IntroductionQuery>

export const IntroductionDetail = Type.Object({
  ...IntroductionItem.properties,
  events: Type.Array(
    Type.Object({
      action: text,
      party: text,
      by: text,
      note: Nullable(text),
      meetsOn: Nullable(text),
      outcome: Nullable(OutcomeCode),
      contract: Nullable(text),
      amountFen: Nullable(text),
      said: Nullable(Said),
      at: text,
    }),
  ),
  /** The technology contract in the registry that it led to. */
  contract: Nullable(text),
  actions: Type.Array(IntroductionAction, { description: 'What whoever asks can do with it' }),
})
export type IntroductionDetail = Static<typeof IntroductionDetail>

export const Capacity = Type.Object({
  capacity: Nullable(
    Type.Integer({ minimum: 0, maximum: 1000, description: 'At a time; 0 refuses all; none: the usual 3' }),
  ),
})
export type Capacity = Static<typeof Capacity>

export const CapacityView = Type.Object({
  ...Capacity.properties,
  open: Type.Integer({ description: 'Introductions that it answers for and that wait for something' }),
  usual: Type.Integer(),
})
export type CapacityView = Static<typeof CapacityView>
