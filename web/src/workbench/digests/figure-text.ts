import '../../text/area/reports.js'
import type { ReportFact } from '@kehui/server/client'
import type { Lang, Translate } from '../../text/messages.js'
import { periodText } from '../reports/period-text.js'

/** A figure in a line: 技术合同成交额 12亿元（2023）. */
export function figureText(fact: ReportFact, t: Translate, lang: Lang): string {
  const { correction } = fact
  const value = correction ? `${correction.value} ${correction.unit}` : fact.valueText.replaceAll(/\s+/g, '')
  const period = periodText(correction ? correction.period : fact.period, t)
  const [open, close] = lang === 'zh' ? ['（', '）'] : [' (', ')']
  return `${correction?.subject ?? fact.subject} ${value}${open}${period}${close}`
}
