import { describe, expect, test } from 'vitest'
import { readBulletinText } from '../index.js'
import { compareIndicator, contradictions, type KeptFact, summarise } from './index.js'
import { comparePeriods, spanOf, yearBefore } from './period.js'

const NONE: ReadonlyMap<string, string> = new Map()

function kept(text: string, source = 'a.txt'): KeptFact[] {
  return readBulletinText(text).facts.map((fact, i) => ({
    ...fact,
    id: `${source}/${i}`,
    article: null,
    source,
    checked: false,
  }))
}

const compared = (facts: readonly KeptFact[], ask = {}) =>
  compareIndicator(facts, NONE, { indicator: '技术合同成交额', ...ask })

const ZHUZHOU =
  '湖南株洲：示例\n2022年，全市技术合同成交额10亿元。2023年，全市技术合同成交额12亿元，同比增长20%。\n'
const GANZHOU =
  '江西赣州：示例\n2022年，技术合同成交金额8亿元。2023年，技术合同成交金额超9亿元，同比增长30%。\n'

describe('one indicator across places and periods', () => {
  test('has values, ranks, and growth that was computed beside the one that was reported', () => {
    const { periods, places, unit, span } = compared([...kept(ZHUZHOU), ...kept(GANZHOU, 'b.txt')])
    expect({ periods, unit, span }).toEqual({ periods: ['2022', '2023'], unit: '元', span: 'year' })
    expect(
      places.map(({ place, cells }) => [
        place,
        cells.map(({ figure, rank, growth }) => [
          figure.value,
          rank,
          growth?.computed ?? null,
          growth?.reported?.value ?? null,
          growth?.loose ?? null,
        ]),
      ]),
    ).toEqual([
      [
        '湖南省株洲市',
        [
          ['1000000000', 1, null, null, null],
          ['1200000000', 1, '20', '20', false],
        ],
      ],
      [
        '江西省赣州市',
        [
          ['800000000', 2, null, null, null],
          ['900000000', 2, '12.5', '30', true],
        ],
      ],
    ])
  })

  test('units that differ and times that last differently are never put together', () => {
    const facts = kept(
      '湖南株洲：示例\n2023年，技术合同成交额12亿元。2023年1—9月，技术合同成交额8亿元。2023年1—6月，技术合同成交额6亿元。\n',
    )
    const other = facts.slice(0, 1).map((fact) => ({ ...fact, id: 'x/0', unit: '美元' }))
    const all = compared([...facts, ...other])
    expect(all.units).toEqual([
      { unit: '元', figures: 3 },
      { unit: '美元', figures: 1 },
    ])
    expect(all.spans.map(({ span }) => span)).toEqual(['01..06', '01..09', 'year'])
    expect(compared([...facts, ...other], { span: 'year' }).places[0]?.cells).toHaveLength(1)
    expect(compared([...facts, ...other], { unit: '美元' }).places[0]?.cells[0]?.figure.id).toBe('x/0')
  })

  test('equal values share a rank', () => {
    const facts = ['湖南株洲', '江西赣州', '湖北黄冈'].flatMap((place, i) =>
      kept(`${place}：示例\n2023年，技术合同成交额${i === 2 ? 7 : 9}亿元。\n`, `${i}.txt`),
    )
    expect(compared(facts).places.map(({ cells }) => cells[0]?.rank)).toEqual([1, 1, 3])
  })

  test('provinces are ranked among provinces, cities among cities', () => {
    const facts = ['湖南省', '江西省', '湖北黄冈', '安徽池州'].flatMap((place, i) =>
      kept(`${place}：示例\n2023年，技术合同成交额${9 - i}0亿元。\n`, `${i}.txt`),
    )
    expect(compared(facts).places.map(({ cells }) => cells[0]?.rank)).toEqual([1, 2, 1, 2])
  })

  test('a growth whose value nobody states is not lost', () => {
    const facts = kept('湖南株洲：示例\n2023年，技术合同成交额同比增长20%。\n')
    const { places, alone } = compared(facts)
    expect(places).toEqual([])
    expect(alone.map(({ value }) => value)).toEqual(['20'])
    expect(compared(kept(ZHUZHOU)).alone).toEqual([])
  })

  test('what a person checked goes before what was only read, and the rest stands beside it', () => {
    const [first] = kept('湖南株洲：示例\n2023年，技术合同成交额12亿元。\n')
    const [second] = kept('湖南株洲：示例\n2023年，技术合同成交额13亿元。\n', 'b.txt')
    if (!first || !second) throw new Error('the sentences have figures')
    const cell = (facts: KeptFact[]) => compared(facts).places[0]?.cells[0]
    expect(cell([first, second])?.figure.source).toBe('b.txt')
    expect(cell([{ ...first, checked: true }, second])?.figure.source).toBe('a.txt')
    expect(cell([first, second])?.others).toHaveLength(1)
  })

  test('nothing of it', () => {
    expect(compared([])).toMatchObject({ units: [], unit: null, span: null, periods: [], places: [] })
  })
})

