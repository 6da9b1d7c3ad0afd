import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Allocation, allocate, type Claim, METHODS } from './allocate.js'

const claims: fc.Arbitrary<Claim[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    fen: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    score: fc.option(fc.integer({ min: 0, max: 5 })),
    since: fc.option(fc.constantFrom('2026-01-02', '2026-03-04', '2026-11-25')),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)
const budgetFen = fc.bigInt({ min: 0n, max: 10n ** 12n })
const method = fc.constantFrom(...METHODS)

describe('whatever is asked for and however it is divided', () => {
  test('what is paid never passes the budget, nor what anybody asked for, and all is accounted for', () => {
    fc.assert(
      fc.property(claims, budgetFen, method, fc.boolean(), (given, budget, how, partly) => {
        const result = allocate(given, { budgetFen: budget, method: how, partly })
        const paid = result.shares.reduce((sum, share) => sum + share.paidFen, 0n)
        expect(paid).toBe(result.paidFen)
        expect(paid <= budget).toBe(true)
        expect(result.leftFen).toBe(budget - paid)
        expect(new Set(result.shares.map(({ id }) => id)).size).toBe(given.length)
        for (const { askedFen, paidFen } of result.shares)
          expect(paidFen >= 0n && paidFen <= askedFen).toBe(true)
      }),
    )
  })

  test('a budget that is enough pays everybody in full', () => {
    fc.assert(
      fc.property(claims, method, (given, how) => {
        const asked = given.reduce((sum, { fen }) => sum + fen, 0n)
        const result = allocate(given, { budgetFen: asked, method: how })
        expect(result.shares.every(({ state }) => state === 'paid')).toBe(true)
        expect(result.tied).toEqual([])
      }),
    )
  })

  test('cut in proportion, a budget that is short is spent to the fen', () => {
    fc.assert(
      fc.property(claims, budgetFen, (given, budget) => {
        const asked = given.reduce((sum, { fen }) => sum + fen, 0n)
        const { paidFen } = allocate(given, { budgetFen: budget, method: 'pro-rata' })
        expect(paidFen).toBe(asked < budget ? asked : budget)
      }),
    )
  })

  test('one after the other, nobody is paid after somebody who was left out', () => {
    fc.assert(
      fc.property(
        claims,
        budgetFen,
        fc.constantFrom('rank' as const, 'first-come' as const),
        (given, budget, how) => {
          const { shares } = allocate(given, { budgetFen: budget, method: how })
          const first = shares.findIndex(({ state }) => state !== 'paid')
          if (first >= 0) expect(shares.slice(first).every(({ paidFen }) => paidFen === 0n)).toBe(true)
        },
      ),
    )
  })

  test('the order in which they are given changes nothing', () => {
    fc.assert(
      fc.property(claims, budgetFen, method, (given, budget, how) => {
        const one = allocate(given, { budgetFen: budget, method: how })
        expect(allocate([...given].reverse(), { budgetFen: budget, method: how })).toEqual(one)
      }),
    )
  })

  test('more money never leaves out somebody who was paid in turn', () => {
    fc.assert(
      fc.property(claims, budgetFen, budgetFen, (given, budget, more) => {
        const before = allocate(given, { budgetFen: budget, method: 'rank' })
        const after = new Map(
          allocate(given, { budgetFen: budget + more, method: 'rank' }).shares.map((s) => [s.id, s.paidFen]),
        )
        for (const { id, paidFen } of before.shares) expect((after.get(id) ?? 0n) >= paidFen).toBe(true)
      }),
    )
  })
})

const wan = 1_000_000n
const four: Claim[] = [
  { id: '甲', fen: 20n * wan, score: 90, since: '2026-03-01' },
  { id: '乙', fen: 30n * wan, score: 80, since: '2026-01-01' },
  { id: '丙', fen: 20n * wan, score: 80, since: '2026-02-01' },
  { id: '丁', fen: 10n * wan, score: null, since: null },
]
const paidTo = ({ shares }: Allocation) => Object.fromEntries(shares.map((s) => [s.id, s.paidFen / wan]))

test('by rank, those of the same score of whom one is left out are told', () => {
  const result = allocate(four, { budgetFen: 50n * wan, method: 'rank' })
  expect(paidTo(result)).toEqual({ 甲: 20n, 丙: 20n, 乙: 0n, 丁: 0n })
  expect(result.shares.map(({ place }) => place)).toEqual([1, 2, 2, 4])
  expect(result.tied).toEqual(['丙', '乙'])
  expect(result.leftFen).toBe(10n * wan)
})

test('those of the same score who are all left out are not in question', () => {
  expect(allocate(four, { budgetFen: 20n * wan, method: 'rank' }).tied).toEqual([])
})

test('first come, and whoever has no day comes last', () => {
  const result = allocate(four, { budgetFen: 65n * wan, method: 'first-come' })
  expect(paidTo(result)).toEqual({ 乙: 30n, 丙: 20n, 甲: 0n, 丁: 0n })
})

test('in part, the first for whom the rest is not enough has the rest', () => {
  const result = allocate(four, { budgetFen: 65n * wan, method: 'first-come', partly: true })
  expect(paidTo(result)).toEqual({ 乙: 30n, 丙: 20n, 甲: 15n, 丁: 0n })
  expect(result.shares.map(({ state }) => state)).toEqual(['paid', 'paid', 'part', 'out'])
  expect(result.leftFen).toBe(0n)
})

test('in proportion, the fen that are left go to the largest remainders and are told', () => {
  const three: Claim[] = ['甲', '乙', '丙'].map((id) => ({ id, fen: 100n }))
  const result = allocate(three, { budgetFen: 100n, method: 'pro-rata' })
  expect(result.shares.map(({ paidFen }) => paidFen).sort()).toEqual([33n, 33n, 34n])
  expect(result.roundedUp).toBe(1)
})

test('a budget below nought, and asking for less than nothing, are refused', () => {
  expect(() => allocate([], { budgetFen: -1n, method: 'rank' })).toThrow(RangeError)
  expect(() => allocate([{ id: '甲', fen: -1n }], { budgetFen: 0n, method: 'rank' })).toThrow(RangeError)
})
