import type { Contradiction } from './contradictions.js'
import { grouped } from './grouped.js'
import { indicatorNamer } from './indicator.js'
import { type KeptFact, placeName } from './table.js'

export interface IndicatorSummary {
  readonly indicator: string
  readonly units: readonly string[]
  readonly figures: number
  readonly places: number
  readonly periods: number
  readonly checked: number
  /** Figures of it that do not fit others. */
  readonly wrong: number
}

/** All indicators that reports have figures of; those of most places first. */
export function summarise(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
  wrong: readonly Contradiction[],
): IndicatorSummary[] {
  const doubtful = new Set(wrong.flatMap(({ facts: ids }) => ids))
  const nameOf = indicatorNamer(corrections)
  return [...grouped(facts, ({ subject }) => nameOf(subject))]
    .map(([indicator, all]) => ({
      indicator,
      units: [...new Set(all.filter(isValue).map(({ unit }) => unit))],
      figures: all.length,
      places: new Set(all.map(({ region }) => placeName(region))).size,
      periods: new Set(all.map(({ period }) => period)).size,
      checked: all.filter(({ checked }) => checked).length,
      wrong: all.filter(({ id }) => doubtful.has(id)).length,
    }))
    .sort((a, b) => b.places - a.places || b.figures - a.figures || (a.indicator < b.indicator ? -1 : 1))
}

const isValue = ({ kind }: KeptFact) => kind !== 'growth' && kind !== 'rank'