test('times are put in order, and compared with the same time of the year before', () => {
  const periods = ['as of now', '2023', '2023-01..2023-09', null, '2022', 'as of 2023-06', '2023-01..now']
  expect([...periods].sort(comparePeriods)).toEqual([
    '2022',
    'as of 2023-06',
    '2023-01..2023-09',
    '2023',
    '2023-01..now',
    'as of now',
    null,
  ])
  expect(periods.map(yearBefore)).toEqual([
    null,
    '2022',
    '2022-01..2022-09',
    null,
    '2021',
    'as of 2022-06',
    null,
  ])
  expect(
    ['2023', '2023-01..2023-12', '2023-03', '2023-01..2023-09', '2022-11..2023-02', 'per year'].map(spanOf),
  ).toEqual(['year', 'year', '03..03', '01..09', 'other', 'each'])
})

describe('what fits once rounding, bounds and bases are allowed for', () => {
  const kinds = (...texts: string[]) =>
    contradictions(
      texts.flatMap((text, i) => kept(`湖南株洲：示例\n${text}\n`, `${i}.txt`)),
      NONE,
    ).map(({ kind }) => kind)

  test('the same value, rounded', () => {
    expect(kinds('2023年，技术合同成交额12亿元。', '2023年，技术合同成交额12.03亿元。')).toEqual([])
    expect(kinds('2023年，技术合同成交额12.4亿元。', '2023年，技术合同成交额12.03亿元。')).toEqual([
      'values-differ',
    ])
  })
  test('two values that many reports repeat are told once', () => {
    const one = '2023年，技术合同成交额12亿元。'
    const other = '2023年，技术合同成交额15亿元。'
    expect(kinds(one, other, one, other, one)).toEqual(['values-differ'])
  })
  test('a growth of a value that is only bounded from below', () => {
    const text = (now: string) => `2022年，孵化器数10家。2023年，孵化器数${now}家，同比增长50%。`
    expect(kinds(text('12余'))).toEqual([])
    expect(kinds(text('12'))).toEqual(['growth-differs'])
  })
  test('a growth against another base than the year before', () => {
    const text = (base: string) =>
      `2022年，技术合同成交额10亿元。2023年，技术合同成交额12亿元，${base}增长90%。`
    expect(kinds(text('较2020年'))).toEqual([])
    expect(kinds(text('同比'))).toEqual(['growth-differs'])
  })
  test('a fall is a growth below nothing', () => {
    const text = (fall: string) =>
      `2022年，技术合同成交额10亿元。2023年，技术合同成交额8亿元，同比${fall}20%。`
    expect(kinds(text('下降'))).toEqual([])
    expect(kinds(text('增长'))).toEqual(['growth-differs'])
  })
  test('one level beside another is no total of it', () => {
    expect(kinds('2023年，建成国家级孵化器2家、省级孵化器32家。')).toEqual([])
  })
  test('a share that is told by whose it is', () => {
    expect(kinds('2023年，全市近52%的高新技术产业产值由民营科技企业贡献。')).toEqual([])
  })
  test('a share of more than the whole', () => {
    expect(kinds('2023年，民营企业占全市企业比重120%。')).toEqual(['share-beyond-whole'])
  })
})

test('cities that have more together than their province', () => {
  const text = (total: string) => [
    ...kept(`湖南省：示例\n2023年，技术合同成交额${total}亿元。\n`, 'a.txt'),
    ...kept('湖南株洲：示例\n2023年，技术合同成交额12亿元。\n', 'b.txt'),
    ...kept('湖南长沙：示例\n2023年，技术合同成交额30亿元。\n', 'c.txt'),
  ]
  expect(contradictions(text('40'), NONE)).toEqual([
    {
      kind: 'cities-exceed-province',
      facts: ['a.txt/0', 'b.txt/0', 'c.txt/0'],
      detail: { expected: '4000000000', found: '4200000000' },
    },
  ])
  expect(contradictions(text('50'), NONE)).toEqual([])
})

test('all indicators, those of most places first, with what is doubtful', () => {
  const facts = [
    ...kept(ZHUZHOU),
    ...kept('江西赣州：示例\n2023年，技术合同成交额9亿元，同比增长30%。孵化器数7家。\n', 'b.txt'),
  ]
  const [first, second] = summarise(facts, NONE, [{ kind: 'values-differ', facts: ['b.txt/0'], detail: {} }])
  expect(first).toEqual({
    indicator: '技术合同成交额',
    units: ['元'],
    figures: 5,
    places: 2,
    periods: 2,
    checked: 0,
    wrong: 1,
  })
  expect(second?.indicator).toBe('科技企业孵化器数')
})
