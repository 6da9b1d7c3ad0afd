import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideFen } from './divide.js'

const fen = fc.bigInt({ min: 0n, max: 10n ** 18n })
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 })
  .filter((all) => all.some((weight) => weight > 0n))

test('no fen is lost or made, and none goes to a weight of nothing', () => {
  fc.assert(
    fc.property(fen, weights, (total, given) => {
      const parts = divideFen(total, given)
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(total)
      for (const [i, part] of parts.entries()) if (given[i] === 0n) expect(part).toBe(0n)
    }),
  )
})

test('each part is its exact share, rounded to the fen below or above', () => {
  fc.assert(
    fc.property(fen, weights, (total, given) => {
      const whole = given.reduce((a, b) => a + b, 0n)
      for (const [i, part] of divideFen(total, given).entries()) {
        const off = part * whole - total * (given[i] ?? 0n)
        expect(off > -whole && off < whole).toBe(true)
      }
    }),
  )
})

test.each([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [1n, [50n, 30n, 20n], [1n, 0n, 0n]],
  [10_001n, [70n, 30n], [7_001n, 3_000n]],
  [0n, [0n, 0n], [0n, 0n]],
])('%s by %s is %s', (total, given, parts) => {
  expect(divideFen(total, given)).toEqual(parts)
})

test('what cannot be divided is refused', () => {
  expect(() => divideFen(-1n, [1n])).toThrow(RangeError)
  expect(() => divideFen(1n, [-1n, 2n])).toThrow(RangeError)
  expect(() => divideFen(1n, [])).toThrow(RangeError)
  expect(() => divideFen(1n, [0n])).toThrow(RangeError)
})
