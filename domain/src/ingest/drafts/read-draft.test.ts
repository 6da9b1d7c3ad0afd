import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readBulletinText } from '../index.js'
import { conditionIn, type NamedFact, vocabularyFor } from './condition.js'
import { draftFile, placeMark, policiesAt, policiesIn, readDraft } from './index.js'

const fact = (
  name: string,
  type: NamedFact['type'],
  dimension = '',
  more: Partial<NamedFact> = {},
): NamedFact => ({
  name,
  type,
  of: ['enterprise'],
  dimension,
  calibres: new Map(),
  ...more,
})
const FACTS = [
  fact('高新技术企业', 'yes-no'),
  fact('科技型中小企业', 'yes-no'),
  fact('年销售收入', 'quantity', 'CNY'),
  fact('资产总额', 'quantity', 'CNY'),
  fact('职工总数', 'quantity', '人'),
  fact('研发费用', 'quantity', 'CNY', { calibres: new Map([['统计', { zh: '统计' }]]) }),
  fact('在孵企业数', 'quantity', '家', { of: ['incubator'] }),
]
const read = (body: string) => {
  const text = `江西赣州：出台若干措施\n近日，示例。${body}\n`
  const [policy] = policiesIn(text, readBulletinText(text).facts)
  if (!policy) throw new Error('no policy')
  return { text, draft: readDraft(policy, FACTS) }
}
const LOAN = '对首次获得科技贷款的科技型中小企业，按实际贷款额的8%、最高不超过60万元，给予贴息补助。'

describe('conditions in the words of programme files', () => {
  const vocabulary = vocabularyFor(FACTS, 'enterprise')
  test.each([
    ['国家高新技术企业', '高新技术企业'],
    ['年销售收入达到2000万元', '年销售收入 >= 2000 万元'],
    ['上年度年销售收入超过 1.5亿元', '年销售收入 > 1.5 亿元'],
    ['职工总数300人以上', '职工总数 >= 300 人'],
    ['职工总数不超过500人', '职工总数 <= 500 人'],
    ['资产总额低于1亿元', '资产总额 < 1 亿元'],
    // Not the unit of the fact; not the fact; no calibre named; two bounds at once; of another audience.
    ['年销售收入达到2000人', null],
    ['新增年销售收入达到2000万元', null],
    ['研发费用达到500万元', null],
    ['职工总数超过300人以上', null],
    ['在孵企业数达到20家', null],
    ['职工总数300人', null],
    ['首次获得科技贷款', null],
  ])('%s', (words, condition) => {
    expect(conditionIn(words, vocabulary)).toBe(condition)
  })
})

