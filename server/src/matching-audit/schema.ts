import { OutcomeCode } from '@kehui/domain/cases'
import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const number = Type.Number()
const whole = Type.Integer()

export const Rate = Type.Object({
  of: whole,
  count: whole,
  share: Nullable(number),
  low: Nullable(number),
  high: Nullable(number),
  few: Type.Boolean({ description: 'So few that the share says little' }),
})
export type Rate = Static<typeof Rate>

const rates = { proposed: whole, agreed: Rate, met: Rate, signed: Rate, fitted: Rate }

export const AuditGroup = Type.Object({ key: text, label: text, ...rates })
export type AuditGroup = Static<typeof AuditGroup>

const CountedOutcome = Type.Object({
  code: OutcomeCode,
  label: text,
  fitted: Nullable(
    Type.Boolean({ description: 'Whether the match itself was right; null: it does not tell' }),
  ),
  count: whole,
})

export const MatchingAudit = Type.Object({
  on: text,
  from: Nullable(text),
  to: Nullable(text),
  total: Type.Object(rates),
  precision: Type.Array(Type.Object({ k: whole, rate: Rate }), {
    description: 'Of the first k by score of each need, how many were right',
  }),
  unscored: Type.Integer({ description: 'Proposed without a score' }),
  kinds: Type.Array(AuditGroup),
  counties: Type.Array(AuditGroup),
  ages: Type.Array(AuditGroup),
  outcomes: Type.Array(CountedOutcome),
})
export type MatchingAudit = Static<typeof MatchingAudit>

const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const day = Type.Optional(Type.String({ format: 'date' }))
export const AuditQuery = Type.Object({ from: day, to: day, lang })
export type AuditQuery = Static<typeof AuditQuery>
export const InLang = Type.Object({ lang })

const Compared = Type.Object({
  measure: text,
  before: number,
  after: number,
  difference: number,
  low: number,
  high: number,
  verdict: Type.Union([Type.Literal('better'), Type.Literal('worse'), Type.Literal('nothing')]),
})

const LearnedRow = Type.Object({
  feature: text,
  before: number,
  learned: number,
  error: number,
  known: whole,
  sure: Type.Boolean(),
})

const loss = Nullable(Type.Object({ before: number, learned: number }))

/** What weights rest on that a person put in force. */
export const RankingBasis = Type.Object({
  examples: whole,
  fitted: whole,
  rows: Type.Array(LearnedRow),
  loss,
  test: Nullable(
    Type.Object({ id: text, title: text, hash: text, needs: whole, results: Type.Array(Compared) }),
  ),
})
export type RankingBasis = Static<typeof RankingBasis>

const NamedWeight = Type.Object({
  feature: text,
  label: text,
  weight: number,
  prior: Nullable(number),
  note: Nullable(text),
})

export const RankingView = Type.Object({
  inForce: Type.Object({
    title: text,
    dated: text,
    cite: Nullable(text),
    version: Nullable(Type.String({ description: 'Null: as the pack says' })),
    weights: Type.Array(NamedWeight),
  }),
  /** Outcomes that tell, with what the ranking saw; of these `least` are needed. */
  examples: whole,
  least: whole,
  learned: Nullable(
    Type.Object({
      digest: Type.String({ description: 'Of the table: what is put in force is what was seen' }),
      examples: whole,
      fitted: whole,
      rows: Type.Array(Type.Object({ ...LearnedRow.properties, label: text })),
      loss,
      outcomes: Type.Array(CountedOutcome),
    }),
  ),
  history: Type.Array(
    Type.Object({
      id: text,
      inForce: Type.Boolean(),
      note: text,
      signedBy: text,
      signedAt: text,
      takenBackBy: Nullable(text),
      takenBackAt: Nullable(text),
      takenBackNote: Nullable(text),
      basis: RankingBasis,
    }),
  ),
})
export type RankingView = Static<typeof RankingView>

const note = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

export const AdoptRanking = Type.Object({
  digest: Type.String({ maxLength: 100 }),
  testSet: Nullable(Type.String({ format: 'uuid' })),
  note,
})
export type AdoptRanking = Static<typeof AdoptRanking>

export const TakeBackRanking = Type.Object({ note })

export const FreezeTestSet = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
})

export const TestSetItem = Type.Object({
  id: text,
  title: text,
  frozenOn: text,
  frozenBy: text,
  hash: text,
  /** Whether the cases still have the hash that they were frozen with. */
  intact: Type.Boolean(),
  needs: whole,
  candidates: whole,
})
export type TestSetItem = Static<typeof TestSetItem>
export const TestSetList = Type.Object({ items: Type.Array(TestSetItem) })
export type TestSetList = Static<typeof TestSetList>

export const RankingComparison = Type.Object({
  testSet: TestSetItem,
  before: text,
  after: text,
  results: Type.Array(Compared),
})
export type RankingComparison = Static<typeof RankingComparison>
