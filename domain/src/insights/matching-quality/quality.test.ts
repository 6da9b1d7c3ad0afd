import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { USUAL_WEIGHTS } from '../../matching/ranking/index.js'
import {
  type Audited,
  ageOf,
  compareRankings,
  discountedGain,
  hashOfCases,
  outcomeCounts,
  precision,
  precisionAt,
  rateOf,
  ratesBy,
  ratesOf,
  recall,
  reciprocalRank,
  type TestCase,
  usableCases,
} from './index.js'

describe('figures of an ordered list', () => {
  const right = [false, true, false, true]
  test.each([
    ['reciprocal rank', reciprocalRank(right, 10), 0.5],
    ['reciprocal rank beyond k', reciprocalRank(right, 1), 0],
    ['precision', precision(right, 2), 0.5],
    ['precision of a list that is shorter', precision([true], 5), 1],
    ['precision of nothing', precision([], 5), 0],
    ['recall', recall(right, 2, 4), 0.25],
    ['recall of nothing', recall([], 2, 0), 0],
    ['gain in the best order', discountedGain([2, 1, 0], 10), 1],
    ['gain in the worst order', discountedGain([0, 2], 10), 1 / Math.log2(3)],
    ['gain of nothing', discountedGain([0, 0], 10), 0],
  ])('%s', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 9)
  })
})

describe('a rate has its interval by Wilson', () => {
  // The table of Newcombe (1998).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (count, of, low, high) => {
    const rate = rateOf(count, of)
    expect(rate.low).toBeCloseTo(low, 3)
    expect(rate.high).toBeCloseTo(high, 3)
  })

  test('of nothing there is none, and few are flagged', () => {
    expect(rateOf(0, 0)).toMatchObject({ share: null, low: null, few: true })
    expect([rateOf(1, 29).few, rateOf(1, 30).few]).toEqual([true, false])
  })

  test('the share lies in it, within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const { share, low, high } = rateOf(Math.min(a, b), Math.max(a, b, 1))
        expect((low ?? -1) >= 0 && (low ?? 2) <= (share ?? 0) + 1e-12).toBe(true)
        expect((high ?? -1) >= (share ?? 2) - 1e-12 && (high ?? 2) <= 1).toBe(true)
      }),
    )
  })
})

const audited = (more: Partial<Audited> = {}): Audited => ({
  demand: 'd1',
  kind: 'enterprise',
  county: '420111',
  state: 'proposed',
  outcome: null,
  met: false,
  agreed: false,
  ageDays: 10,
  score: null,
  ...more,
})

const SIGNED = audited({ state: 'signed', outcome: 'contract', met: true, agreed: true })
const WRONG = audited({ state: 'closed', outcome: 'field-differs', met: true, agreed: true, demand: 'd2' })
const PRICE = audited({ state: 'closed', outcome: 'price', met: true, agreed: true, county: null })
const SILENT = audited({ state: 'lapsed', outcome: 'no-answer', kind: 'person' })

test('rates count what came of introductions; what says nothing of the match is left out of its precision', () => {
  const all = [SIGNED, WRONG, PRICE, SILENT]
  const { proposed, agreed, met, signed, fitted } = ratesOf(all)
  expect(proposed).toBe(4)
  expect([agreed, met, signed].map(({ count, of }) => [count, of])).toEqual([
    [3, 4],
    [3, 4],
    [1, 4],
  ])
  expect([fitted.count, fitted.of]).toEqual([2, 3])
  expect(ratesBy(all, ({ kind }) => kind).map(({ key, proposed: n }) => [key, n])).toEqual([
    ['enterprise', 3],
    ['person', 1],
  ])
  expect(ratesBy([], () => '')).toEqual([])
  expect(outcomeCounts([...all, WRONG])[0]).toEqual({ code: 'field-differs', count: 2 })
})

test.each([
  [0, 'to-30'],
  [30, 'to-30'],
  [31, 'to-90'],
  [90, 'to-90'],
  [180, 'to-180'],
  [181, 'more'],
])('%d days are of the age %s', (days, age) => {
  expect(ageOf(days)).toBe(age)
})

test('precision at k takes the first by score of each need', () => {
  const all = [
    { ...SIGNED, score: 0.9 },
    { ...WRONG, demand: 'd1', score: 0.5 },
    { ...WRONG, score: 0.8 },
    PRICE,
  ]
  expect(precisionAt(all, 1)).toMatchObject({ count: 1, of: 2 })
  expect(precisionAt(all, 2)).toMatchObject({ count: 1, of: 3 })
  expect(precisionAt([], 1).share).toBeNull()
})

const made = (i: number): TestCase => ({
  demand: `d${i}`,
  candidates: [
    { provider: 'a', values: { text: 0.9, place: 0.2 }, gain: 0 },
    { provider: 'b', values: { text: 0.5, place: 1 }, gain: 2 },
    { provider: 'c', values: { text: 0.1, place: 0.1 }, gain: 1 },
  ],
})
const CASES = Array.from({ length: 30 }, (_, i) => made(i))
const near = {
  ...USUAL_WEIGHTS,
  features: { ...USUAL_WEIGHTS.features, place: { weight: 20, prior: 0.4, note: null } },
}

describe('two rankings on a test set', () => {
  test('the one that orders better is told to be', () => {
    const [ndcg, mrr, first] = compareRankings(CASES, USUAL_WEIGHTS, near)
    expect(ndcg).toMatchObject({ verdict: 'better' })
    expect(mrr).toMatchObject({ before: 0.5, after: 1, difference: 0.5, low: 0.5, high: 0.5 })
    expect(first).toMatchObject({ before: 0, after: 1, verdict: 'better' })
    expect(compareRankings(CASES, near, USUAL_WEIGHTS)[0]?.verdict).toBe('worse')
  })

  test('a ranking is no better than itself, nor is any where there is nothing to order', () => {
    for (const { difference, verdict } of compareRankings(CASES, near, near))
      expect([difference, verdict]).toEqual([0, 'nothing'])
    for (const { verdict } of compareRankings([], USUAL_WEIGHTS, near)) expect(verdict).toBe('nothing')
  })

  test('needs without anything to order are left out', () => {
    const alone: TestCase = { demand: 'x', candidates: made(1).candidates.slice(1, 2) }
    const none: TestCase = { demand: 'y', candidates: made(1).candidates.map((one) => ({ ...one, gain: 0 })) }
    expect(usableCases([alone, none, made(1)])).toEqual([made(1)])
  })
})

test('the hash of a test set stays in any order, and changes with any part', () => {
  const hash = hashOfCases(CASES)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const turned = [...CASES].reverse().map((one) => ({ ...one, candidates: [...one.candidates].reverse() }))
  expect(hashOfCases(turned)).toBe(hash)
  const [first, ...rest] = CASES
  if (!first) throw new Error('there are cases')
  const changed = first.candidates.map((one, i) => (i === 0 ? { ...one, gain: 1 as const } : one))
  expect(hashOfCases([{ ...first, candidates: changed }, ...rest])).not.toBe(hash)
})
