import { expect, test } from 'vitest'
import { fill, type Translate } from '../../text/messages.js'
import { indicators } from '../../text/zh/indicators.js'
import { reports } from '../../text/zh/reports.js'
import { readIndicatorSearch } from './search.js'
import { figureWords, periodWords, signed, spanWords } from './words.js'

const WORDS: Readonly<Record<string, string>> = { ...indicators, ...reports }
const t: Translate = (key, values) => fill(WORDS[key] ?? key, values)

test('periods and kinds of periods as people say them', () => {
  expect(
    ['2023', '2023-09', '2023-01..2023-09', '2022-11..2023-02', 'as of 2023-12', null].map((one) =>
      periodWords(one, t),
    ),
  ).toEqual(['2023年', '2023年9月', '2023年1—9月', '2022-11 至 2023-02', '截至 2023-12', '未注明时间'])
  expect(['year', '01..09', '03..03', 'as-of', 'other'].map((one) => spanWords(one, t))).toEqual([
    '全年',
    '1—9月',
    '3月',
    '截至某时（存量）',
    '其他时段',
  ])
})

test('a figure keeps the word that bounds it', () => {
  const figure = { value: '900000000', unit: '元', shown: '9亿元' }
  const words = (op: string | null, said: string | null, lang: 'zh' | 'en') =>
    figureWords({ ...figure, op, words: said } as Parameters<typeof figureWords>[0], lang)
  expect(words('>', '超', 'zh')).toBe('超9亿元')
  expect(words('>', '余', 'zh')).toBe('9亿元余')
  expect(words('>=', '以上', 'en')).toBe('≥ 900,000,000 元')
  expect(words(null, null, 'zh')).toBe('9亿元')
  expect([signed('12.5'), signed('-3')]).toEqual(['+12.5%', '−3%'])
})

test('the address keeps the choice, and nothing that makes no sense', () => {
  expect(
    readIndicatorSearch({
      indicator: '孵化器数',
      place: ['甲市', '甲市', 3, ...'bcdefghijk'],
      period: 2023,
      shape: 'pie',
      checked: 'yes',
    }),
  ).toEqual({
    indicator: '孵化器数',
    place: ['甲市', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    period: '2023',
  })
  expect(readIndicatorSearch({ place: '甲市' }).place).toEqual(['甲市'])
})
