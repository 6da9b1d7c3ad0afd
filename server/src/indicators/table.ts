import type { ComparedPlace, IndicatorRow } from '@kehui/domain/ingest/indicators'
import type { Lang } from '@kehui/domain/shared'
import type { TextTable } from '../text-table/text-table.js'
import { figureView } from './view.js'

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
export function indicatorLines(rows: readonly IndicatorRow[], lang: Lang): TextTable {
  const lines = rows.flatMap(({ indicator, kind, unit, cells }) =>
    cells.map(({ region, period, comparison, value, source }) => [
      indicator,
      KINDS[kind]?.[lang] ?? kind,
      region.province ?? '',
      region.city ?? '',
      period ?? '',
      comparison && 'op' in comparison ? comparison.op : '',
      value,
      unit,
      source,
    ]),
  )
  return [HEAD[lang], ...lines]
}

const COMPARED = {
  zh: [
    ...[
      '指标',
      '地区',
      '时间',
      '比较',
      '数值',
      '单位',
      '位次',
      '按两年数值的增长%',
      '报告的增长%',
      '增长是否相符',
    ],
    ...['是否核对', '同期其他数值', '出处'],
  ],
  en: [
    ...['Indicator', 'Place', 'Period', 'Comparison', 'Value', 'Unit', 'Rank', 'Growth of the two values %'],
    ...['Growth reported %', 'Growth fits', 'Checked', 'Other values', 'Source'],
  ],
} as const

export const COMPARED_WIDTHS = [30, 20, 20, 8, 18, 8, 8, 18, 14, 14, 10, 24, 40]

const ANSWERS = { zh: ['是', '否'], en: ['yes', 'no'] } as const

/** A line for each place and period. */
export function comparedLines(indicator: string, places: readonly ComparedPlace[], lang: Lang): TextTable {
  const [yes, no] = ANSWERS[lang]
  const lines = places.flatMap(({ place, cells }) =>
    cells.map(({ period, figure, others, rank, growth }) => {
      const { value, unit, op, source, checked } = figureView(figure)
      const said = growth?.reported ? figureView(growth.reported).value : ''
      const fits = said === '' || growth?.computed == null ? '' : growth.differs ? no : yes
      return [
        ...[indicator, place, period ?? '', op ?? '', value, unit, String(rank)],
        ...[growth?.computed ?? '', said, fits, checked ? yes : no],
        ...[others.map((other) => other.value).join('; '), source],
      ]
    }),
  )
  return [COMPARED[lang], ...lines]
}
