import { EXCLUSION_KINDS, LIST_ACTIONS, LIST_STATES, type ListAction } from '@kehui/domain/insights/leads'
import { AmountFen, Mode } from '@kehui/domain/rules'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const count = Type.Integer()
const ModeOf = Type.Unsafe<Mode>(Mode)
const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }

const Kind = Type.Unsafe<'lead' | 'cultivation'>(
  Type.Union([Type.Literal('lead'), Type.Literal('cultivation')], {
    description: 'What is paid without asking is proposed for payment; all else is for cultivation',
  }),
)
const State = Type.Unsafe<(typeof LIST_STATES)[number]>(
  Type.Union(LIST_STATES.map((state) => Type.Literal(state))),
)
const Action = Type.Unsafe<ListAction>(Type.Union(LIST_ACTIONS.map((action) => Type.Literal(action))))
const Reason = Type.Unsafe<(typeof EXCLUSION_KINDS)[number]>(
  Type.Union(EXCLUSION_KINDS.map((kind) => Type.Literal(kind))),
)

/** How many were looked at, and what they came to. */
const Counts = {
  examined: count,
  leads: count,
  excluded: count,
  open: count,
  unmet: count,
  amountFen: AmountFen,
}

export const LeadProgramme = Type.Object({
  id: text,
  title: text,
  pack: text,
  packTitle: text,
  mode: ModeOf,
  benefit: text,
  kind: Kind,
  kindText: text,
  audience: text,
  /** The list that stands. */
  standing: Nullable(Type.String({ format: 'uuid' })),
})
export type LeadProgramme = Static<typeof LeadProgramme>

export const LeadList = Type.Object({
  id: text,
  kind: Kind,
  kindText: text,
  state: State,
  stateText: text,
  programme: text,
  title: text,
  mode: ModeOf,
  benefit: text,
  on: text,
  version: text,
  digest: text,
  ...Counts,
  frozenBy: text,
  frozenAt: text,
  note: Nullable(text),
  replaces: Nullable(text),
})
export type LeadList = Static<typeof LeadList>

export const LeadLists = Type.Object({
  items: Type.Array(LeadList),
  programmes: Type.Array(LeadProgramme, { description: 'In force, those paid without asking first' }),
})
export type LeadLists = Static<typeof LeadLists>

const ReasonCount = Type.Object({ kind: Reason, label: text, count })

export const LeadPreview = Type.Object({
  programme: text,
  title: text,
  kind: Kind,
  kindText: text,
  on: text,
  version: text,
  digest: text,
  ...Counts,
  reasons: Type.Array(ReasonCount),
  before: Nullable(Type.Object({ id: text, on: text, leads: count })),
})
export type LeadPreview = Static<typeof LeadPreview>

export const LeadEntry = Type.Object({
  position: count,
  subject: text,
  name: text,
  creditCode: Nullable(text),
  place: Nullable(text),
  owner: Nullable(text),
  amountFen: Nullable(AmountFen),
  reasons: Type.Array(Type.Object({ kind: Reason, text })),
  facts: Type.Array(
    Type.Object({ key: text, label: text, value: text, source: Nullable(text), observedAt: text }),
  ),
  inputHash: text,
})
export type LeadEntry = Static<typeof LeadEntry>

export const LeadEntries = Type.Object({ items: Type.Array(LeadEntry), total: count, pageSize: count })
export type LeadEntries = Static<typeof LeadEntries>

export const LeadDetail = Type.Object({
  ...LeadList.properties,
  source: text,
  engine: text,
  /** Whether the entries are still those that were frozen. */
  intact: Type.Boolean(),
  reasons: Type.Array(ReasonCount),
  places: Type.Array(Type.Object({ value: text, label: text })),
  events: Type.Array(
    Type.Object({ action: Action, by: text, at: text, note: Nullable(text), list: Nullable(text) }),
  ),
  actions: Type.Array(Type.Union([Type.Literal('withdraw'), Type.Literal('restore')])),
  /** Other lists of the programme, the latest first. */
  others: Type.Array(Type.Object({ id: text, on: text, frozenAt: text, state: State, stateText: text })),
})
export type LeadDetail = Static<typeof LeadDetail>

const Difference = Type.Object({
  subject: text,
  name: text,
  creditCode: Nullable(text),
  before: Nullable(AmountFen),
  after: Nullable(AmountFen),
  why: Type.Array(text),
})

export const LeadComparison = Type.Object({
  before: LeadList,
  after: LeadList,
  came: Type.Array(Difference),
  went: Type.Array(Difference),
  changed: Type.Array(Difference),
  stayed: count,
})
export type LeadComparison = Static<typeof LeadComparison>

export const PreviewQuery = Type.Object({ programme: Type.String({ minLength: 1, maxLength: 200 }), ...lang })
export const FreezeLeads = Type.Object({
  programme: Type.String({ minLength: 1, maxLength: 200 }),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
  seen: Type.Optional(
    Type.String({
      maxLength: 64,
      description: 'Digest of the preview; refused where the list is another now',
    }),
  ),
})
export type FreezeLeads = Static<typeof FreezeLeads>

export const WithdrawLeads = Type.Object({ note: Type.String({ maxLength: 1000 }) })
export type WithdrawLeads = Static<typeof WithdrawLeads>

export const EntryQuery = Type.Object({
  outcome: Type.Optional(Type.Union([Type.Literal('lead'), Type.Literal('excluded')])),
  reason: Type.Optional(Reason),
  place: Type.Optional(Type.String({ pattern: '^\\d{6}$' })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  ...lang,
})
export type EntryQuery = Static<typeof EntryQuery>
