import '../../text/area/indicators.js'
import type { IndicatorFigure } from '@kehui/server/client'
import type { Lang, MessageKey, Translate } from '../../text/messages.js'
import { periodText } from '../../workbench/reports/period-text.js'

const SPANS: Readonly<Record<string, MessageKey>> = {
  year: 'compare.span.year',
  'as-of': 'compare.span.as-of',
  now: 'compare.span.now',
  since: 'compare.span.since',
  each: 'compare.span.each',
  undated: 'compare.span.undated',
}

/** What periods of one kind have in common: `01..09` is 1—9月. */
export function spanWords(span: string, t: Translate): string {
  const known = SPANS[span]
  if (known) return t(known)
  const [from, to] = span.split('..').map(Number)
  if (!from || !to) return t('compare.span.other')
  return from === to ? t('compare.span.month', { from }) : t('compare.span.months', { from, to })
}

/** `2023-01..2023-09` as 2023年1—9月. */
export function periodWords(period: string | null, t: Translate): string {
  const months = /^(\d{4})-(\d\d)(?:\.\.(\d{4})-(\d\d))?$/.exec(period ?? '')
  if (period !== null && /^\d{4}$/.test(period)) return t('compare.period.year', { year: period })
  if (!months) return periodText(period, t)
  const [, year = '', from, last, to] = months
  if (last === undefined) return t('compare.period.month', { year, month: Number(from) })
  return last === year
    ? t('compare.period.months', { year, from: Number(from), to: Number(to) })
    : periodText(period, t)
}

const SIGNS: Readonly<Record<string, string>> = { '<=': '≤', '>=': '≥' }

/** With the word that bounds it: 超12亿元. */
export function figureWords(figure: IndicatorFigure, lang: Lang): string {
  const { words, op, shown, value, unit } = figure
  if (lang === 'en') return `${op ? `${SIGNS[op] ?? op} ` : ''}${grouped(value)} ${unit}`
  // 余 and 左右 stand behind their figure.
  if (words && /^(?:余|多|左右|上下|以上|以下|以内)/.test(words)) return `${shown}${words}`
  return `${words ?? ''}${shown}`
}

/** `1200000000` as `1,200,000,000`: digits are kept exactly. */
export function grouped(value: string): string {
  const [whole = '', part] = value.split('.')
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? digits : `${digits}.${part}`
}

export const signed = (percent: string) =>
  `${percent.startsWith('-') ? '−' : '+'}${percent.replace('-', '')}%`
