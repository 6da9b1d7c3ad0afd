import { shownValue } from '@kehui/domain/ingest/digest'
import {
  type IndicatorComparison as Compared,
  type ComparedCell,
  type Contradiction,
  indicatorOf,
  type KeptFact,
  placeName,
  signedGrowth,
} from '@kehui/domain/ingest/indicators'
import type { Db } from '../database/pool.js'
import type { KeptFigures } from './kept.js'
import type { IndicatorComparison, IndicatorContradiction, IndicatorFigure } from './schema.js'
import { sentencesOf } from './store-sentences.js'

export function figureView(fact: KeptFact): IndicatorFigure {
  const [report = '', n = '0'] = fact.id.split('/')
  const value = fact.kind === 'growth' ? signedGrowth(fact) : fact.value
  const bound = fact.comparison && 'op' in fact.comparison ? fact.comparison : null
  return {
    report,
    n: Number(n),
    source: fact.source,
    subject: fact.subject,
    place: placeName(fact.region),
    period: fact.period,
    value,
    unit: fact.unit,
    shown: shownValue(value, fact.unit),
    op: bound?.op ?? null,
    words: bound?.text ?? null,
    checked: fact.checked,
  }
}

export function comparisonView(compared: Compared): Omit<IndicatorComparison, 'contradictions'> {
  const { indicator, units, unit, spans, span, periods, subjects } = compared
  return {
    indicator,
    units: [...units],
    unit,
    spans: [...spans],
    span,
    periods: [...periods],
    places: compared.places.map(({ place, region, cells }) => ({
      place,
      level: region.city === null ? 'province' : 'city',
      cells: cells.map(cellView),
    })),
    alone: compared.alone.map(figureView),
    subjects: [...subjects],
  }
}

function cellView({ period, figure, others, rank, growth, reportedRank }: ComparedCell) {
  return {
    period,
    figure: figureView(figure),
    others: others.map(figureView),
    rank,
    growth: growth && { ...growth, reported: growth.reported && figureView(growth.reported) },
    reportedRank: reportedRank && figureView(reportedRank),
  }
}

/** With the sentences that say it. */
export async function contradictionViews(
  db: Db,
  { region, facts, names }: KeptFigures,
  found: readonly Contradiction[],
): Promise<IndicatorContradiction[]> {
  const ids = new Set(found.flatMap((one) => one.facts))
  const byId = new Map(facts.filter(({ id }) => ids.has(id)).map((fact) => [fact.id, fact]))
  const sentences = await sentencesOf(db, region, [...ids])
  return found.map(({ kind, facts: own, detail }) => {
    const involved = own.flatMap((id) => byId.get(id) ?? [])
    const unit = involved[0]?.unit ?? ''
    return {
      kind,
      indicator: indicatorOf(involved[0]?.subject ?? '', names).name,
      expected: detail.expected ?? null,
      found: detail.found ?? null,
      shown: {
        expected: shownValue(detail.expected ?? '', unit),
        found: shownValue(detail.found ?? '', unit),
      },
      figures: involved.map((fact) => ({ ...figureView(fact), sentence: sentences.get(fact.id) ?? '' })),
    }
  })
}
