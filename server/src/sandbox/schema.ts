import { DraftCheck, DraftProblem } from '@kehui/domain/packs/publishing'
import { Parameter, Word } from '@kehui/domain/packs/writing'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const count = Type.Integer()
const fen = Type.String({ description: 'Fen, as a text: it can pass 2^53' })

/** Enough for the longest programme; a pack file may be no longer. */
const ProgrammeText = Type.String({ maxLength: 2_000_000 })

/** A text to try, and what it is held against. */
export const SandboxAsk = Type.Object(
  {
    programme: Type.String({ maxLength: 200, description: 'The id that the text gives' }),
    pack: Type.String({ maxLength: 100 }),
    text: ProgrammeText,
    // Null first: what a text is asked for first is made a text.
    against: Type.Union([Type.Null(), Type.String({ maxLength: 2_000_000 })], {
      description: 'Another text; null for the version in force',
    }),
  },
  { additionalProperties: false },
)
export type SandboxAsk = Static<typeof SandboxAsk>

/** Beside the text: which tables. */
export const SandboxFileAsk = Type.Object(
  {
    ...SandboxAsk.properties,
    table: Type.Union([Type.Literal('changes'), Type.Literal('groups'), Type.Literal('conditions')]),
    format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]),
  },
  { additionalProperties: false },
)
export type SandboxFileAsk = Static<typeof SandboxFileAsk>

/** How many a text reaches, and what it costs. */
export const Reach = Type.Object({
  yes: count,
  open: count,
  leastFen: fen,
  mostFen: fen,
  unlimited: Type.Integer({ description: 'Whose most nothing limits; it is not in the sum' }),
})
export type Reach = Static<typeof Reach>

const Rank = Type.Union([Type.Literal('no'), Type.Literal('unknown'), Type.Literal('yes')])
const Side = Type.Object({ verdict: Rank, leastFen: fen, mostFen: fen, unlimited: Type.Boolean() })
export type SandboxSide = Static<typeof Side>

export const SandboxSubject = Type.Object({
  subject: text,
  name: text,
  place: Nullable(text),
  before: Side,
  after: Side,
})
export type SandboxSubject = Static<typeof SandboxSubject>

const GroupKey = Type.Union([
  Type.Literal('place'),
  Type.Literal('size'),
  Type.Literal('industry'),
  Type.Literal('park'),
])

export const SandboxGroup = Type.Object({
  key: GroupKey,
  rows: Type.Array(Type.Object({ name: text, total: count, now: Reach, before: Reach })),
})
export type SandboxGroup = Static<typeof SandboxGroup>

const Step = Type.Object({
  part: Nullable(text),
  text,
  refused: Type.Integer({ description: 'Alone: how many do not meet it' }),
  open: Type.Integer({ description: 'Alone: of how many that is not known' }),
  only: Type.Integer({ description: 'Refused by it and by nothing else' }),
  sure: Type.Integer({ description: 'After it and all before it: how many surely are left' }),
  may: Type.Integer({ description: 'And how many possibly' }),
})

/** After settling with programmes that exclude or cap it: what each of them comes to, the programme itself first. */
export const SandboxSettled = Type.Object({
  programmes: Type.Array(Type.Object({ id: text, title: text, benefit: text, before: Reach, now: Reach }), {
    description: 'Empty where nothing is settled with it',
  }),
})
export type SandboxSettled = Static<typeof SandboxSettled>

export const SandboxResult = Type.Object({
  title: text,
  benefit: text,
  mode: text,
  pays: Type.Boolean(),
  on: Type.String({ description: 'The day for which it is worked out' }),
  total: Type.Integer({ description: 'How many there are of those whom the programme is for' }),
  now: Reach,
  before: Reach,
  hasBefore: Type.Boolean({ description: 'False where there is nothing to hold it against' }),
  amounts: Type.Array(Type.Object({ fromFen: fen, belowFen: Nullable(fen), now: count, before: count }), {
    description: 'How certain amounts are spread',
  }),
  groups: Type.Array(SandboxGroup),
  moves: Type.Array(Type.Array(count), { description: 'From which verdict to which: no, open, yes' }),
  gaining: count,
  losing: count,
  gainedFen: fen,
  lostFen: fen,
  gains: Type.Array(SandboxSubject),
  losses: Type.Array(SandboxSubject),
  conditions: Type.Array(Step),
  together: Type.Array(Type.Object({ id: text, title: text }), {
    description: 'Programmes that exclude or cap it',
  }),
  millis: Type.Number({ description: 'How long the computation took' }),
})
export type SandboxResult = Static<typeof SandboxResult>

export const SandboxAnswer = Type.Object({
  problems: Type.Array(DraftProblem, { description: 'Why the text does not load; empty where it does' }),
  againstLoads: Type.Boolean({ description: 'False where the other text does not load' }),
  parameters: Type.Array(Parameter),
  result: Nullable(SandboxResult),
})
export type SandboxAnswer = Static<typeof SandboxAnswer>

export const SandboxCheck = DraftCheck
export type SandboxCheck = Static<typeof SandboxCheck>

/** What the page begins with. */
export const SandboxStart = Type.Object({
  programme: text,
  title: text,
  pack: text,
  packTitle: text,
  text: Nullable(Type.String({ description: 'The text in force; null where none is' })),
  drafts: Type.Array(Type.Object({ id: text, title: text, state: text, createdBy: text, updatedAt: text }), {
    description: 'Texts of the same programme that are in the making',
  }),
})
export type SandboxStart = Static<typeof SandboxStart>

export const SandboxWords = Type.Array(Word)
export type SandboxWords = Static<typeof SandboxWords>
