import { Cooperation, Demand, DemandAction, DemandState, Reach } from '@kehui/domain/cases'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const line = Type.String({ maxLength: 200 })
const words = Type.String({ maxLength: 5000 })

/** A need as somebody writes it: every part may still be empty. */
export const DemandContent = Type.Object({
  title: line,
  problem: words,
  scene: words,
  tried: words,
  targets: Type.Array(Type.Object({ name: line, wanted: line, now: line }), { maxItems: 20 }),
  field: Nullable(line),
  cooperation: Type.Array(Cooperation, { maxItems: 8, uniqueItems: true }),
  budgetFen: Nullable(Type.String({ pattern: '^[1-9][0-9]{0,15}$', description: 'Integer fen' })),
  neededBy: Nullable(Type.String({ format: 'date' })),
  maturity: Nullable(Type.Integer({ minimum: 1, maximum: 9, description: 'Least technology readiness' })),
  reach: Reach,
  contact: line,
  secrets: Type.Array(line, { maxItems: 20, description: 'Words hidden until both sides agreed' }),
})
export type DemandContent = Static<typeof DemandContent>

/** How it came here. */
export const DemandChannel = Type.Union([
  Type.Literal('web'),
  Type.Literal('visit'),
  Type.Literal('import'),
  Type.Literal('api'),
])
export type DemandChannel = Static<typeof DemandChannel>

/** When a member of the team was there, and who of the company told it. */
export const DemandVisit = Type.Object({
  on: Type.String({ format: 'date' }),
  toldBy: Type.String({ minLength: 1, maxLength: 100 }),
})
export type DemandVisit = Static<typeof DemandVisit>

export const NewDemand = Type.Object({
  content: DemandContent,
  channel: Type.Optional(DemandChannel),
  visit: Type.Optional(DemandVisit),
})
export type NewDemand = Static<typeof NewDemand>

export const SaveDemand = Type.Object({
  content: DemandContent,
  revision: Type.Integer({
    minimum: 0,
    maximum: 2_000_000_000,
    description: 'The one that was read: a newer one is not written over',
  }),
})
export type SaveDemand = Static<typeof SaveDemand>

export const ActOnDemand = Type.Object({
  action: DemandAction,
  note: Type.Optional(Type.String({ maxLength: 2000 })),
})
export type ActOnDemand = Static<typeof ActOnDemand>

const Question = Type.Object({ part: text, gain: Type.Integer(), ask: text })

export const DemandClarity = Type.Object({
  points: Type.Integer(),
  questions: Type.Array(Question),
  vague: Type.Array(text),
})
export type DemandClarity = Static<typeof DemandClarity>

export const DemandItem = Type.Object({
  id: text,
  title: text,
  /** Null where whose it is is not shown. */
  subject: Nullable(Type.Object({ id: text, name: text })),
  place: Nullable(text),
  state: DemandState,
  field: Nullable(text),
  neededBy: Nullable(text),
  clarity: Type.Integer(),
  introductions: Type.Integer(),
  publishedAt: Nullable(text),
  updatedAt: text,
})
export type DemandItem = Static<typeof DemandItem>

export const DemandList = Type.Object({
  items: Type.Array(DemandItem),
  total: Type.Integer(),
  pageSize: Type.Integer(),
  counts: Type.Record(Type.String(), Type.Integer(), { description: 'By state, of what is visible' }),
})
export type DemandList = Static<typeof DemandList>

export const DemandDetail = Type.Object({
  ...DemandItem.properties,
  content: Demand,
  disclosure: Type.Union([Type.Literal('redacted'), Type.Literal('whole')]),
  channel: DemandChannel,
  /** For its company and the team. */
  visit: Nullable(DemandVisit),
  revision: Type.Integer(),
  quality: DemandClarity,
  /** What everybody else sees of it; only for those who see the whole. */
  redacted: Nullable(Demand),
  similar: Type.Array(Type.Object({ id: text, title: text, likeness: Type.Number(), why: text })),
  events: Type.Array(Type.Object({ action: text, by: text, role: text, note: Nullable(text), at: text })),
  actions: Type.Array(DemandAction),
  editable: Type.Boolean(),
})
export type DemandDetail = Static<typeof DemandDetail>

export const DemandView = Type.Object({
  by: Nullable(text),
  role: text,
  as: Nullable(Type.Object({ id: text, name: text })),
  disclosure: text,
  at: text,
})
export type DemandView = Static<typeof DemandView>

export const DemandQuery = Type.Object({
  state: Type.Optional(DemandState),
  subject: Type.Optional(Type.String({ format: 'uuid', description: 'Needs of this company alone' })),
  as: Type.Optional(Type.String({ format: 'uuid', description: 'The company for which it is looked at' })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type DemandQuery = Static<typeof DemandQuery>
