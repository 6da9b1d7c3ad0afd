import { scanChinese } from './chinese.js'
import { measuredFrom, quantityOf } from './measured.js'
import type { Quantity } from './quantity.js'
import { rankAt } from './rank.js'
import { type UnitName, unitAt } from './units.js'

/** `1,260`, `10 235` and, from full-width print, `1，927`. */
const DIGITS = /\d{1,3}(?:[, ，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g
const RATIO = /^(\d+(?:\.\d+)?)(?::|比)(\d+(?:\.\d+)?)(?![\d:])/

/** Every figure of a sentence, in its order. */
export function scan(text: string): Quantity[] {
  const found: Quantity[] = []
  let end = 0
  for (const match of text.matchAll(DIGITS)) {
    const at = match.index ?? 0
    if (at < end) continue
    const quantities = digitsAt(text, at, match[0])
    for (const quantity of quantities) found.push(quantity)
    end = Math.max(end, quantities.at(-1)?.end ?? at + match[0].length)
  }
  const all = [...found, ...scanChinese(text, found)]
  return all.sort((a, b) => a.start - b.start)
}

function digitsAt(text: string, at: number, digits: string): Quantity[] {
  const rank = rankAt(text, at, digits.length, Number(digits))
  if (rank !== undefined) return rank === null ? [] : [rank]
  if (isPartOfName(text, at, digits.length)) return []
  const ratio = ratioAt(text, at)
  if (ratio) return [ratio]
  const range = rangeAt(text, at, digits)
  if (range) return range
  const measured = measuredFrom(text, at + digits.length)
  if (!measured || isDate(text, at, digits, measured.unit) || isNickname(text, at, measured.end)) return []
  return [quantityOf(text, at, digits, measured)]
}

/** 5G, A4, COVID-19, 138+N, 1＋3＋N, 7×24, “6969”, 第3届, v1.2.3: parts of names. */
function isPartOfName(text: string, at: number, length: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + length] ?? ''
  if (/[A-Za-z+×xX*#№.$]/.test(before) && !isSigned(text, at, length)) return true
  if (/[+×]/.test(after)) return true
  if (before === '-' && /[A-Za-z\d]/.test(text[at - 2] ?? '')) return true
  if (before === '/' || (before === ':' && /\d/.test(text[at - 2] ?? ''))) return true
  if (/[A-Za-z]/.test(after) && !unitAt(text, at + length)) return true
  return before === '第' || after === '号' || (before === '“' && after === '”')
}

/** `“新8条”`, `“人才30条”`: what a policy is called. */
function isNickname(text: string, at: number, end: number): boolean {
  const quoted = /“[^”]*$/.exec(text.slice(Math.max(0, at - 24), at))
  // `“1个中心+5个分中心”`: a formula.
  if (
    quoted &&
    /^[^”]{0,24}”/.test(text.slice(end)) &&
    /[\d\u4e00-\u9fff]\+[\dN]/.test(quoted[0] + text.slice(at, end + 24).split('”')[0])
  )
    return true
  return (
    text[end] === '”' && text[end - 1] === '条' && /“[^”，。]{1,6}$/.test(text.slice(Math.max(0, at - 8), at))
  )
}

/** `同比+15.2%`. */
function isSigned(text: string, at: number, length: number): boolean {
  return text[at - 1] === '+' && text[at + length] === '%' && /[^\dA-Za-z“]/.test(text[at - 2] ?? '')
}

function ratioAt(text: string, at: number): Quantity | null {
  const match = RATIO.exec(text.slice(at, at + 24))
  const [whole = '', a = '', b = ''] = match ?? []
  if (whole === '' || Number(b) === 0 || isClock(whole)) return null
  const value = Number(a) / Number(b)
  const end = at + whole.length
  return {
    start: at,
    end,
    after: end,
    before: at,
    value: Number.isInteger(value) ? String(value) : String(Number(value.toFixed(6))),
    unit: '比',
    unitClass: 'ratio',
    bound: null,
    chinese: false,
  }
}

function isClock(text: string): boolean {
  const [hour = '', minute = ''] = text.split(':')
  return minute.length === 2 && Number(hour) < 25 && Number(minute) < 60 && text.includes(':')
}

/** `10-20家`, `3至5年`: a least and a greatest. */
function rangeAt(text: string, at: number, digits: string): Quantity[] | null {
  const rest = text.slice(at + digits.length, at + digits.length + 24)
  const match = /^((?:[万亿千百]*(?:元|%|个|家|人|名|年)?)(?:-{1,2}|至|到))(\d+(?:\.\d+)?)/.exec(rest)
  if (!match || /^[-至到]/.test(text[at - 1] ?? '')) return null
  const [, between = '', high = ''] = match
  const highAt = at + digits.length + between.length
  const measured = measuredFrom(text, highAt + high.length)
  if (!measured || measured.unit.class === 'time') return measured ? [] : null
  if (isDate(text, highAt, high, measured.unit)) return []
  const own = /^(?:-|至|到)/.test(between) ? null : measuredFrom(text, at + digits.length)
  const low = own ?? { ...measured, end: at + digits.length }
  const first = quantityOf(text, at, digits, { ...low, more: '' })
  const second = quantityOf(text, highAt, high, measured)
  return [
    { ...first, after: measured.end, bound: { op: '>=', text: between, strict: true } },
    { ...second, before: at, bound: { op: '<=', text: between, strict: true } },
  ]
}

const DURATION =
  /(?:连续|为期|历时|不超过|不少于|不低于|最长|最短|满|超过|至少|存续|期限[为是]?|缩短[至到]?|[每后])$/

/** Days and years of the calendar are periods, not figures. */
function isDate(text: string, at: number, digits: string, unit: UnitName): boolean {
  if (unit.class !== 'time') return false
  const behind = text.slice(at + digits.length + unit.text.length)
  const before = text.slice(Math.max(0, at - 4), at)
  if (unit.text === '年') {
    if (/^(?:19|20)\d\d$/.test(digits) || digits.length > 3) return true
    // 近3年, 未来5年 and 20年代 tell when.
    return /(?:近|过去|未来|今后|前)$/.test(before) || /^(?:代|级|版|度|来|前|行动|计划|规划)/.test(behind)
  }
  if (unit.text === '日') return !/^[之以]?内/.test(behind)
  if (unit.text === '周') return /^(?:年|岁)/.test(behind)
  return /(?:近|过去|未来|今后|前)$/.test(before) && !DURATION.test(before)
}
