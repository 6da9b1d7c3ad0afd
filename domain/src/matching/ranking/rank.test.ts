import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedPlaces } from '../../shared/places.js'
import type { Feature, Pair, RankedMatch, Surroundings } from './index.js'
import { FEATURES, judge, rank, USUAL_WEIGHTS } from './index.js'

const [HONGSHAN, JIANGAN, XIANGYANG, YICHANG_CITY, CHANGSHA, NANJING] = [
  '420111',
  '420102',
  '420602',
  '420500',
  '430102',
  '320102',
]

const NOTHING: Pair = {
  wanted: { id: 'need', fields: [], maturity: null, place: null, reach: 'any', budgetFen: null },
  offered: {
    id: 'offer',
    kind: 'achievement',
    fields: [],
    maturity: null,
    place: null,
    sumFen: null,
    record: null,
    datedOn: null,
    load: { open: 1, capacity: 3 },
  },
  closeness: { share: 0.25, words: [{ word: '焊缝', share: 1 }] },
  chain: null,
}
const SEEN: Surroundings = {
  weights: {
    ...USUAL_WEIGHTS,
    regions: [
      {
        title: { zh: '长江中游' },
        cite: USUAL_WEIGHTS.cite,
        places: ['420000', '430000'],
      },
    ],
  },
  places: shippedPlaces(),
  today: '2026-11-25',
  byCounty: new Map([
    [HONGSHAN, { introductions: 8, offers: 5 }],
    [JIANGAN, { introductions: 0, offers: 5 }],
  ]),
}

type Given = {
  readonly wanted?: Partial<Pair['wanted']>
  readonly offered?: Partial<Pair['offered']>
  readonly closeness?: Pair['closeness']
  readonly chain?: Pair['chain']
}
const pairOf = ({ wanted = {}, offered = {}, ...rest }: Given): Pair => ({
  ...NOTHING,
  wanted: { ...NOTHING.wanted, ...wanted },
  offered: { ...NOTHING.offered, ...offered },
  ...rest,
})
const judged = (given: Given) => judge(pairOf(given), SEEN)
const partOf = ({ parts }: RankedMatch, feature: Feature) => parts.find((part) => part.feature === feature)
const between = (here: string, there: string, reach: Pair['wanted']['reach'] = 'any') => ({
  wanted: { place: here, reach },
  offered: { place: there },
})

describe('each feature has its value', () => {
  test.each<[Feature, Given, number | null]>([
    ['text', { closeness: null }, 0],
    ['text', {}, 0.25],
    ['chain', {}, null],
    ['chain', { chain: { steps: 0, at: null } }, 1],
    ['chain', { chain: { steps: 1, at: '硅片' } }, 0.75],
    ['chain', { chain: { steps: 9, at: null } }, 0.1],
    ['chain', { chain: { steps: null, at: null } }, 0],
    ['discipline', { wanted: { fields: ['机械工程'] } }, null],
    ['discipline', { wanted: { fields: ['机械工程'] }, offered: { fields: ['机械'] } }, 1],
    ['discipline', { wanted: { fields: ['汽车零部件制造业'] }, offered: { fields: ['汽车零部件'] } }, 0.8],
    ['discipline', { wanted: { fields: ['机械工程'] }, offered: { fields: ['临床医学'] } }, 0],
    ['maturity', { wanted: { maturity: 6 } }, null],
    ['maturity', { wanted: { maturity: 6 }, offered: { maturity: 8 } }, 1],
    ['maturity', { wanted: { maturity: 6 }, offered: { maturity: 5 } }, 0.6],
    ['maturity', { wanted: { maturity: 9 }, offered: { maturity: 2 } }, 0],
    ['place', between(HONGSHAN, HONGSHAN), 1],
    ['place', between(HONGSHAN, JIANGAN), 0.8],
    ['place', between(HONGSHAN, XIANGYANG), 0.6],
    ['place', between(HONGSHAN, CHANGSHA), 0.5],
    ['place', between(HONGSHAN, NANJING), 0.2],
    ['place', between(HONGSHAN, XIANGYANG, 'city'), 0],
    ['place', between(HONGSHAN, NANJING, 'province'), 0],
    ['place', between(HONGSHAN, CHANGSHA, 'province'), 0.5],
    ['place', between('420000', YICHANG_CITY, 'city'), 0.6],
    ['place', between('000000', HONGSHAN), null],
    ['place', between('110101', '110105', 'city'), 0.8],
    ['budget', { wanted: { budgetFen: 100n } }, null],
    ['budget', { wanted: { budgetFen: 100n }, offered: { sumFen: { least: 80n, most: null } } }, 1],
    ['budget', { wanted: { budgetFen: 100n }, offered: { sumFen: { least: 150n, most: null } } }, 0.5],
    ['budget', { wanted: { budgetFen: 100n }, offered: { sumFen: { least: 900n, most: null } } }, 0],
    ['budget', { wanted: { budgetFen: 100n }, offered: { sumFen: { least: 0n, most: 50n } } }, 0.5],
    ['record', {}, null],
    ['record', { offered: { record: { introduced: 0, met: 0, signed: 0 } } }, null],
    ['record', { offered: { record: { introduced: 5, met: 5, signed: 5 } } }, 0.635],
    ['freshness', {}, null],
    ['freshness', { offered: { datedOn: '2023-11-25' } }, 0.5],
    ['freshness', { offered: { datedOn: '2030-01-01' } }, 1],
    ['freshness', { offered: { datedOn: 'soon' } }, null],
    ['capacity', { offered: { load: { open: 3, capacity: 3 } } }, 0],
    ['capacity', { offered: { load: { open: 0, capacity: 0 } } }, 0],
    ['capacity', { offered: { load: { open: 1, capacity: 4 } } }, 0.75],
    ['fairness', { offered: { place: XIANGYANG } }, null],
    ['fairness', { offered: { place: HONGSHAN } }, 5 / 14],
    ['fairness', { offered: { place: JIANGAN } }, 5 / 6],
  ])('%s, case %#', (feature, given, value) => {
    const part = partOf(judged(given), feature)
    if (value === null) expect(part).toMatchObject({ value: null, adds: 0 })
    else expect(part?.value).toBeCloseTo(value, 2)
    expect(part?.said.zh).not.toBe('')
    expect(part?.said.en).not.toBe('')
  })
})

