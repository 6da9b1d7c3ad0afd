import type { Random } from './testing-random.js'

/** An expression with the expressions of its own kind that it is made of, to which it may be cut down. */
export interface Piece {
  readonly text: string
  readonly parts: readonly Piece[]
}

type Make = (random: Random, depth: number) => Piece

function leaf(text: string): Piece {
  return { text, parts: [] }
}

function made(text: (parts: readonly string[]) => string, ...parts: Piece[]): Piece {
  return { text: text(parts.map((p) => p.text)), parts }
}

const MONEY = ['收入', '收入', '研发', '研发', '利润', '到位资金', '收入[前年]', '研发[前年]']
const INDUSTRIES = ['农业', '采矿', '制造', '建筑', '金融', '软件']
const SIZES = ['大', '中', '小']
const PEOPLE = ['职工', '科研人员', '博士']
const RELATIONS = ['>=', '>=', '<=', '>', '<', '=', '!=']

export function yuan(random: Random): string {
  return `${random.pick([1, 2, 5, 10, 20, 50, 100, 300, 500, 1000, 2000])} ${random.pick(['万元', '万元', '元', '亿元'])}`
}

export function percent(random: Random): string {
  return `${random.pick([0, 1, 2.5, 3, 5, 10, 15, 20, 33.3, 50, 60, 75, 100])}%`
}

export const money: Make = (random, depth) => {
  const roll = depth <= 0 ? random.next() * 0.5 : random.next()
  if (roll < 0.42) return leaf(random.pick(MONEY))
  if (roll < 0.5) return leaf(yuan(random))
  if (roll < 0.62) return made(([a]) => `(${a}) * ${percent(random)}`, money(random, depth - 1))
  if (roll < 0.84) {
    const form = random.pick([
      ([a, b]: readonly string[]) => `((${a}) + (${b}))`,
      ([a, b]: readonly string[]) => `((${a}) - (${b}))`,
      ([a, b]: readonly string[]) => `min(${a}, ${b})`,
      ([a, b]: readonly string[]) => `max(${a}, ${b})`,
    ])
    return made(form, money(random, depth - 1), money(random, depth - 1))
  }
  if (roll < 0.88) {
    const when = condition(random, depth - 1).text
    return made(
      ([a, b]) => `(若 ${when} 则 ${a} 否则 ${b})`,
      money(random, depth - 1),
      money(random, depth - 1),
    )
  }
  return leaf(
    random.pick([
      'sum(研发, 近2年)',
      'average(收入, 近3年)',
      'max(研发, 近2年)',
      'sum(到账额 of 合同)',
      'sum(到账额 of 合同 where 类型 = 开发)',
      'max(到账额 of 合同 where 登记日期.年 = 上年)',
      'min(到账额 of 合同 where 到账额 > 10 万元)',
      `((${random.pick(MONEY)}) * (${quotient(random)}))`,
      '(到位资金 * 占比)',
    ]),
  )
}

/** A ratio of two numbers. */
function quotient(random: Random): string {
  const [over, under] = random.pick([
    ['研发', '收入'],
    ['利润', '收入'],
    ['研发', '研发[前年]'],
    ['科研人员', '职工'],
    ['博士', '职工'],
    ['职工', '博士'],
    ['(研发 + 到位资金)', '收入'],
    ['专利', '(博士 * 1 项 / 1 人)'],
    ['收入', '利润'],
  ])
  const zero = random.pick(['0%', '0%', '100%', '占比'])
  return `${over} / ${under} 若为零 ${zero}`
}

/** Choices that hang together, which only case by case are decided. */
function pairs(random: Random): string {
  const places = ['贵州省', '南京市', '南京市鼓楼区', '合肥市']
  const one = () =>
    random.pick([
      () => `(行业 = ${random.pick(INDUSTRIES)} and 规模 = ${random.pick(SIZES)})`,
      () => `(行业 = ${random.pick(INDUSTRIES)} and 规模 != ${random.pick(SIZES)})`,
      () => `(规模 = ${random.pick(SIZES)} and 注册地 not in ${random.pick(places)})`,
      () => `(高新 and 行业 != ${random.pick(INDUSTRIES)})`,
    ])()
  return `(${Array.from({ length: random.between(2, 6) }, one).join(' or ')})`
}

const plainCondition = (random: Random): string => {
  const relation = random.pick(RELATIONS)
  return random.pick([
    () => `${random.pick(PEOPLE)} ${relation} ${random.pick([1, 3, 10, 50, 100, 300])} 人`,
    () => `专利 ${relation} ${random.pick([1, 2, 5, 10, 100, 300])} 项`,
    () => `占比 ${relation} ${percent(random)}`,
    () => `${quotient(random)} ${relation} ${percent(random)}`,
    () => `${quotient(random)} ${relation} ${percent(random)}`,
    () => `利润 / ${random.pick(['收入', '研发'])} 若为零 0% ${relation} -${percent(random)}`,
    () => `(${quotient(random)}) - ${percent(random)} ${relation} ${percent(random)}`,
    () => `评分 ${relation} ${random.pick([10, 60, 80.5])} 分`,
    () => random.pick(['高新', '科小', '失信']),
    () =>
      `行业 ${random.pick(['in', 'not in'])} {${random.pick(['制造, 软件', '农业', '采矿, 建筑, 金融'])}}`,
    () => `规模 ${random.pick(['=', '!='])} ${random.pick(['大', '中', '小'])}`,
    () => `注册地 ${random.pick(['in', 'not in'])} ${random.pick(['贵州省', '南京市', '南京市鼓楼区'])}`,
    () => pairs(random),
    () => `成立日期 ${random.pick(['>=', '<'])} ${random.pick(['2020-01-01', '2024-06-30'])}`,
    () => `成立日期.年 ${random.pick(['=', '>=', '<'])} ${random.pick(['上年', '2023'])}`,
    () => `满(成立日期, ${random.pick(['12 个月', '3 年', '365 天'])})`,
    () => `days(成立日期) ${random.pick(['>=', '<'])} 1000 天`,
    () =>
      `${random.pick(['growth(收入)', 'growth(研发)', 'cagr(收入, 2 年)'])} ${relation} ${percent(random)}`,
    () => `rising(${random.pick(['收入', '研发'])}, ${random.pick([1, 2])} 年)`,
    () =>
      `count(合同${random.pick(['', ' where 类型 = 转让', ' where 到账额 >= 10 万元'])}) ${relation} ${random.pick([0, 1, 2, 3])} 份`,
  ])()
}

export const condition: Make = (random, depth) => {
  const roll = depth <= 0 ? random.next() * 0.75 : random.next()
  if (roll < 0.5) return leaf(plainCondition(random))
  if (roll < 0.75) {
    const right = random.chance(0.7) ? yuan(random) : money(random, 0).text
    return leaf(`${money(random, depth - 1).text} ${random.pick(RELATIONS)} ${right}`)
  }
  if (roll < 0.82) return made(([a]) => `not (${a})`, condition(random, depth - 1))
  const word = random.pick(['and', 'or', 'or'])
  const parts = Array.from({ length: random.between(2, 3) }, () => condition(random, depth - 1))
  return made((texts) => `(${texts.map((t) => `(${t})`).join(` ${word} `)})`, ...parts)
}
