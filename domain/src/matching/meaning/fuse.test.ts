import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuseByRank } from './fuse.js'

const rankings = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 }), {
  maxLength: 5,
})

test('what both rankings have goes before what one has first', () => {
  expect(
    fuseByRank([
      ['a', 'b'],
      ['c', 'b'],
    ]).map(({ id }) => id),
  ).toEqual(['b', 'a', 'c'])
  expect(
    fuseByRank([
      ['a', 'b'],
      ['c', 'b'],
    ])[0]?.score,
  ).toBeCloseTo(2 / 62)
  expect(fuseByRank([])).toEqual([])
  expect(fuseByRank([['a', 'a', 'b']])).toEqual(fuseByRank([['a', 'b']]))
})

test('in whatever order the rankings come, the answer is the same to the last digit', () => {
  fc.assert(
    fc.property(rankings, fc.infiniteStream(fc.nat()), (all, numbers) => {
      const shuffled = all
        .map((ranking) => ({ ranking, key: numbers.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ ranking }) => ranking)
      expect(fuseByRank(shuffled)).toEqual(fuseByRank(all))
    }),
  )
})

test('who rises in one ranking does not fall in the answer', () => {
  fc.assert(
    fc.property(rankings, fc.nat(), fc.nat(), (all, which, place) => {
      const ranking = all[which % Math.max(1, all.length)] ?? []
      if (ranking.length < 2) return
      const at = 1 + (place % (ranking.length - 1))
      const id = ranking[at] ?? ''
      const risen = ranking.toSpliced(at, 1).toSpliced(at - 1, 0, id)
      const placeIn = (of: readonly (readonly string[])[]) => fuseByRank(of).findIndex((one) => one.id === id)
      expect(placeIn(all.map((one) => (one === ranking ? risen : one)))).toBeLessThanOrEqual(placeIn(all))
    }),
  )
})

test('all that any ranking has is there once, with falling scores; one ranking stays as it is', () => {
  fc.assert(
    fc.property(rankings, (all) => {
      const fused = fuseByRank(all)
      expect(fused.map(({ id }) => id).sort()).toEqual([...new Set(all.flat())].sort())
      for (const [i, { score }] of fused.entries())
        expect(score).toBeLessThanOrEqual(fused[i - 1]?.score ?? 1)
      const [first = []] = all
      expect(fuseByRank([first]).map(({ id }) => id)).toEqual(first)
    }),
  )
})
