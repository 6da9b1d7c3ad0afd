import { Change, OutcomeChange, Reason, Standing } from '@kehui/domain/packs/compare'
import {
  DRAFT_STATES,
  type DraftAction,
  DraftCheck,
  type DraftState,
  ReadingExample,
} from '@kehui/domain/packs/publishing'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

const State = Type.Unsafe<DraftState>(Type.Union(DRAFT_STATES.map((state) => Type.Literal(state))))

const ASKED = ['rebase', 'submit', 'return', 'sign', 'publish', 'withdraw', 'discard'] as const
/** Steps of a draft that a person takes, but for saving a text. */
export type DraftStep = (typeof ASKED)[number]
export const DraftStep = Type.Unsafe<DraftStep>(Type.Union(ASKED.map((step) => Type.Literal(step))))

/** Enough for the longest programme; a pack file may be no longer. */
const TEXT_LENGTH = 2_000_000

export const DraftText = Type.Object({ text: Type.String({ maxLength: TEXT_LENGTH }) })

/** From the text in force of a programme, or anew in a pack. */
export const CreateDraft = Type.Union([
  Type.Object({ programme: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  Type.Object(
    { pack: Type.String({ maxLength: 100 }), text: DraftText.properties.text },
    { additionalProperties: false },
  ),
])
export type CreateDraft = Static<typeof CreateDraft>

const Note = Type.Optional(Nullable(Type.String({ maxLength: 2_000 })))

export const SaveDraft = Type.Object({
  ...DraftText.properties,
  revision: Type.Integer({ description: 'The latest that the writer has seen' }),
  note: Note,
})
export type SaveDraft = Static<typeof SaveDraft>

export const ActOnDraft = Type.Object({
  revision: Type.Integer(),
  note: Note,
  reading: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
})
export type ActOnDraft = Static<typeof ActOnDraft>

export const DraftItem = Type.Object({
  id: text,
  programme: text,
  title: text,
  pack: text,
  packTitle: text,
  state: State,
  isNew: Type.Boolean({ description: 'Of a programme that was never in force' }),
  createdBy: text,
  authors: Type.Array(text),
  updatedBy: text,
  updatedAt: text,
})
export type DraftItem = Static<typeof DraftItem>

const Place = Type.Object({ file: text, line: Type.Integer(), column: Type.Integer(), message: text })

export const PublishingList = Type.Object({
  drafts: Type.Array(DraftItem),
  unsigned: Type.Array(
    Type.Object({ programme: text, title: text, packTitle: text, question: text, chosen: text }),
    { description: 'Programmes in force of which nobody has signed the reading' },
  ),
  changedBeneath: Type.Array(Type.Object({ draft: text, programme: text, path: text }), {
    description: 'Published programmes whose file in packs/ has changed since',
  }),
  held: Nullable(
    Type.Object({
      waiting: Type.Union([Type.Literal('files'), Type.Literal('published')]),
      paths: Type.Array(text),
      problems: Type.Array(Place),
    }),
  ),
})
export type PublishingList = Static<typeof PublishingList>

export const DraftReading = Type.Object({
  question: text,
  options: Type.Array(Type.Object({ id: text, label: text })),
  chosen: text,
  open: Type.Boolean({ description: 'Must be signed before this text is published' }),
  signed: Nullable(Type.Object({ by: text, on: text })),
  example: Nullable(ReadingExample),
})
export type DraftReading = Static<typeof DraftReading>

export const DraftHistory = Type.Object({
  id: Type.Integer(),
  action: Type.Unsafe<DraftAction | 'create'>(text),
  by: text,
  role: text,
  note: Nullable(text),
  at: text,
  detail: Type.Record(text, Type.Unknown()),
  changedText: Type.Boolean(),
})
export type DraftHistory = Static<typeof DraftHistory>

export const DraftReport = Type.Object({
  check: DraftCheck,
  reading: Nullable(DraftReading),
  changes: Type.Array(Change, { description: 'What it says differently from the text in force' }),
})
export type DraftReport = Static<typeof DraftReport>

export const DraftDetail = Type.Object({
  ...DraftItem.properties,
  ...DraftReport.properties,
  path: text,
  revision: Type.Integer(),
  text,
  actions: Type.Array(Type.Unsafe<DraftAction>(text), { description: 'What the asker may do now' }),
  inForce: Nullable(
    Type.Object({
      text,
      origin: Type.Union([Type.Literal('file'), Type.Literal('web')]),
      byName: Nullable(text),
      since: Nullable(text),
    }),
  ),
  baseMoved: Type.Boolean({ description: 'What is in force is not what the draft set out from' }),
  others: Type.Array(Type.Object({ id: text, state: State, createdBy: text }), {
    description: 'Other drafts of the same programme that are not finished',
  }),
  history: Type.Array(DraftHistory),
})
export type DraftDetail = Static<typeof DraftDetail>

const Fen = Type.Record(text, text, { description: 'Fen by kind of benefit' })

export const EffectRow = Type.Object({
  subject: text,
  name: text,
  place: Nullable(text),
  before: Nullable(Standing),
  after: Nullable(Standing),
  because: Type.Array(Reason),
  others: Type.Array(OutcomeChange),
})
export type EffectRow = Static<typeof EffectRow>

const EffectState = Type.Union([
  Type.Literal('none'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('cancelled'),
  Type.Literal('failed'),
])

export const Effect = Type.Object({
  state: EffectState,
  done: Type.Integer(),
  total: Type.Integer(),
  /** False where the draft, the library or the day is another one since. */
  current: Type.Boolean(),
  at: Nullable(text),
  looked: Type.Integer({ description: 'For how many the programme is' }),
  changed: Type.Integer(),
  counts: Type.Array(
    Type.Object({
      before: Nullable(text),
      after: Nullable(text),
      count: Type.Integer(),
    }),
    { description: 'How many went from which verdict to which' },
  ),
  certain: Type.Object({ before: Fen, after: Fen }),
  rows: Type.Array(EffectRow),
  pageSize: Type.Integer(),
})
export type Effect = Static<typeof Effect>
