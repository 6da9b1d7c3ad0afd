import { divide, multiply, ONE, type Rational, rational } from './rational.js'
import type { Lang } from './text.js'

/** Powers of base units, sorted, as `CNY` or `CNY·家^-1`; empty for a ratio. Two amounts add only where these agree. */
export type Dimension = string

export interface Unit {
  dimension: Dimension
  /** One of this unit in base units: fen for money, 1 for a ratio, one for a count. */
  factor: Rational
}

const COUNTS: Record<string, [one: string, many: string]> = {
  人: ['person', 'people'],
  家: ['company', 'companies'],
  项: ['item', 'items'],
  件: ['item', 'items'],
  个: ['unit', 'units'],
  次: ['time', 'times'],
  场: ['event', 'events'],
  份: ['copy', 'copies'],
  名: ['person', 'people'],
  户: ['household', 'households'],
  台: ['set', 'sets'],
  篇: ['paper', 'papers'],
  套: ['set', 'sets'],
  只: ['fund', 'funds'],
  笔: ['transaction', 'transactions'],
  村: ['village', 'villages'],
  天: ['day', 'days'],
  月: ['month', 'months'],
  年: ['year', 'years'],
  小时: ['hour', 'hours'],
  人次: ['visit', 'visits'],
  学时: ['lesson', 'lessons'],
  吨: ['tonne', 'tonnes'],
}
const MULTIPLES: [string, bigint][] = [
  ['万亿', 1000000000000n],
  ['千万', 10000000n],
  ['百万', 1000000n],
  ['亿', 100000000n],
  ['万', 10000n],
  ['千', 1000n],
  ['百', 100n],
]
const SIMPLE: Record<string, Unit> = {
  元: { dimension: 'CNY', factor: rational(100n) },
  美元: { dimension: 'USD', factor: rational(100n) },
  '%': { dimension: '', factor: rational(1n, 100n) },
  '‰': { dimension: '', factor: rational(1n, 1000n) },
  倍: { dimension: '', factor: ONE },
  分: { dimension: '分', factor: ONE },
  平方米: { dimension: '平方米', factor: ONE },
  亩: { dimension: '亩', factor: ONE },
  个月: { dimension: '月', factor: ONE },
  yuan: { dimension: 'CNY', factor: rational(100n) },
  USD: { dimension: 'USD', factor: rational(100n) },
  CNY: { dimension: 'CNY', factor: rational(100n) },
}
for (const name of Object.keys(COUNTS)) SIMPLE[name] = { dimension: name, factor: ONE }
/** `百万分` and `万%` are no units. */
const NEVER_MULTIPLIED = new Set(['%', '‰', '倍', '分', '个月', 'yuan', 'USD', 'CNY'])

function findSimple(name: string): Unit | undefined {
  const own = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined
  if (own) return own
  for (const [prefix, times] of MULTIPLES) {
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    const unit = rest && Object.hasOwn(SIMPLE, rest) && !NEVER_MULTIPLIED.has(rest) ? SIMPLE[rest] : undefined
    if (unit) return { dimension: unit.dimension, factor: multiply(rational(times), unit.factor) }
  }
  return undefined
}

/** `万元`, `%`, `万元/家`; undefined for what is no unit. */
export function findUnit(name: string): Unit | undefined {
  const [over, under, ...more] = name.split('/')
  if (more.length > 0 || !over) return undefined
  const numerator = findSimple(over)
  if (under === undefined || !numerator) return numerator
  const denominator = findSimple(under)
  return (
    denominator && {
      dimension: combine(numerator.dimension, denominator.dimension, -1),
      factor: divide(numerator.factor, denominator.factor),
    }
  )
}

export function unitNames(): string[] {
  return [...Object.keys(SIMPLE), '万元', '亿元', '万美元', '亿美元', '万人', '万户']
}

function powers(dimension: Dimension): Map<string, number> {
  const map = new Map<string, number>()
  for (const part of dimension.split('·').filter(Boolean)) {
    const [base = '', power = '1'] = part.split('^')
    map.set(base, Number(power))
  }
  return map
}

/** The dimension of a product (`sign` 1) or a quotient (`sign` -1). */
export function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  if (b === '') return a
  const map = powers(a)
  for (const [base, power] of powers(b)) map.set(base, (map.get(base) ?? 0) + sign * power)
  return [...map]
    .filter(([, power]) => power !== 0)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([base, power]) => (power === 1 ? base : `${base}^${power}`))
    .join('·')
}

/** Stored integers a base unit: fen, millionths of a ratio, hundredths of a square metre or a point. */
export function scaleOf(dimension: Dimension): bigint {
  if (dimension === '') return 1000000n
  if (dimension === 'CNY' || dimension === 'USD' || Object.hasOwn(COUNTS, dimension)) return 1n
  return 100n
}

const NAMES = new Map<Dimension, string>()

/** How a dimension is named to a person: `元`, `%`, `元/家`. Packs have few of them, and texts need them often. */
export function dimensionName(dimension: Dimension): string {
  const before = NAMES.get(dimension)
  if (before !== undefined) return before
  const name = nameOf(dimension)
  NAMES.set(dimension, name)
  return name
}

function nameOf(dimension: Dimension): string {
  if (dimension === '') return '%'
  const names: Record<string, string> = { CNY: '元', USD: '美元' }
  const over: string[] = []
  const under: string[] = []
  for (const [base, power] of powers(dimension)) (power > 0 ? over : under).push(names[base] ?? base)
  return `${over.join('·') || '1'}${under.length > 0 ? `/${under.join('/')}` : ''}`
}

/** The word that follows a count: `人`, or `people`. */
export function countWord(dimension: Dimension, one: boolean, lang: Lang): string {
  const words = Object.hasOwn(COUNTS, dimension) ? COUNTS[dimension] : undefined
  if (lang === 'zh' || !words) return dimensionName(dimension)
  return one ? words[0] : words[1]
}
