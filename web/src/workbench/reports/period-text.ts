import '../../text/area/reports.js'
import type { Translate } from '../../text/messages.js'

/** A period as people say it: `2023-01..now` is 2023年1月至今. */
export function periodText(period: string | null, t: Translate): string {
  if (period === null) return t('indicators.undated')
  if (period === 'per year') return t('period.each')
  if (period === 'as of now') return t('period.now')
  if (period.startsWith('as of ')) return t('period.asof', { date: period.slice(6) })
  const [from = '', to] = period.split('..')
  if (to === 'now') return t('period.since', { from })
  return to === undefined ? from : t('period.range', { from, to })
}
