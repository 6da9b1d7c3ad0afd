import fc from 'fast-check'
import type { GivenFacts, GivenRecords } from '../rules/parse-facts.js'

/** Random programmes that are well typed over the facts of `testing-programme.ts`, as the text of a file. */

const RELATION = fc.constantFrom('<', '<=', '>', '>=', '达到', '低于')
const percent = fc.integer({ min: 1, max: 99 }).map((n) => `${n}%`)
const wan = fc.integer({ min: 0, max: 5000 }).map((n) => `${n} 万元`)
const MONEY_FACT = fc.constantFrom(
  '年销售收入',
  '年销售收入[前年]',
  '研发费用',
  '研发费用.统计',
  '研发费用[前年]',
  'sum(研发费用, 近3年)',
  'average(年销售收入, 近2年)',
  'sum(到账额 of 技术合同)',
  'sum(到账额 of 技术合同 where 合同类型 = 开发)',
  'max(到账额 of 技术合同 where 登记日期.年 = 上年)',
)
const YES_NO = fc.constantFrom('重点项目', '银行贷款', '风险投资', '科技型中小企业', '严重失信')

const { money, condition } = fc.letrec<{ money: string; condition: string }>((tie) => ({
  money: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    MONEY_FACT,
    fc.tuple(tie('money'), tie('money')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(tie('money'), tie('money')).map(([a, b]) => `(${a} - ${b})`),
    fc.tuple(tie('money'), percent).map(([a, p]) => `${a} * ${p}`),
    fc.tuple(tie('money'), wan).map(([a, b]) => `min(${a}, ${b})`),
    fc.tuple(tie('money'), tie('money')).map(([a, b]) => `max(${a}, ${b})`),
    fc.tuple(tie('condition'), tie('money'), wan).map(([c, a, b]) => `(若 ${c} 则 ${a} 否则 ${b})`),
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(MONEY_FACT, RELATION, wan).map(([a, r, b]) => `${a} ${r} ${b}`),
    fc.tuple(tie('money'), RELATION, tie('money')).map(([a, r, b]) => `${a} ${r} ${b}`),
    fc
      .tuple(fc.constantFrom('职工总数', '科技人员'), RELATION, fc.nat(600))
      .map(([a, r, n]) => `${a} ${r} ${n} 人`),
    fc
      .tuple(fc.constantFrom('科技人员 / 职工总数', '研发费用 / 年销售收入'), RELATION, percent)
      .map(([a, r, p]) => `${a} 若为零 0% ${r} ${p}`),
    fc.tuple(RELATION, percent).map(([r, p]) => `研发强度 ${r} ${p}`),
    fc.integer({ min: -20, max: 60 }).map((n) => `cagr(年销售收入, 2 年) >= ${n < 0 ? `-${-n}` : n}%`),
    fc.constantFrom(
      'rising(年销售收入, 2 年)',
      '满(注册日期, 12 个月)',
      'days(注册日期) > 400 天',
      '注册日期 < 2024-06-30',
    ),
    fc.constantFrom(
      '行业门类 = 制造业',
      '行业门类 != 农业',
      '行业门类 in {制造业, 服务业}',
      '注册地 in 南京市',
      '注册地 not in 江苏省',
    ),
    fc.tuple(RELATION, fc.nat(4)).map(([r, n]) => `count(技术合同 where 到账额 > 0 元) ${r} ${n} 份`),
    YES_NO,
    tie('condition').map((c) => `not (${c})`),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((all) => `(${all.join(' and ')})`),
    fc.array(tie('condition'), { minLength: 2, maxLength: 3 }).map((all) => `(${all.join(' or ')})`),
  ),
}))

const rising = (length: number, max: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max }), { minLength: length, maxLength: length })
    .map((ns) => ns.sort((a, b) => a - b))

const pointsTerm = fc.oneof(
  fc
    .tuple(rising(3, 60), rising(3, 30))
    .map(
      ([at, give]) =>
        `{of: 科技人员 / 职工总数 若为零 0%, steps: {${at.map((p, i) => `${p}%: ${give[i]} 分`).join(', ')}}}`,
    ),
  fc
    .tuple(rising(2, 9), rising(2, 30))
    .map(
      ([at, give]) => `{of: 一类知识产权, steps: {${at.map((n, i) => `${n} 项: ${give[i]} 分`).join(', ')}}}`,
    ),
  condition.map((c) => `{cases: [{when: "${c}", give: 5..8 分}], else: 2 分}`),
  fc.constant('{judged: 0..10 分}'),
  fc.constant('{of: 专家评分}'),
)

const payTerm = fc.oneof(
  money.map((m) => `{of: "${m}"}`),
  fc.tuple(money, condition).map(([m, c]) => `{of: "${m}", when: "${c}"}`),
  fc
    .tuple(rising(2, 5000), rising(2, 100))
    .map(
      ([at, give]) =>
        `{of: 年销售收入, steps: {${at.map((n, i) => `${n} 万元: ${give[i]} 万元`).join(', ')}}, below: 0 元}`,
    ),
  fc
    .tuple(rising(1, 5000), percent, percent)
    .map(([[n], p, r]) => `{of: 研发费用, slices: {0 元: ${p}, ${n} 万元: ${r}}}`),
  fc
    .array(money, { minLength: 2, maxLength: 3 })
    .map((all) => `{best: [${all.map((m) => `"${m}"`).join(', ')}]}`),
)

