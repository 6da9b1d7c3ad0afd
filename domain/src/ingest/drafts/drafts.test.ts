import { describe, expect, test } from 'vitest'
import { readBulletinText } from '../index.js'
import { policiesIn } from './index.js'

const read = (body: string) => {
  const text = `江西赣州：出台若干措施\n近日，示例。${body}\n`
  return { text, policies: policiesIn(text, readBulletinText(text).facts) }
}

describe('policy sentences become parameters with where they stand', () => {
  test('a rate, its base, a cap and whom it is for', () => {
    const { text, policies } = read(
      '对首次获得科技贷款的科技型中小企业，按实际贷款额的8%、最高不超过60万元，给予贴息补助。',
    )
    const [policy] = policies
    expect(policies).toHaveLength(1)
    expect(policy?.rates).toMatchObject([{ value: '8%', of: '实际贷款额' }])
    expect(policy?.caps).toMatchObject([{ value: '60 万元' }])
    expect(policy?.beneficiary?.text).toBe('首次获得科技贷款的科技型中小企业')
    expect(policy?.conditions.map((c) => c.text)).toEqual(['首次获得科技贷款的'])
    const points = [...text]
    for (const span of [...(policy?.rates ?? []), ...(policy?.caps ?? []), ...(policy?.conditions ?? [])])
      expect(points.slice(span.start, span.end).join('')).toBe(span.text)
  })

  test('two grants with a semicolon between are two drafts; time limits are kept', () => {
    const { policies } = read(
      '对新认定的孵化器一次性给予200万元奖励；对在孵企业给予房租补贴，期限不超过24个月，最高30万元。',
    )
    expect(
      policies.map(({ amounts, caps, limits }) => [...amounts, ...caps, ...limits].map((p) => p.value)),
    ).toEqual([['200 万元'], ['30 万元', '24 个月']])
  })

  test('what was paid already is no policy, and statistics are none', () => {
    expect(read('全市共兑现奖励资金300万元。').policies).toEqual([])
    expect(read('技术合同成交额3亿元，同比增长20%。').policies).toEqual([])
  })

  test('what could not be read is listed, not guessed', () => {
    const { policies } = read(
      '经专家委员会综合评议择优，对示范平台给予最高50万元支持，覆盖不少于3个县，给予奖补。',
    )
    const texts = policies[0]?.unread.map(({ text }) => text)
    expect(texts).toContain('3个')
    expect(texts).toContain('经专家委员会综合评议择优')
  })
})

