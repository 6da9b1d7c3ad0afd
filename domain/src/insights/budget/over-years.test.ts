import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instalments, overYears } from './over-years.js'

const order: fc.Arbitrary<Instalments[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 6 }),
    fen: fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)

test('no year pays more than its budget, nobody gets more than is due by then, and all is accounted for', () => {
  fc.assert(
    fc.property(order, fc.bigInt({ min: 0n, max: 10n ** 10n }), (given, budget) => {
      const { years, shares } = overYears(given, budget, 5)
      for (const [year, { paidFen, leftFen }] of years.entries()) {
        expect(paidFen).toBe(shares.reduce((sum, share) => sum + (share.paidFen[year] ?? 0n), 0n))
        expect(paidFen + leftFen).toBe(budget)
        expect(paidFen <= budget).toBe(true)
      }
      for (const [i, { askedFen, paidFen, waitingFen }] of shares.entries()) {
        expect(paidFen.reduce((a, b) => a + b, 0n) + waitingFen).toBe(askedFen)
        let [due, had] = [0n, 0n]
        for (let year = 0; year < 5; year += 1) {
          due += given[i]?.fen[year] ?? 0n
          had += paidFen[year] ?? 0n
          expect(had <= due).toBe(true)
        }
      }
    }),
  )
})

test('what a year cannot pay waits for the next, before what is new then', () => {
  const given: Instalments[] = [
    { id: '甲', fen: [30n, 18n, 12n] },
    { id: '乙', fen: [30n, 18n, 12n] },
    { id: '丙', fen: [30n, 18n, 12n] },
  ]
  const { years, shares } = overYears(given, 60n, 3)
  expect(years).toEqual([
    { dueFen: 90n, carriedFen: 0n, paidFen: 60n, leftFen: 0n },
    { dueFen: 54n, carriedFen: 30n, paidFen: 48n, leftFen: 12n },
    { dueFen: 36n, carriedFen: 36n, paidFen: 60n, leftFen: 0n },
  ])
  expect(shares.map(({ waitingFen }) => waitingFen)).toEqual([0n, 0n, 12n])
})
