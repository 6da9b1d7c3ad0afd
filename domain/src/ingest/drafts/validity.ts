import { plainOf, type Span } from './span.js'

/** From when to when a document is in force, as it says itself. */
export interface Validity {
  /** `2024-03-01`, or null where the text does not say. */
  readonly from: string | null
  readonly until: string | null
  readonly source: Span
}

const DATE = '((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日'
const FROM = new RegExp(`[自从]${DATE}起(?:开始|正式)?(?:施行|实施|执行|生效)`)
const UNTIL = new RegExp(`(?:有效期|执行期|实施期限?)[^，。；]{0,4}[至到]${DATE}`)
const BETWEEN = new RegExp(`(?:有效期|执行期|实施期限?)[^，。；]{0,4}${DATE}[至到—-]+${DATE}`)

export function validityOf(points: readonly string[]): Validity | null {
  const all = plainOf(points, 0, points.length)
  const between = BETWEEN.exec(all.text)
  const from = between ?? FROM.exec(all.text)
  const until = between ? null : UNTIL.exec(all.text)
  const first = from ?? until
  if (!first) return null
  const last = until && until.index >= first.index ? until : first
  return {
    from: from ? day(from.slice(1, 4)) : null,
    until: between ? day(between.slice(4, 7)) : until ? day(until.slice(1, 4)) : null,
    source: all.span(first.index, last.index + last[0].length),
  }
}

function day([year = '', month = '', date = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}