export interface RandomProgramme {
  readonly text: string
  readonly capFen: bigint | null
}

export const randomProgramme: fc.Arbitrary<RandomProgramme> = fc
  .record({
    need: fc.array(condition, { minLength: 1, maxLength: 4 }),
    points: fc.array(pointsTerm, { maxLength: 3 }),
    pass: fc.integer({ min: 1, max: 40 }),
    pay: fc.array(payTerm, { minLength: 1, maxLength: 3 }),
    cap: fc.option(fc.integer({ min: 1, max: 500 })),
    upper: fc.boolean(),
    round: fc.constantFrom('元 down', '千元 nearest', '万元 up', '分 down'),
  })
  .map(({ need, points, pass, pay, cap, upper, round }) => ({
    capFen: cap === null ? null : BigInt(cap) * 1_000_000n,
    text: [
      'id: made.random',
      'title: 随机',
      'audience: enterprise',
      'mode: 审核',
      'benefit: cash',
      'calibre: 高企',
      'valid: unknown..',
      'source: {document: 随机, verified: none}',
      'need:',
      ...need.map((c) => `  - "${c}"`),
      ...(points.length > 0
        ? [
            `  - 得分 >= ${pass} 分`,
            `  - 等级 in {良, 优}`,
            'points:',
            ...points.map((p, i) => `  项${i}: ${p}`),
            `grade: {of: 得分, bands: {优: 达到 ${pass + 20} 分, 良: 达到 ${pass} 分}, below: 差}`,
          ]
        : []),
      'pay:',
      '  lines:',
      ...pay.map((p) => `    - ${p}`),
      ...(cap === null ? [] : [`  cap: ${cap} 万元`]),
      ...(upper ? ['  bound: upper'] : []),
      `  round: ${round}`,
      '',
    ].join('\n'),
  }))

const yuan = fc.oneof(
  fc.constantFrom('0 元', '1 元'),
  fc.integer({ min: 0, max: 6000 }).map((n) => `${n} 万元`),
)
const yesNo = fc.constantFrom('是', '否')
const byYear = (name: string) => [2025, 2024, 2023].map((year) => [`${name}@${year}`, yuan] as const)

const contract = fc.record(
  {
    到账额: yuan,
    合同类型: fc.constantFrom('开发', '转让'),
    登记日期: fc.constantFrom('2025-05-01', '2024-12-31'),
  },
  { requiredKeys: [] },
)

/** Facts of one company that do not contradict one another; each is there or not. */
const everything: fc.Arbitrary<GivenFacts> = fc
  .record(
    {
      注册地: fc.constantFrom('江苏省', '江苏省南京市', '江苏省南京市鼓楼区', '贵州省贵阳市'),
      注册日期: fc.constantFrom('2026-05-01', '2024-07-01', '2019-01-01'),
      职工总数: fc.nat(600).map((n) => `${n} 人`),
      科技人员: percent,
      一类知识产权: fc.nat(10).map((n) => `${n} 项`),
      专家评分: fc.nat(20).map((n) => `${n} 分`),
      行业门类: fc.constantFrom('制造业', '服务业', '农业'),
      ...Object.fromEntries(
        ['严重失信', '科技型中小企业', '重点项目', '银行贷款', '风险投资'].map((n) => [n, yesNo]),
      ),
      ...Object.fromEntries(['年销售收入', '研发费用.高企', '研发费用.统计'].flatMap(byYear)),
    },
    { requiredKeys: [] },
  )
  .map((facts: Record<string, string>) => {
    const { 科技人员: share, ...rest } = facts
    const founded = facts['注册日期']
    // Before its founding a company had none of what these facts count.
    for (const key of Object.keys(rest))
      if (founded !== undefined && /@\d+$/.test(key) && key.slice(-4) < founded.slice(0, 4)) delete rest[key]
    const staff = facts['职工总数']
    if (share === undefined || staff === undefined) return rest
    const scientists = Math.floor((Number.parseInt(staff, 10) * Number.parseInt(share, 10)) / 100)
    return { ...rest, 科技人员: `${scientists} 人` }
  })

export interface Knowledge {
  readonly facts: GivenFacts
  readonly records: GivenRecords
}

/** What is known of a company, and a part of it. */
export const moreAndLess: fc.Arbitrary<{ more: Knowledge; less: Knowledge }> = fc
  .record({
    facts: everything,
    contracts: fc.option(fc.array(contract, { maxLength: 3 })),
    kept: fc.func(fc.boolean()),
    fields: fc.func(fc.boolean()),
  })
  .map(({ facts, contracts, kept, fields }) => {
    const part = (whole: object, keep: (key: string) => boolean) =>
      Object.fromEntries(Object.entries(whole).filter(([key]) => keep(key)))
    const records = contracts === null ? {} : { 技术合同: contracts }
    const fewer = (contracts ?? []).map((c, i) => part(c, (key) => fields(`${i}${key}`)))
    return {
      more: { facts, records },
      less: {
        facts: part(facts, kept) as GivenFacts,
        records: contracts === null || !kept('技术合同') ? {} : { 技术合同: fewer },
      },
    }
  })
