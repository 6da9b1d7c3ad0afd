import type { Verified } from '../../rules/result.js'
import { formatNumber } from '../../rules/value.js'
import { formatDay } from '../../shared/day.js'
import * as q from '../../shared/rational.js'
import type { Text } from '../../shared/text.js'

export const VERIFIED_TEXT: Readonly<Record<Verified, Text>> = {
  official: { zh: '原文核实', en: 'official text' },
  secondary: { zh: '转引', en: 'secondary source' },
  none: { zh: '未核实', en: 'unverified' },
}

export function moneyText(fen: bigint): Text {
  const value = q.rational(fen)
  return { zh: formatNumber(value, 'CNY', 'zh'), en: formatNumber(value, 'CNY', 'en') }
}

export function percentText(share: q.Rational): string {
  return formatNumber(share, '', 'zh')
}

/** The term in which a rule is in force; a date that the text does not give is told as such. */
export function termText(valid: {
  readonly from: number | null
  readonly to: number | null
  readonly stated: boolean
}): Text {
  const { from, to, stated } = valid
  const first = from === null ? null : formatDay(from)
  const last = to === null ? null : formatDay(to)
  const [unknown, open] = [
    { zh: '起始日文件未写明', en: 'beginning not stated' },
    { zh: '不限起始日', en: 'no beginning' },
  ]
  const start = first === null ? (stated ? open : unknown) : { zh: `${first} 起`, en: `from ${first}` }
  return last === null ? start : { zh: `${start.zh}，至 ${last}`, en: `${start.en}, until ${last}` }
}

export function listText(texts: readonly string[]): Text | null {
  return texts.length === 0 ? null : { zh: texts.join('、'), en: texts.join(', ') }
}