test('what is not known is neither punished nor rewarded, and it is said who could tell', () => {
  const found = judged({})
  const unknown = found.parts.filter(({ value }) => value === null)
  expect(unknown.map(({ adds }) => adds)).toEqual(Array(8).fill(0))
  expect(found.better.map(({ feature }) => feature)).toEqual([
    'chain',
    'maturity',
    'discipline',
    'place',
    'budget',
    'freshness',
  ])
  const half = judged({ wanted: { maturity: 6 } })
  expect(half.better.find(({ feature }) => feature === 'maturity')?.of).toBe('provider')
  expect(half.score).toBe(found.score)
})

test('the score is the logistic of all that its parts add', () => {
  const found = judged({ closeness: { share: 0.8, words: [] }, ...between(HONGSHAN, JIANGAN) })
  const odds = found.parts.reduce((sum, { adds }) => sum + adds, USUAL_WEIGHTS.intercept)
  expect(found.score).toBeCloseTo(1 / (1 + Math.exp(-odds)), 12)
  expect(found.parts[0]?.feature).toBe('text')
})

test('better in one feature and equal in all else goes before; ties go to the lower id', () => {
  const pairs = [
    pairOf({ offered: { id: 'c' } }),
    pairOf({ offered: { id: 'b', maturity: 4 }, wanted: { maturity: 6 } }),
    pairOf({ offered: { id: 'd', maturity: 9 }, wanted: { maturity: 6 } }),
    pairOf({ offered: { id: 'a' } }),
  ]
  expect(rank(pairs, SEEN).map(({ offered }) => offered)).toEqual(['d', 'a', 'c', 'b'])
})

test('whatever is given, scores lie between 0 and 1 and every feature is told', () => {
  const place = fc.constantFrom(null, HONGSHAN, '420000', '000000', '999999', '')
  fc.assert(
    fc.property(
      fc.option(fc.double({ min: -5, max: 5, noNaN: true }), { nil: null }),
      fc.option(fc.integer({ min: -5, max: 20 }), { nil: null }),
      place,
      place,
      fc.bigInt({ min: 0n, max: 10n ** 16n }),
      fc.integer({ min: -3, max: 5 }),
      (share, maturity, here, there, sum, capacity) => {
        const { score, parts } = judged({
          wanted: { maturity: 5, place: here, budgetFen: sum, fields: [''] },
          offered: {
            maturity,
            place: there,
            sumFen: { least: sum * 2n, most: sum },
            fields: ['😀'],
            load: { open: 0, capacity },
          },
          closeness: share === null ? null : { share, words: [] },
        })
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThan(1)
        expect(parts.map(({ feature }) => feature).sort()).toEqual([...FEATURES].sort())
        for (const { value } of parts) if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
      },
    ),
  )
})
