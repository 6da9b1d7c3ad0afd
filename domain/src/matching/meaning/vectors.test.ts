import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meaningOf } from './closeness.js'
import { Vectors } from './vectors.js'

const unit = (numbers: readonly number[]) => {
  const length = Math.hypot(...numbers)
  return Float32Array.from(numbers, (number) => number / length)
}
const vector = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 7, maxLength: 7 })
  .filter((numbers) => numbers.some((number) => number !== 0))
  .map(unit)
const steps = fc.array(
  fc.record({
    id: fc.constantFrom(...'abcdefgh'),
    vector: fc.option(vector),
    tag: fc.constantFrom('x', 'y'),
  }),
  { maxLength: 40 },
)

test('whatever was put and removed, the nearest are those of a search by hand', () => {
  fc.assert(
    fc.property(steps, vector, fc.integer({ min: 1, max: 9 }), fc.boolean(), (all, query, k, filtered) => {
      const vectors = new Vectors(7)
      const plain = new Map<string, { vector: Float32Array; tag: string }>()
      for (const { id, vector, tag } of all) {
        if (vector) {
          vectors.put(id, vector, [tag])
          plain.set(id, { vector, tag })
        } else {
          vectors.remove(id)
          plain.delete(id)
        }
      }
      expect(vectors.size).toBe(plain.size)
      const expected = [...plain]
        .filter(([, { tag }]) => !filtered || tag === 'x')
        .map(([, { vector }]) => vector.reduce((sum, number, i) => sum + number * (query[i] ?? 0), 0))
        .filter((similarity) => similarity > 0.001)
        .sort((a, b) => b - a)
        .slice(0, k)
      const found = vectors.nearest(query, k, filtered ? [['x', 'z'], ['x']] : [], 0)
      const near = found.filter(({ similarity }) => similarity > 0.001)
      expect(near.length).toBe(expected.length)
      for (const [i, { similarity, id }] of near.entries()) {
        expect(similarity).toBeCloseTo(expected[i] ?? 0, 4)
        expect(plain.has(id)).toBe(true)
      }
    }),
  )
})

test('more than one block of vectors', () => {
  const vectors = new Vectors(2)
  for (let i = 0; i < 10_000; i += 1) vectors.put(String(i), unit([1, i]), ['t'])
  vectors.put('9998', unit([-1, 1]), ['t'])
  expect(vectors.nearest(unit([-1, 1]), 1, [['t']], 0)[0]?.id).toBe('9998')
  expect(vectors.nearest(unit([1, 0]), 2, [], 0).map(({ id }) => id)).toEqual(['0', '1'])
  expect(vectors.get('5000')).toEqual(unit([1, 5_000]))
})

test('odd questions: no k, another number of numbers, a tag that nobody has, nobody there', () => {
  const vectors = new Vectors(2)
  expect(vectors.nearest(unit([1, 1]), 5, [], 0)).toEqual([])
  vectors.put('a', unit([1, 1]), ['t'])
  expect(vectors.nearest(unit([1, 1]), 0, [], 0)).toEqual([])
  expect(vectors.nearest(unit([1, 1, 1]), 5, [], 0)).toEqual([])
  expect(vectors.nearest(unit([1, 1]), 5, [['u']], 0)).toEqual([])
  expect(vectors.nearest(unit([1, 1]), 5, [[]], 0)).toEqual([])
  expect(vectors.nearest(unit([1, 1]), 1e9, [['t']], 0)).toHaveLength(1)
  expect(() => vectors.put('b', unit([1, 1, 1]), [])).toThrow('3 numbers, not 2')
})

test('what is usual for a model is not near, whatever the model calls it', () => {
  expect(meaningOf(0.8, 0.78 * 1_000, 1_000)).toBeLessThan(0.15)
  expect(meaningOf(0.9, 0.78 * 1_000, 1_000)).toBeGreaterThan(0.5)
  expect(meaningOf(0.6, 0.2 * 1_000, 1_000)).toBeCloseTo(0.5, 1)
  expect(meaningOf(1, 1, 1)).toBeCloseTo(1)
  expect(meaningOf(-0.5, 0, 0)).toBe(0)
})
