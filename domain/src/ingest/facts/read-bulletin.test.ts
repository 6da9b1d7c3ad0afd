import { describe, expect, test } from 'vitest'
import { readBulletinText } from './read-bulletin.js'
import { ISSUE, paged, RUNNING_HEAD } from './testing.js'

const { articles, facts } = readBulletinText(ISSUE)
const told = (article: number) =>
  facts
    .filter((fact) => fact.article === articles[article]?.title)
    .map((f) => [f.valueText, f.kind, f.subject, f.period, f.region.city].join(' | '))

test('articles have their title, place and bounds', () => {
  expect(articles.map(({ title, region }) => [title, region.province, region.city])).toEqual([
    ['云南玉溪：“四个平台”助推科技企业成长 厚植创新沃土', '云南省', '玉溪市'],
    ['甘肃：科技金融“组合拳”破解融资难题', '甘肃省', null],
    ['海南儋州出台人才十条新政', '海南省', '儋州市'],
  ])
  const points = [...ISSUE]
  for (const { title, start, titleEnd, bodyStart, end } of articles) {
    expect(points.slice(start, titleEnd).join('')).toBe(title)
    expect(points[end - 1]).toBe('。')
    expect(points.slice(titleEnd, bodyStart).join('').trim()).toBe('')
  }
})

test('measures are told by their markers, or by the phrase that heads each paragraph', () => {
  expect(articles.map(({ measures }) => measures.map(({ heading, style }) => `${style} ${heading}`))).toEqual(
    [
      ['enumerated 搭建孵化平台', 'enumerated 强化要素保障', 'enumerated 优化服务机制'],
      ['lead_phrase 完善风险分担', 'lead_phrase 拓宽融资渠道'],
      [],
    ],
  )
})

test('the facts of a city: kinds, subjects and periods', () => {
  expect(told(0)).toEqual([
    '12.35亿元 | amount | 技术合同成交额 | 2023-01..2023-08 | 玉溪市',
    '41.2% | growth | 技术合同成交额 | 2023-01..2023-08 | 玉溪市',
    '386项 | count | 登记技术合同数 | 2023-01..2023-08 | 玉溪市',
    '17家 | count | 建成科技企业孵化器数 | 2023-01..now | 玉溪市',
    '3家 | count | 国家级科技企业孵化器数 | 2023-01..now | 玉溪市',
    '6家 | count | 省级科技企业孵化器数 | 2023-01..now | 玉溪市',
    '420余家 | count | 在孵企业数 | 2023-01..now | 玉溪市',
    '5100人 | count | 带动就业人数 | 2023-01..now | 玉溪市',
    '12场 | count | 举办对接活动场次 | 2023-01..now | 玉溪市',
    '25个 | count | 促成签约项目数 | 2023-01..now | 玉溪市',
    '3.6亿元 | threshold | 意向金额 | 2023-01..now | 玉溪市',
    '2000万元 | threshold | 安排专项资金 | per year | 玉溪市',
    '20万元 | threshold | 首次认定高新技术企业奖励上限 | per year | 玉溪市',
    '418.5万元 | amount | 落实科技创新券补助资金 | 2023-01..now | 玉溪市',
    '63家 | count | 惠及企业数 | 2023-01..now | 玉溪市',
    '45名 | count | 选派科技特派员人数 | 2023-01..now | 玉溪市',
    '96个 | count | 行政村数 | 2023-01..now | 玉溪市',
    '130期 | count | 开展培训期数 | 2023-01..now | 玉溪市',
    '1.2万人次 | count | 培训农民人次数 | 2023-01..now | 玉溪市',
    '第3位 | rank | 科技特派员总数全省位次 | 2023-01..now | 玉溪市',
  ])
})

test('in an article of a province each figure has the city named before it', () => {
  expect(told(1)).toEqual([
    '10亿元 | amount | 风险补偿资金池总规模 | 2023-01..now | ',
    '14家 | count | 合作银行数 | 2023-01..now | ',
    '9场 | count | 组织银企对接会场次 | 2023-01..now | 兰州市',
    '78家 | count | 授信企业数 | 2023-01..now | 兰州市',
    '5.2亿元 | amount | 企业授信额 | 2023-01..now | 兰州市',
    '2支 | count | 引进基金数 | 2023-01..now | 武威市',
    '1.1亿元 | amount | 引进基金投资额 | 2023-01..now | 武威市',
    '860亿元 | amount | 科技贷款余额 | as of now | ',
    '6.4% | share | 科技贷款余额占全部贷款比重 | as of now | ',
  ])
})

test('rules and labels have no period; a figure of the title that its text repeats is told once', () => {
  expect(told(2)).toEqual([
    '三个方面 | count | 发力数 |  | 儋州市',
    '100万元 | threshold | 企业设立博士工作站每家资助上限 |  | 儋州市',
    '三年 | duration | 引进高层次人才期限 |  | 儋州市',
    '300名 | threshold | 引进高层次人才人数 |  | 儋州市',
    '十条 | count | 出台新政条数 |  | 儋州市',
  ])
})

describe('the same facts are read from pages as from paragraphs', () => {
  const of = (text: string) =>
    readBulletinText(text).facts.map((f) => [f.value, f.unit, f.kind, f.subject, f.period].join(' | '))
  test.each([
    [60, 24],
    [56, 7],
    [64, 11],
    [72, 30],
  ])('%d columns, %d lines a page', (width, lines) => {
    expect(of(paged(ISSUE, width, lines))).toEqual(of(ISSUE))
  })
})

test('a unit behind a page break belongs to its number, and the running head to neither', () => {
  const text = `浙江丽水：科技特派员下沉一线\n\n2023年，全市选派科技特派员252\n\n\n\n\n\n        ${RUNNING_HEAD}\n\n7\n\n 人，服务企业31家。`
  const [first] = readBulletinText(text).facts
  expect(first).toMatchObject({ value: '252', unit: '人', subject: '选派科技特派员人数', period: '2023' })
  expect([...text].slice(first?.valueStart, first?.valueEnd).join('')).toMatch(/^252[\s\S]*人$/)
})
