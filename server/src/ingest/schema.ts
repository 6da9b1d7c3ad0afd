import type { UnreadWhy } from '@kehui/domain/ingest/drafts'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const whole = Type.Integer({ minimum: 0 })
const short = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const FactState = Type.Union([
  Type.Literal('read'),
  Type.Literal('accepted'),
  Type.Literal('corrected'),
  Type.Literal('rejected'),
])
export type FactState = Static<typeof FactState>

export const Place = Type.Object({ province: Nullable(text), city: Nullable(text) })

export const Correction = Type.Object({
  value: Type.String({ pattern: '^-?\\d{1,30}(\\.\\d{1,12})?$' }),
  unit: Type.String({ maxLength: 20 }),
  subject: short(200),
  // Not empty: a null that is sent would be read as an empty text.
  period: Nullable(short(40)),
})
export type Correction = Static<typeof Correction>

export const ReportFact = Type.Object({
  n: whole,
  article: Nullable(text),
  valueStart: whole,
  valueEnd: whole,
  valueText: text,
  value: text,
  unit: text,
  kind: text,
  subject: text,
  indicator: text,
  region: Place,
  organisation: Nullable(text),
  period: Nullable(text),
  comparison: Nullable(Type.Object({ op: Type.Optional(text), text })),
  state: FactState,
  correction: Nullable(Correction),
  byName: Nullable(text),
})
export type ReportFact = Static<typeof ReportFact>

export const ReportCounts = Type.Object({
  facts: whole,
  accepted: whole,
  corrected: whole,
  rejected: whole,
})
export type ReportCounts = Static<typeof ReportCounts>

export const ReportItem = Type.Object({
  id: text,
  fileName: text,
  kind: text,
  articles: whole,
  byName: text,
  createdAt: text,
  withdrawn: Nullable(Type.Object({ byName: text, at: text }, { description: 'Who withdrew it, and when' })),
  counts: ReportCounts,
})
export type ReportItem = Static<typeof ReportItem>

export const ReportArticle = Type.Object({
  title: text,
  start: whole,
  titleEnd: whole,
  end: whole,
  region: Place,
  facts: whole,
})
export type ReportArticle = Static<typeof ReportArticle>

export const Report = Type.Object({
  ...ReportItem.properties,
  list: Type.Array(ReportArticle),
  /** The article that is shown: its text, from `textStart` on. */
  shown: whole,
  text,
  textStart: whole,
  facts: Type.Array(ReportFact),
})
export type Report = Static<typeof Report>

export const DecideFact = Type.Object({
  state: FactState,
  correction: Type.Optional(Correction),
})
export type DecideFact = Static<typeof DecideFact>

const Span = Type.Object({ start: whole, end: whole, text })

/** A programme file begun from a policy sentence; places are code points of the report. */
export const DraftFile = Type.Object({
  title: Type.String({ description: 'Of the article that it stands in' }),
  programme: Type.String({ description: 'The id that the file gives' }),
  name: Type.String({ description: 'The title that the file gives' }),
  sentence: Span,
  file: text,
  parameters: Type.Array(
    Type.Object({
      ...Span.properties,
      what: Type.Union([
        Type.Literal('audience'),
        Type.Literal('condition'),
        Type.Literal('amount'),
        Type.Literal('cap'),
      ]),
      value: Type.String({ description: 'As the file writes it' }),
    }),
  ),
  unread: Type.Array(
    Type.Object(
      { ...Span.properties, why: Type.Unsafe<UnreadWhy>(text) },
      { description: 'Not in the file' },
    ),
  ),
})
export type DraftFile = Static<typeof DraftFile>

/** What the sandbox begins with: a programme that was never in force, beside the sentence that it is read from. */
export const SourcedDraft = Type.Object({
  ...DraftFile.properties,
  report: text,
  fileName: text,
  article: Type.Integer({ description: 'The number of the article, as the report lists them' }),
  pack: text,
  packTitle: text,
  saved: Type.Array(Type.Object({ id: text, title: text, state: text, createdBy: text, updatedAt: text }), {
    description: 'Drafts of it that were kept',
  }),
})
export type SourcedDraft = Static<typeof SourcedDraft>
