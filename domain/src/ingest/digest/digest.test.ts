import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DigestFact, draftDigest } from './digest.js'
import { periodWords, statementOf } from './statement.js'
import { shiftLeft, shownValue } from './value.js'

const FACT: DigestFact = {
  id: 'r/0',
  region: { province: '湖南省', city: '株洲市' },
  organisation: null,
  subject: '技术合同成交额',
  value: '1200000000',
  unit: '元',
  kind: 'amount',
  period: '2023',
  comparison: null,
  source: 1,
}

test.each([
  ['1200000000', '元', '12亿元'],
  ['1339000000', '元', '13.39亿元'],
  ['123456789', '元', '12345.6789万元'],
  ['10000', '户', '1万户'],
  ['9999', '人', '9999人'],
  ['-50000', '元', '-5万元'],
  ['3.8', '%', '3.8%'],
  ['123456780.5', '元', '123456780.5元'],
])('%s %s is shown as %s', (value, unit, shown) => expect(shownValue(value, unit)).toBe(shown))

test('moving the point changes no value', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      fc.constantFrom(4, 8),
      (value, places) => {
        const [whole = '', part = ''] = shiftLeft(value.toString(), places).split('.')
        expect(BigInt(`${whole}${part.padEnd(places, '0')}`)).toBe(value)
      },
    ),
  )
})

test.each([
  ['2023', '2023年'],
  ['2023-01..2023-09', '2023年1—9月'],
  ['2022-11..2023-02', '2022年11月至2023年2月'],
  ['2023-01..now', '2023年1月至今'],
  ['as of 2023-12', '截至2023年12月'],
  ['as of 2023-12-31', '截至2023年12月31日'],
  ['per year', '每年'],
  [null, ''],
])('%s is said as %s', (period, words) => expect(periodWords(period)).toBe(words))

describe('a statement', () => {
  test.each<[Partial<DigestFact>, string]>([
    [{}, '2023年，技术合同成交额12亿元'],
    [{ comparison: { op: '>' } }, '2023年，技术合同成交额超过12亿元'],
    [{ kind: 'growth', value: '-3.5', unit: '%' }, '2023年，技术合同成交额同比下降3.5%'],
    [{ kind: 'rank', value: '3', unit: '' }, '2023年，技术合同成交额居第3位'],
    [{ kind: 'share', value: '60', unit: '%' }, '2023年，技术合同成交额占60%'],
    [{ organisation: '示例大学', period: null }, '示例大学技术合同成交额12亿元'],
    [{ organisation: '建成孵化器' }, '2023年，技术合同成交额12亿元'],
    [{ organisation: '技术合同' }, '2023年，技术合同成交额12亿元'],
  ])('%j', (given, text) => expect(statementOf({ ...FACT, ...given })).toBe(text))
})

test('a section a region; growth joins its figure, and one figure of two sources is one statement', () => {
  const growth = { ...FACT, id: 'r/1', kind: 'growth', value: '8', unit: '%' }
  const elsewhere = { ...FACT, id: 'r/2', region: { province: null, city: null }, source: 2 }
  expect(draftDigest([FACT, growth, elsewhere, { ...elsewhere, id: 'q/0', source: 3 }])).toEqual([
    {
      heading: '湖南省株洲市',
      statements: [
        { text: '2023年，技术合同成交额12亿元，同比增长8%。', sources: [1], facts: ['r/0', 'r/1'] },
      ],
    },
    {
      heading: '其他',
      statements: [{ text: '2023年，技术合同成交额12亿元。', sources: [2, 3], facts: ['r/2', 'q/0'] }],
    },
  ])
  expect(draftDigest([])).toEqual([])
})