/** Invented clauses of other notices: whom, conditions, caps, amounts, rates, time limits, and what is left to a person. */
test.each([
  [
    '对年度研发费用不低于500万元且增长率超过10%的规模以上工业企业，按其较上年新增研发费用的8%给予补助，单个企业年度补助最高200万元。',
    '年度研发费用不低于500万元且增长率超过10%的规模以上工业企业 | 年度研发费用不低于500万元;增长率超过10%的 | ≤200 万元 | 8%×较上年新增研发费用 |  | ',
  ],
  ['市外高新技术企业整体迁入的，奖励30万元。', '市外高新技术企业 | 整体迁入的 | 30 万元 |  |  | '],
  [
    '新获批的全国重点实验室、国家技术创新中心，分别给予1000万元、800万元支持。',
    '新获批的全国重点实验室、国家技术创新中心 | 新获批的 | 1000 万元;800 万元 |  |  | ',
  ],
  [
    '对促成技术合同的技术转移机构，按年度技术合同成交额的2‰给予奖补，每家每年不超过50万元。',
    '促成技术合同的技术转移机构 | 促成技术合同的 | ≤50 万元 | 2‰×年度技术合同成交额 |  | ',
  ],
  [
    '青年博士来赣就业的，连续三年每月发放5000元生活补贴。',
    '青年博士 | 来赣就业的 | 5000 元 |  | 3 年 | 每月',
  ],
  [
    '符合条件的科技型中小企业购买创新券服务，按合同金额的30%给予补贴，单张创新券面额不超过5万元，每家企业每年累计不超过20万元。',
    '符合条件的科技型中小企业 | 购买创新券服务 | ≤5 万元;≤20 万元 | 30%×合同金额 |  | ',
  ],
  [
    '对获得风险投资的初创企业，按实际到账投资额的5%、最高100万元给予一次性奖励，申报时间为投资到账后12个月内。',
    '获得风险投资的初创企业 | 获得风险投资的 | ≤100 万元 | 5%×实际到账投资额 | 12 个月 | ',
  ],
  [
    '经认定的中试基地，建设期内按设备购置费的25%给予资助，资助总额不超过800万元，建设期不超过2年，绩效评价不合格的不予资助。',
    '经认定的中试基地 | 经认定的 | ≤800 万元 | 25%×设备购置费 | 2 年 | 绩效评价不合格的不予资助',
  ],
  [
    '鼓励企业购买研发保险，给予不高于实缴保费60%、每年最高20万元的补贴，连续补贴不超过3年。',
    '企业 | 购买研发保险 | ≤20 万元 | 60%×实缴保费 | 3 年 | ',
  ],
  [
    '注册满1年、员工中研发人员占比不低于20%的企业，可申请最高50万元无偿资助。',
    '注册满1年、员工中研发人员占比不低于20%的企业 | 注册满1年;员工中研发人员占比不低于20%的 | ≤50 万元 |  |  | ',
  ],
  [
    '利用闲置厂房建设孵化器且面积达到3000平方米以上的，每平方米补贴100元，最高150万元。',
    ' | 利用闲置厂房建设孵化器;面积达到3000平方米以上的 | ≤150 万元;100 元 |  |  | 每平方米',
  ],
])('%s', (clause, expected) => {
  const [policy] = read(clause).policies
  const texts = (spans: readonly { text: string }[] = []) => spans.map(({ text }) => text).join(';')
  const money = [
    ...(policy?.caps ?? []).map(({ value }) => `≤${value}`),
    ...(policy?.amounts ?? []).map(({ value }) => value),
  ]
  const rates = policy?.rates.map(({ value, of }) => `${value}×${of}`) ?? []
  const limits = policy?.limits.map(({ value }) => value) ?? []
  expect(
    [
      policy?.beneficiary?.text ?? '',
      texts(policy?.conditions),
      money.join(';'),
      rates.join(';'),
      limits.join(';'),
      texts(policy?.unread),
    ].join(' | '),
  ).toBe(expected)
})

test('a floor that somebody must reach is no rate, and what was paid last year is no policy', () => {
  expect(read('科技人员转化职务成果所得净收入，奖励比例不低于70%。').policies).toEqual([])
  expect(read('2023年发放研发补助1.2亿元，惠及企业380家。').policies).toEqual([])
})

test('a document that says from when to when it is in force says so in each draft', () => {
  const { text, policies } = read(
    '对孵化器给予50万元奖励。本政策自2024年3月1日\n起施行，有效期至2026年12月31日。',
  )
  const [policy] = policies
  expect(policy?.validity).toMatchObject({ from: '2024-03-01', until: '2026-12-31' })
  const { start = 0, end = 0 } = policy?.validity?.source ?? {}
  expect([...text].slice(start, end).join('')).toMatch(/^自2024[\s\S]*31日$/)
})

test('a break inside a clause moves no place', () => {
  const { text, policies } = read('对首次认定的高新\n\n技术企业，给予最高2\n0万元奖励。')
  const [policy] = policies
  const points = [...text]
  for (const span of [policy?.beneficiary, ...(policy?.caps ?? [])])
    expect(points.slice(span?.start, span?.end).join('')).toBe(span?.text)
  expect(policy?.beneficiary?.text.replaceAll(/\s/g, '')).toBe('首次认定的高新技术企业')
  expect(policy?.caps.map(({ value }) => value)).toEqual(['20 万元'])
})
