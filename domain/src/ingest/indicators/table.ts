import type { Region } from '../articles/region.js'
import type { Comparison, Fact } from '../facts/fact.js'
import { indicatorOf } from './indicator.js'

/** A fact that is kept, with what names it. */
export interface KeptFact extends Fact {
  readonly id: string
  readonly article: string | null
  readonly source: string
  /** A person accepted or corrected it. */
  readonly checked: boolean
}

export interface IndicatorCell {
  readonly region: Region
  readonly period: string | null
  readonly value: string
  readonly comparison: Comparison | null
  readonly fact: string
  readonly source: string
}

export interface IndicatorRow {
  readonly indicator: string
  /** Growth of an indicator is a row of its own. */
  readonly kind: 'value' | 'growth' | 'rank'
  readonly unit: string
  readonly cells: readonly IndicatorCell[]
}

const rowKind = (fact: Fact): IndicatorRow['kind'] =>
  fact.kind === 'growth' || fact.kind === 'rank' ? fact.kind : 'value'

/** Facts as indicators by region and period; those of most regions first. */
export function indicatorTable(
  facts: readonly KeptFact[],
  corrections: ReadonlyMap<string, string>,
): IndicatorRow[] {
  const rows = new Map<string, { row: Omit<IndicatorRow, 'cells'>; cells: IndicatorCell[] }>()
  for (const fact of facts) {
    const { name } = indicatorOf(fact.subject, corrections)
    const kind = rowKind(fact)
    const key = `${name}|${kind}|${fact.unit}`
    const entry = rows.get(key) ?? { row: { indicator: name, kind, unit: fact.unit }, cells: [] }
    entry.cells.push({
      region: fact.region,
      period: fact.period,
      value: fact.value,
      comparison: fact.comparison,
      fact: fact.id,
      source: fact.source,
    })
    rows.set(key, entry)
  }
  const regions = (cells: readonly IndicatorCell[]) =>
    new Set(cells.map(({ region }) => placeName(region))).size
  return [...rows.values()]
    .map(({ row, cells }) => ({ ...row, cells }))
    .sort(
      (a, b) =>
        regions(b.cells) - regions(a.cells) ||
        b.cells.length - a.cells.length ||
        (a.indicator < b.indicator ? -1 : 1),
    )
}

export function placeName({ province, city }: Region): string {
  return `${province ?? ''}${city ?? ''}`
}
