import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { USUAL } from './bm25.js'
import { explain, search } from './search.js'
import { SearchIndex } from './search-index.js'
import type { IndexedDocument } from './segment-builder.js'
import { loadSnapshot, SnapshotError, snapshotOf } from './snapshot.js'
import { plainScores } from './testing.js'

const WEIGHTS = [3, 1]
/** Few words, so that documents share them and many tie. */
const word = fc.integer({ min: 0, max: 40 }).map((n) => `w${Math.floor(n ** 2 / 40)}`)
const words = fc.array(word, { maxLength: 12 })
const document = fc.record({
  id: fc.integer({ min: 0, max: 80 }).map((n) => `d${n}`),
  fields: fc.tuple(words, words).map(([a, b]) => [a, b]),
  tags: fc.subarray(['kind:need', 'kind:achievement', 'place:52']),
})
const query = fc.array(fc.record({ word, weight: fc.constantFrom(0.5, 1, 1, 2) }), { maxLength: 8 })

function indexOf(batches: readonly (readonly IndexedDocument[])[]) {
  const index = new SearchIndex({ weights: WEIGHTS })
  for (const batch of batches) index.add(batch)
  return index
}

function sumOf(q: readonly { word: string; weight: number }[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const { word, weight } of q) sum.set(word, (sum.get(word) ?? 0) + weight)
  return sum
}

describe('the best by index are the best of all documents', () => {
  test('whatever is added, replaced and removed, in as many segments as there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(document, { maxLength: 12 }), { maxLength: 20 }),
        fc.array(document, { maxLength: 5 }),
        query,
        fc.integer({ min: 1, max: 100 }),
        (batches, gone, q, k) => {
          const index = indexOf(batches)
          index.remove(gone.map(({ id }) => id))
          const left = new Map(batches.flat().map((d) => [d.id, d]))
          for (const { id } of gone) left.delete(id)
          // Counts of rare words forget the dead once segments are joined.
          index.join()
          const plain = plainScores([...left.values()], WEIGHTS, sumOf(q), USUAL)
          const hits = search(index, q, { k })
          expect(hits).toHaveLength(Math.min(k, plain.size))
          for (const { id, score } of hits) expect(score).toBeCloseTo(plain.get(id) ?? -1, 8)
          const sorted = [...plain.values()].sort((a, b) => b - a)
          for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(sorted[i] ?? -1, 8)
          expect(index.size).toBe(left.size)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a short list is the beginning of the long one, ties and all', () => {
    fc.assert(
      fc.property(fc.array(fc.array(document, { maxLength: 9 }), { maxLength: 12 }), query, (batches, q) => {
        const index = indexOf(batches)
        const all = search(index, q, { k: 1_000_000 })
        for (const k of [1, 3, 10]) expect(search(index, q, { k })).toEqual(all.slice(0, k))
      }),
      { numRuns: 200 },
    )
  })

  test('over many windows and blocks', () => {
    let state = 7
    const next = (n: number) => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
      return (state >> 8) % n
    }
    const documents = Array.from({ length: 14_000 }, (_, i) => ({
      id: `d${i}`,
      fields: [Array.from({ length: 5 + next(40) }, () => `w${Math.floor(next(100) ** 2 / 20)}`)],
    }))
    const index = new SearchIndex({ weights: [1] })
    index.add(documents.slice(0, 9_000))
    index.add(documents.slice(9_000))
    for (let round = 0; round < 5; round += 1) {
      const q = Array.from({ length: 10 }, () => ({ word: `w${Math.floor(next(100) ** 2 / 20)}`, weight: 1 }))
      const plain = plainScores(documents, [1], sumOf(q), USUAL)
      const sorted = [...plain.entries()].sort((a, b) => b[1] - a[1])
      for (const [i, { id, score }] of search(index, q, { k: 25 }).entries()) {
        expect(score).toBeCloseTo(sorted[i]?.[1] ?? -1, 8)
        expect(score).toBeCloseTo(plain.get(id) ?? -1, 8)
      }
    }
  })
})

