import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const whole = Type.Integer({ minimum: 0 })
const short = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** A figure of a report, with what leads to its place. */
export const IndicatorFigure = Type.Object({
  report: text,
  n: whole,
  source: text,
  subject: text,
  place: text,
  period: Nullable(text),
  /** Exact, in `unit`. */
  value: text,
  unit: text,
  /** As people write it in Chinese: 12.5亿元. */
  shown: text,
  op: Nullable(text),
  /** The words that bound it, or say that it is about so much. */
  words: Nullable(text),
  checked: Type.Boolean(),
})
export type IndicatorFigure = Static<typeof IndicatorFigure>

export const IndicatorContradiction = Type.Object({
  kind: text,
  indicator: text,
  /** Exact; in the unit of the first figure, or in percent. */
  expected: Nullable(text),
  found: Nullable(text),
  shown: Type.Object({ expected: text, found: text }),
  figures: Type.Array(Type.Object({ ...IndicatorFigure.properties, sentence: text })),
})
export type IndicatorContradiction = Static<typeof IndicatorContradiction>

export const IndicatorOverview = Type.Object({
  indicators: Type.Array(
    Type.Object({
      indicator: text,
      units: Type.Array(text),
      figures: whole,
      places: whole,
      periods: whole,
      checked: whole,
      wrong: whole,
    }),
  ),
  contradictions: Type.Array(IndicatorContradiction, { description: 'The first of them' }),
  contradictionCount: whole,
  omitted: Type.Integer({
    minimum: 0,
    description: 'Figures of the earliest reports that are beyond what is held',
  }),
})
export type IndicatorOverview = Static<typeof IndicatorOverview>

const Growth = Type.Object({
  computed: Nullable(text),
  loose: Type.Boolean(),
  reported: Nullable(IndicatorFigure),
  differs: Type.Boolean(),
})

export const IndicatorComparison = Type.Object({
  indicator: text,
  units: Type.Array(Type.Object({ unit: text, figures: whole })),
  unit: Nullable(text),
  spans: Type.Array(Type.Object({ span: text, figures: whole })),
  span: Nullable(text),
  periods: Type.Array(Nullable(text)),
  places: Type.Array(
    Type.Object({
      place: text,
      level: Type.Union([Type.Literal('province'), Type.Literal('city')]),
      cells: Type.Array(
        Type.Object({
          period: Nullable(text),
          figure: IndicatorFigure,
          others: Type.Array(IndicatorFigure),
          rank: whole,
          growth: Nullable(Growth),
          reportedRank: Nullable(IndicatorFigure),
        }),
      ),
    }),
  ),
  alone: Type.Array(IndicatorFigure, {
    description: 'Growth and ranks that reports state without the value',
  }),
  subjects: Type.Array(text),
  contradictions: Type.Array(IndicatorContradiction),
})
export type IndicatorComparison = Static<typeof IndicatorComparison>

export const ComparisonQuery = Type.Object({
  indicator: short(200),
  unit: Type.Optional(Type.String({ maxLength: 20, description: 'None: the unit of most figures' })),
  span: Type.Optional(
    Type.String({
      maxLength: 20,
      description: 'year, 01..09, as-of, now, since, each, undated or other; none: that of most figures',
    }),
  ),
  checked: Type.Optional(Type.Boolean({ description: 'Only figures that a person accepted or corrected' })),
})
export type ComparisonQuery = Static<typeof ComparisonQuery>

export const NameIndicator = Type.Object(
  {
    subjects: Type.Array(short(200), {
      minItems: 1,
      maxItems: 200,
      description: 'Words of reports, or indicators whose words all go along',
    }),
    indicator: Type.Union([short(120), Type.Null()], {
      description: 'What they mean; null: what people said of them is forgotten',
    }),
  },
  { additionalProperties: false },
)
export type NameIndicator = Static<typeof NameIndicator>

const Entry = Type.Object({ subject: text, before: Nullable(text), after: Nullable(text) })

export const NamingPreview = Type.Object({
  entries: Type.Array(Entry, { description: 'What would be remembered' }),
  moves: Type.Array(Type.Object({ subject: text, from: text, to: text, figures: whole })),
  units: Type.Array(Type.Object({ indicator: text, units: Type.Array(text) })),
  contradictions: Type.Object({ before: whole, after: whole }),
})
export type NamingPreview = Static<typeof NamingPreview>

export const NamedIndicators = Type.Object({
  indicators: Type.Array(
    Type.Object({
      indicator: text,
      figures: whole,
      subjects: Type.Array(
        Type.Object({
          subject: text,
          by: Type.Union([Type.Literal('person'), Type.Literal('table'), Type.Literal('report')]),
          figures: whole,
        }),
      ),
    }),
  ),
})
export type NamedIndicators = Static<typeof NamedIndicators>

export const Naming = Type.Object({
  id: text,
  subjects: Type.Array(text),
  indicator: Nullable(text),
  entries: Type.Array(Entry),
  byName: text,
  at: text,
  undoneBy: Nullable(text),
  undoneAt: Nullable(text),
})
export type Naming = Static<typeof Naming>
