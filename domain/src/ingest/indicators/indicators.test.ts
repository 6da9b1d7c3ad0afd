import { describe, expect, test } from 'vitest'
import { readBulletinText } from '../index.js'
import { contradictions, indicatorOf, indicatorTable, type KeptFact } from './index.js'

const NONE: ReadonlyMap<string, string> = new Map()

function kept(text: string, source = 'a.txt'): KeptFact[] {
  return readBulletinText(text).facts.map((fact, i) => ({
    ...fact,
    id: `${source}#${i}`,
    source,
    checked: false,
  }))
}

describe('one indicator, whatever a report calls it', () => {
  test.each([
    ['登记技术合同成交额', '技术合同成交额', 'table'],
    ['建成科技企业孵化器数', '科技企业孵化器数', 'table'],
    ['研究和试验发展（R&D）经费支出', 'R&D经费支出', 'table'],
    ['新增科技型中小企业数', '新增科技型中小企业数', 'report'],
    ['举办“科创”路演场次', '举办科创路演场次', 'report'],
  ])('%s', (subject, name, by) => {
    expect(indicatorOf(subject, NONE)).toEqual({ name, by })
  })

  test('a person’s correction goes before the table', () => {
    expect(indicatorOf('孵化器数', new Map([['孵化器数', '各类孵化器数']]))).toEqual({
      name: '各类孵化器数',
      by: 'person',
    })
  })
})

test('facts of several regions stand in one row', () => {
  const facts = [
    ...kept('湖南株洲：示例\n2023年，全市技术合同成交额12.5亿元，同比增长10%。\n', 'a.txt'),
    ...kept('江西赣州：示例\n2023年，全市技术合同成交金额9亿元。\n', 'b.txt'),
  ]
  const [first, growth] = indicatorTable(facts, NONE)
  expect(first).toMatchObject({ indicator: '技术合同成交额', kind: 'value', unit: '元' })
  expect(first?.cells.map(({ region, period, value }) => [region.city, period, value])).toEqual([
    ['株洲市', '2023', '1250000000'],
    ['赣州市', '2023', '900000000'],
  ])
  expect(growth).toMatchObject({ kind: 'growth', unit: '%' })
})

describe('contradictions are told', () => {
  const kinds = (facts: KeptFact[]) =>
    contradictions(facts, NONE).map(({ kind, detail }) => ({ kind, ...detail }))

  test('parts that exceed the whole', () => {
    expect(kinds(kept('湖南株洲：示例\n全市建成孵化器17家，其中国家级9家、省级11家。\n'))).toEqual([
      { kind: 'parts-exceed-total', expected: '17', found: '20' },
    ])
    expect(kinds(kept('湖南株洲：示例\n全市建成孵化器17家，其中国家级3家、省级11家。\n'))).toEqual([])
  })

  test('a growth that does not fit the two values', () => {
    const text = (growth: string) =>
      `湖南株洲：示例\n2022年，技术合同成交额10亿元。2023年，技术合同成交额12亿元，同比增长${growth}。\n`
    expect(kinds(kept(text('20%')))).toEqual([])
    expect(kinds(kept(text('20.4%')))).toEqual([])
    expect(kinds(kept(text('35%')))).toEqual([{ kind: 'growth-differs', expected: '35', found: '20' }])
  })

  test('two values of one indicator', () => {
    const facts = [
      ...kept('湖南株洲：示例\n2023年，孵化器数达17家。\n', 'a.txt'),
      ...kept('湖南株洲：另例\n据统计，2023年孵化器数达19家。\n', 'b.txt'),
    ]
    expect(kinds(facts)).toEqual([{ kind: 'values-differ', expected: '17', found: '19' }])
  })

  test('a share of nothing', () => {
    expect(kinds(kept('湖南株洲：示例\n2023年，全市民营企业占比达30%。\n')).map(({ kind }) => kind)).toEqual([
      'share-without-base',
    ])
  })
})
