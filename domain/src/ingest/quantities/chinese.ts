import { parseChinese, shift } from './decimal.js'
import { type Measured, measuredFrom, quantityOf } from './measured.js'
import type { Quantity } from './quantity.js'
import { chineseRankAt } from './rank.js'
import { isSetPhrase } from './set-phrases.js'

const RUN = /[一二两三四五六七八九十百千万亿零]+/g
/** Counted by Chinese numerals; others make words: 三级, 二期, 一步, 十分, 三线. */
const COUNTED = new Set(
  '大 个 方面 个方面 项 家 件 名 位 人 场 次 所 类 种 条 支 座 台 套 篇 户 笔 处 款 门 间 辆 人次 倍 元 美元 % 亩 吨 公里 平方米 年 个月 天 个工作日 工作日 日 小时 村 百分点 个百分点 岁 周岁 成'.split(
    ' ',
  ),
)
const ASSIGNED =
  /(?:选任|选派|选配|配备|配置|配齐|安排|明确|指定|确定|聘任|聘请|派驻|派出|落实|每[^，。；一]{0,8}|各[^，。；一]{0,4})$/
const LASTING = /(?:连续|为期|历时|不超过|不少于|最长|满|已|达|长达|再|延长)$/
const BARE_PREFIX = /(?:近|上|逾|超|超过|过|(?<!签)约|突破|达到?|不少于)$/

/** Figures written in Chinese numerals. */
export function scanChinese(text: string, taken: readonly Quantity[]): Quantity[] {
  const found: Quantity[] = []
  for (const match of text.matchAll(RUN)) {
    const at = match.index ?? 0
    if (taken.some((q) => at < q.end && at + match[0].length > q.start)) continue
    if (/\d/.test(text[at - 1] ?? '')) continue
    const quantity = percentAt(text, at) ?? figureAt(text, at, match[0])
    if (quantity) found.push(quantity)
  }
  return found
}

/** 百分之三十五点六. */
function percentAt(text: string, at: number): Quantity | null {
  const match = /^百分之([一二三四五六七八九十百零]+)(?:点([零一二三四五六七八九]+))?/.exec(
    text.slice(at, at + 24),
  )
  if (!match) return null
  const whole = parseChinese(match[1] ?? '')
  if (whole === null) return null
  const part = [...(match[2] ?? '')].map((c) => parseChinese(c) ?? 0).join('')
  const measured: Measured = {
    unit: { text: '%', norm: '%', class: 'percent', power: 0 },
    power: 0,
    more: '',
    end: at + match[0].length,
  }
  return quantityOf(text, at, part === '' ? String(whole) : `${whole}.${part}`, measured, true)
}

function figureAt(text: string, at: number, run: string): Quantity | null {
  const rank = chineseRankAt(text, at, run)
  if (rank !== undefined) return rank
  const before = text.slice(Math.max(0, at - 12), at)
  if (/[第数几好]$/.test(before)) return null
  const number = numberOf(run, before, text[at + run.length] ?? '')
  const measured = number === null ? null : measuredFrom(text, at + run.length)
  if (number === null || !measured || !COUNTED.has(measured.unit.text)) return null
  if (isSetPhrase(text, at, run.length)) return null
  if (!counts(text, run, measured, before)) return null
  return quantityOf(text, at, shift(String(number), 0), measured, true)
}

/** 近百家 and 百余家 are a hundred; 百家 alone is a word. */
function numberOf(run: string, before: string, behind: string): number | null {
  const value = parseChinese(run)
  if (value !== null) return value
  return BARE_PREFIX.test(before) || /[余多]/.test(behind) ? parseChinese(`一${run}`) : null
}

function counts(text: string, run: string, measured: Measured, before: string): boolean {
  const { unit, more } = measured
  const behind = text.slice(measured.end, measured.end + 4)
  // 三位一体, 五个十: a numeral follows, and the whole is a name.
  if (/^[一二三四五六七八九十]/.test(behind)) return false
  if (run === '一' && more === '') {
    if (unit.class === 'people') return ASSIGNED.test(before)
    if (unit.class === 'times')
      return /(?:增长|增加|提高|扩大|提升|翻|多|高)(?:了|近|约|超过?)?$/.test(before)
    return unit.class === 'count' && /每[^，。；一]{0,12}$|至少[^，。；一]{0,4}$/.test(before)
  }
  if (unit.text === '年') return LASTING.test(before) || /^(?:以?内|以上|以下)/.test(behind)
  if (unit.class === 'time') return !/(?:近|过去|未来|前)$/.test(before)
  if (unit.text === '次') return run !== '二' && !/^(?:元|方|函|世界|创业)/.test(behind)
  if (unit.text === '位') return !/^(?:数|次|置)/.test(behind)
  // “四个”机制 with a mark between counts nothing by itself.
  return true
}