test('a filter wants a tag of each list, and finds what the whole list has of them', () => {
  fc.assert(
    fc.property(fc.array(fc.array(document, { maxLength: 9 }), { maxLength: 9 }), query, (batches, q) => {
      const index = indexOf(batches)
      const last = new Map(batches.flat().map((d) => [d.id, d]))
      const filter = [['kind:need', 'kind:achievement'], ['place:52']]
      const passes = (id: string) => filter.every((any) => last.get(id)?.tags.some((t) => any.includes(t)))
      const all = search(index, q, { k: 1000 })
      expect(search(index, q, { k: 5, filter })).toEqual(all.filter(({ id }) => passes(id)).slice(0, 5))
    }),
  )
  const index = indexOf([[{ id: 'a', fields: [['x'], []] }]])
  expect(search(index, [{ word: 'x', weight: 1 }], { k: 5, filter: [['kind:unheard-of']] })).toEqual([])
})

test('the parts of a score add up to it', () => {
  const index = indexOf([
    [
      { id: 'a', fields: [['pump'], ['water', 'pump', 'valve']] },
      { id: 'b', fields: [['valve'], ['steel']] },
    ],
  ])
  const q = ['pump', 'valve', 'unheard'].map((w) => ({ word: w, weight: 1 }))
  const [first] = search(index, q, { k: 1 })
  expect(first?.id).toBe('a')
  const parts = explain(index, q, 'a')
  expect([...parts.keys()]).toEqual(['pump', 'valve'])
  expect([...parts.values()].reduce((a, b) => a + b)).toBe(first?.score)
  expect(explain(index, q, 'gone').size).toBe(0)
})

describe('a snapshot', () => {
  const bytesOf = (index: SearchIndex) => Uint8Array.from([...snapshotOf(index)].flatMap((part) => [...part]))

  test('loads as the index that it was made of, and goes on from there', () => {
    fc.assert(
      fc.property(fc.array(fc.array(document, { maxLength: 9 }), { maxLength: 5 }), query, (batches, q) => {
        const index = indexOf(batches)
        index.remove(['d1', 'd2'])
        const loaded = loadSnapshot(bytesOf(index))
        expect(search(loaded, q, { k: 50 })).toEqual(search(index, q, { k: 50 }))
        const more = [{ id: 'd3', fields: [['w1'], ['光伏', 'w2']] }]
        for (const each of [index, loaded]) each.add(more)
        expect(search(loaded, q, { k: 50 })).toEqual(search(index, q, { k: 50 }))
      }),
      { numRuns: 50 },
    )
  })

  test('that is cut short, damaged or something else is refused', () => {
    const bytes = bytesOf(indexOf([[{ id: 'a', fields: [['x'], ['y', 'z']] }]]))
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => loadSnapshot(bytes.subarray(0, length)), `${length}`).toThrow(SnapshotError)
    expect(() => loadSnapshot(Uint8Array.from([...bytes, 0]))).toThrow('more bytes')
    const damaged = bytes.slice()
    damaged[60] = (damaged[60] ?? 0) ^ 4
    expect(() => loadSnapshot(damaged)).toThrow(SnapshotError)
    expect(() => loadSnapshot(new Uint8Array(64))).toThrow('no snapshot')
  })
})

test('segments are joined as they become many, and forget what is dead', () => {
  const index = new SearchIndex({ weights: [1] })
  for (let i = 0; i < 500; i += 1) index.add([{ id: `d${i % 50}`, fields: [['x', `y${i}`]] }])
  expect(index.segments.length).toBeLessThan(20)
  expect(index.size).toBe(50)
  expect(search(index, [{ word: 'x', weight: 1 }], { k: 1_000_000 })).toHaveLength(50)
  expect(search(index, [{ word: 'y3', weight: 1 }], { k: 9 })).toEqual([])
  index.remove(Array.from({ length: 50 }, (_, i) => `d${i}`))
  expect(index.segments).toEqual([])
})

test('no weight of a field, and no k, makes nonsense of it', () => {
  expect(() => new SearchIndex({ weights: [0.5] })).toThrow('whole numbers')
  const index = indexOf([[{ id: 'a', fields: [['x'], []] }]])
  for (const k of [0, -1, Number.NaN]) expect(search(index, [{ word: 'x', weight: 1 }], { k })).toEqual([])
  expect(search(index, [{ word: 'x', weight: -1 }], { k: 3 })).toEqual([])
})
