import type { Lang } from '@kehui/domain/shared'
import type { TextTable } from '../text-table/text-table.js'
import type { IndicatorTable } from './schema.js'

const HEAD = {
  zh: ['指标', '类别', '省', '市', '时间', '比较', '数值', '单位', '出处'],
  en: ['Indicator', 'Kind', 'Province', 'City', 'Period', 'Comparison', 'Value', 'Unit', 'Source'],
} as const

const KINDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  value: { zh: '数值', en: 'value' },
  growth: { zh: '增长', en: 'growth' },
  rank: { zh: '位次', en: 'rank' },
}

/** In characters, by column. */
export const INDICATOR_WIDTHS = [30, 8, 12, 12, 20, 8, 18, 8, 40]

/** A line for each figure, its digits kept exactly. */
export function indicatorTable(rows: IndicatorTable['rows'], lang: Lang): TextTable {
  const lines = rows.flatMap(({ indicator, kind, unit, cells }) =>
    cells.map(({ region, period, comparison, value, source }) => [
      indicator,
      KINDS[kind]?.[lang] ?? kind,
      region.province ?? '',
      region.city ?? '',
      period ?? '',
      comparison?.op ?? '',
      value,
      unit,
      source,
    ]),
  )
  return [HEAD[lang], ...lines]
}