describe('a policy sentence as a programme', () => {
  test('what is understood is a condition; what is not holds the verdict open and is listed', () => {
    const { text, draft } = read(LOAN)
    expect(draft.audience).toBe('enterprise')
    expect(draft.needs.map(({ text: t, condition }) => [t, condition])).toEqual([
      ['首次获得科技贷款', null],
      ['科技型中小企业', '科技型中小企业'],
    ])
    expect(draft.pay).toMatchObject({ of: '60 万元', atMost: true })
    expect(draft.unread.map(({ why, text: t }) => [why, t])).toEqual([
      ['condition', '首次获得科技贷款'],
      ['base', '8%'],
    ])
    const points = [...text]
    for (const span of [...draft.needs, ...draft.unread])
      expect(points.slice(span.start, span.end).join('')).toBe(span.text)
  })

  test('a rate of a fact is computed, with its cap', () => {
    const { draft } = read(
      '对年销售收入达到2000万元的高新技术企业，按年销售收入的1%、最高不超过50万元给予奖励。',
    )
    expect(draft.needs.map(({ condition }) => condition)).toEqual(['年销售收入 >= 2000 万元', '高新技术企业'])
    expect(draft).toMatchObject({ pay: { of: '年销售收入 * 1%', atMost: false }, cap: { value: '50 万元' } })
    expect(draft.unread).toEqual([])
  })

  test('when a title was given is a condition of its own', () => {
    const { draft } = read('对新认定高新技术企业给予30万元奖励。')
    expect(draft.needs.map(({ text, condition }) => [text, condition])).toEqual([
      ['新认定', null],
      ['高新技术企业', '高新技术企业'],
    ])
    expect(draft.pay).toMatchObject({ of: '30 万元', atMost: false })
  })

  test('several titles: it is for each of them', () => {
    for (const and of ['和', '、', '或', '以及']) {
      const { draft } = read(`对高新技术企业${and}科技型中小企业给予20万元奖励。`)
      expect(draft.needs.map(({ condition }) => condition)).toEqual(['高新技术企业 or 科技型中小企业'])
    }
    const { draft } = read('对高新技术企业和规上企业给予20万元奖励。')
    expect(draft.needs.map(({ condition }) => condition)).toEqual([null])
  })

  test('nobody qualifies for certain where it is not said for whom, or who is chosen', () => {
    const { draft: nobody } = read('开展贡献度评价，给予最高3000万元奖补。')
    expect(nobody.needs.map(({ condition }) => condition)).toEqual([null])
    expect(nobody.unread.map(({ why }) => why)).toContain('audience')
    const { text, draft: some } = read('对高新技术企业，择优给予最高30万元奖补。')
    const [title, chosen] = some.needs
    expect([title?.condition, chosen?.condition, chosen?.text]).toEqual(['高新技术企业', null, '择优'])
    expect([...text].slice(chosen?.start, chosen?.end).join('')).toBe('择优')
  })

  test('so much of something that no fact is, is no amount', () => {
    const { draft } = read('对高新技术企业租用厂房的，每平方米补贴100元。')
    expect(draft.pay).toBeNull()
    expect(draft.unread.map(({ why, text }) => `${why} ${text}`)).toContain('base 100元')
  })

  test('a figure of whom it is for is no payment', () => {
    const { draft } = read('对年销售收入超过5000万元的高新技术企业给予20万元奖励。')
    expect(draft).toMatchObject({ pay: { of: '20 万元' }, unread: [] })
    expect(draft.needs[0]?.condition).toBe('年销售收入 > 5000 万元')
    const { draft: other } = read('研发投入达到500万元的，给予20万元奖励。')
    expect(other.pay?.of).toBe('20 万元')
    expect(other.unread.map(({ why, text }) => [why, text])).toContainEqual([
      'condition',
      '研发投入达到500万元',
    ])
  })

  test('a clause that may decide holds the verdict open; an amount beyond the first is listed', () => {
    const { draft } = read('经专家评审择优，对高新技术企业给予20万元、30万元奖励。')
    expect(draft.unread.map(({ why }) => why)).toEqual(['condition', 'more'])
  })
})

test('the file names its places and waits for a person', () => {
  const { draft } = read(LOAN)
  const file = draftFile(draft, { title: '示例市若干措施', file: 'a.txt' }, 'demo.draft-a-1')
  expect(parse(file)).toMatchObject({
    id: 'demo.draft-a-1',
    need: [{ that: '待确认1 >= 1 分' }, { that: '科技型中小企业' }],
    define: { 待确认1: { judged: '0..1 分' } },
    pay: { lines: [{ of: '60 万元' }], cap: '60 万元', bound: 'upper' },
    source: { document: '示例市若干措施', verified: 'secondary' },
  })
  expect(parse(file)).not.toHaveProperty('examples')
  for (const { start, end } of [...draft.needs, ...draft.unread])
    expect(file).toContain(placeMark({ start, end }))
  expect(file).toContain('不生效')
})

test('a sentence over several lines makes a file of whole lines', () => {
  const { draft } = read(LOAN.replace('科技型中小', '科技型\n\n中小').replace('60万元', '60\n万元'))
  const file = draftFile(draft, { title: '一\n二', file: 'a.txt' }, 'demo.draft-a-1')
  expect(parse(file)).toMatchObject({ need: [{}, { that: '科技型中小企业' }], pay: { cap: '60 万元' } })
})

test('an article of a report is read as the whole is', () => {
  const text = `江西赣州：出台若干措施\n近日，示例。${LOAN}\n`
  const before = '湖南株洲：做强孵化载体\n2023年，全市建成孵化器17家。\n'
  const all = readBulletinText(before + text).facts
  const from = [...before].length
  const near = all.filter(({ valueStart }) => valueStart >= from)
  expect(policiesAt(text, near, from)).toEqual(policiesIn(before + text, all))
})
