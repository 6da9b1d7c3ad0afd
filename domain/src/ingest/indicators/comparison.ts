import { compare } from '../../shared/rational.js'
import { NOWHERE, type Region } from '../articles/region.js'
import { grouped } from './grouped.js'
import { growthDiffers, growthOf, isYearly } from './growth.js'
import { indicatorNamer } from './indicator.js'
import { numberOf, told } from './interval.js'
import { comparePeriods, plainPeriod, type Span, spanOf, yearBefore } from './period.js'
import { type KeptFact, placeName } from './table.js'

export interface ComparisonAsk {
  readonly indicator: string
  /** Figures of another unit are not put beside these; without it, the unit of most figures. */
  readonly unit?: string | undefined
  /** Without it, that of most figures. */
  readonly span?: Span | undefined
}

export interface ComparedGrowth {
  /** In percent, of the two values; null where one of them is missing. */
  readonly computed: string | null
  /** What the values rest on is a bound or an approximation. */
  readonly loose: boolean
  readonly reported: KeptFact | null
  readonly differs: boolean
}

export interface ComparedCell {
  readonly period: string | null
  readonly figure: KeptFact
  /** Other figures of the same place and period. */
  readonly others: readonly KeptFact[]
  /** Among provinces or among cities that have a figure for the period; equal values share a rank. */
  readonly rank: number
  readonly growth: ComparedGrowth | null
  /** The rank that a report states, wherever it is counted. */
  readonly reportedRank: KeptFact | null
}

export interface ComparedPlace {
  readonly place: string
  readonly region: Region
  readonly cells: readonly ComparedCell[]
}

export interface IndicatorComparison {
  readonly indicator: string
  readonly units: readonly { readonly unit: string; readonly figures: number }[]
  readonly unit: string | null
  readonly spans: readonly { readonly span: Span; readonly figures: number }[]
  readonly span: Span | null
  /** In the order of time. */
  readonly periods: readonly (string | null)[]
  /** Those with most periods first, then the larger. */
  readonly places: readonly ComparedPlace[]
  /** Growth and ranks that reports state of a place and period without its value. */
  readonly alone: readonly KeptFact[]
  /** Words of reports that mean this indicator. */
  readonly subjects: readonly string[]
}

/** One indicator across places and periods: only what has one unit and lasts equally long stands together. */
export function compareIndicator(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
  ask: ComparisonAsk,
): IndicatorComparison {
  const nameOf = indicatorNamer(corrections)
  const own = facts.filter(({ subject }) => nameOf(subject) === ask.indicator)
  const values = own.filter(({ kind }) => kind !== 'growth' && kind !== 'rank')
  const units = counted(values, ({ unit }) => unit).map(([unit, figures]) => ({ unit, figures }))
  const unit = units.find((one) => one.unit === ask.unit)?.unit ?? units[0]?.unit ?? null
  const ofUnit = values.filter((fact) => fact.unit === unit)
  const spans = counted(ofUnit, ({ period }) => spanOf(period)).map(([span, figures]) => ({ span, figures }))
  const span = spans.find((one) => one.span === ask.span)?.span ?? spans[0]?.span ?? null
  const shown = ofUnit.filter(({ period }) => spanOf(period) === span)
  return {
    indicator: ask.indicator,
    units,
    unit,
    spans,
    span,
    periods: [...new Set(shown.map(({ period }) => plainPeriod(period)))].sort(comparePeriods),
    places: placesOf(shown, own),
    alone: withoutValue(own, values),
    subjects: counted(own, ({ subject }) => subject).map(([subject]) => subject),
  }
}

function withoutValue(own: readonly KeptFact[], values: readonly KeptFact[]): KeptFact[] {
  const known = new Set(values.map(placeAndTime))
  return own.filter(
    (fact) => (fact.kind === 'growth' || fact.kind === 'rank') && !known.has(placeAndTime(fact)),
  )
}

function counted(facts: readonly KeptFact[], keyOf: (fact: KeptFact) => string): [string, number][] {
  return [...grouped(facts, keyOf)]
    .map(([key, { length }]): [string, number] => [key, length])
    .sort(([a, most], [b, other]) => other - most || (a < b ? -1 : 1))
}

const placeAndTime = (fact: KeptFact) => `${placeName(fact.region)}|${plainPeriod(fact.period)}`

function placesOf(shown: readonly KeptFact[], own: readonly KeptFact[]): ComparedPlace[] {
  const cells = grouped(shown, placeAndTime)
  const beside = grouped(own, placeAndTime)
  const best = new Map(
    [...cells].map(([key, facts]) => [key, facts.reduce((a, b) => (isBetter(b, a) ? b : a))] as const),
  )
  const ranks = ranksOf([...best.values()])
  const compared = [...best].map(([key, figure]): { region: Region; cell: ComparedCell } => ({
    region: figure.region,
    cell: {
      period: plainPeriod(figure.period),
      figure,
      others: (cells.get(key) ?? []).filter((fact) => fact !== figure),
      rank: ranks.get(figure) ?? 1,
      growth: growthAt(figure, best, beside.get(key) ?? []),
      reportedRank: beside.get(key)?.find(({ kind }) => kind === 'rank') ?? null,
    },
  }))
  return [...grouped(compared, ({ region }) => placeName(region))]
    .map(([place, of]) => ({
      place,
      region: of[0]?.region ?? NOWHERE,
      cells: of.map(({ cell }) => cell).sort((a, b) => comparePeriods(a.period, b.period)),
    }))
    .sort(byWeight)
}

/** What a person checked before what was only read, exact before bounds, of the place itself, else the later report. */
function isBetter(a: KeptFact, b: KeptFact): boolean {
  const worth = (fact: KeptFact) =>
    (fact.checked ? 4 : 0) + (fact.comparison === null ? 2 : 0) + (fact.organisation === null ? 1 : 0)
  return worth(a) > worth(b) || (worth(a) === worth(b) && a.source !== b.source)
}

function ranksOf(facts: readonly KeptFact[]): Map<KeptFact, number> {
  const ranks = new Map<KeptFact, number>()
  // A province is no match for a city.
  const level = ({ region, period }: KeptFact) => `${plainPeriod(period)} ${region.city === null}`
  for (const group of grouped(facts, level).values()) {
    const sorted = group.sort((a, b) => compare(numberOf(b.value), numberOf(a.value)))
    for (const [i, fact] of sorted.entries()) {
      const above = sorted[i - 1]
      const tied = above && compare(numberOf(above.value), numberOf(fact.value)) === 0
      ranks.set(fact, tied ? (ranks.get(above) ?? i) : i + 1)
    }
  }
  return ranks
}

function growthAt(
  now: KeptFact,
  best: ReadonlyMap<string, KeptFact>,
  beside: readonly KeptFact[],
): ComparedGrowth | null {
  const earlier = yearBefore(plainPeriod(now.period))
  const before = earlier === null ? undefined : best.get(`${placeName(now.region)}|${earlier}`)
  const reported = beside.find(isYearly) ?? null
  const real = before ? growthOf(now, before) : null
  if (!before || !real) return reported && { computed: null, loose: false, reported, differs: false }
  return {
    computed: told(real),
    loose: [now, before].some(({ comparison }) => comparison !== null),
    reported,
    differs: reported !== null && growthDiffers(reported, now, before),
  }
}

function byWeight(a: ComparedPlace, b: ComparedPlace): number {
  const last = ({ cells }: ComparedPlace) => numberOf(cells.at(-1)?.figure.value ?? '0')
  return b.cells.length - a.cells.length || compare(last(b), last(a)) || (a.place < b.place ? -1 : 1)
}
