import { describe, expect, test } from 'vitest'
import { scan } from './scan.js'

const figures = (text: string) => scan(text).map(({ value, unit }) => `${value} ${unit}`)

describe('figures are read with their exact value and the unit that facts use', () => {
  test.each([
    ['全县登记技术合同1.6万项、成交额81.05亿元', ['16000 项', '8105000000 元']],
    ['新增名额35位，其中博士12名、技师3人', ['35 人', '12 人', '3 人']],
    ['场地达1,260万平方米，入库10 235家', ['12600000 平方米', '10235 家']],
    ['带动就业十五万余人，两百个村受益', ['150000 人', '200 个']],
    ['近百家企业、三十余个平台、百分之三十五点六的产值', ['100 家', '30 个', '35.6 %']],
    ['培训18394人次，惠及13.1万户', ['18394 人次', '131000 户']],
    ['配套比例为1:2，增长2.5倍，占六成以上', ['0.5 比', '2.5 倍', '60 %']],
    ['提高3.4个百分点，利率不高于4.5‰', ['3.4 百分点', '4.5 ‰']],
    ['总量居全省第5位，连续四年排名全国第一，进入前10名', ['5 名次', '4 年', '1 名次', '10 名次']],
    ['资助期限不超过36个月，24小时内办结', ['36 月', '24 小时']],
    ['实施五大行动，建立三个中心', ['5 个', '3 个']],
    ['给予每家企业20-50万元补贴', ['200000 元', '500000 元']],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })
})

describe('what is no figure is left out', () => {
  test.each([
    '2023年1-9月，自2021年起，截至3月底',
    '“金穗27号”小麦与A4纸、5G、GPS3、COVID-19',
    '构建“1+5+N”体系和“246+X”工程、“8080”行动',
    '省级以上、三级联动、二期工程、第三届大赛、第十二批',
    '一是夯实基础，二是“一对一”辅导，三位一体推进',
    '党的二十大精神，三次产业结构，“四个意识”，两手抓',
    '近三年来，未来5年，“十四五”期间',
    '文号为〔2024〕15号，热线12345',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([])
  })
})

test.each([
  ['超过300家', '>', true],
  ['突破1亿元', '>', true],
  ['不少于1000名', '>=', true],
  ['2名以上', '>=', true],
  ['最高不超过100万元', '<=', true],
  ['给予最高50万元补助', '<=', true],
  ['200余家', '>', false],
  ['近52%', '<', false],
  ['50家左右', '≈', false],
  ['约46.8亿元', '≈', false],
])('%s is compared by its words', (text, op, strict) => {
  expect(scan(text)[0]?.bound).toMatchObject({ op, strict })
})

test('a grade is not a bound: 省级以上园区2家', () => {
  expect(scan('省级以上园区2家')[0]?.bound).toBeNull()
})

test('money keeps every digit where floating point would not', () => {
  expect(scan('9007199254740993.07亿元')[0]?.value).toBe('900719925474099307000000')
})
