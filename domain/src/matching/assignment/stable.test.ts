import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockingPairs } from './blocking.js'
import { assignStably } from './stable.js'
import { countsOf, type Pair, problemOf, someProblem } from './testing.js'

test('no two would rather have each other, and nobody has more than they take', () => {
  fc.assert(
    fc.property(someProblem, (p) => {
      const assigned = assignStably(p)
      if (!assigned.ok) throw new Error('refused')
      expect(blockingPairs(p, assigned.pairs)).toEqual([])
      const left = countsOf(p.left, assigned.pairs, p.leftCapacity.length)
      const right = countsOf(p.right, assigned.pairs, p.rightCapacity.length)
      for (const [i, n] of left.entries()) expect(n).toBeLessThanOrEqual(p.leftCapacity[i] ?? 0)
      for (const [i, n] of right.entries()) expect(n).toBeLessThanOrEqual(p.rightCapacity[i] ?? 0)
      expect(assigned.leftAlone).toEqual(
        [...left.keys()].filter((i) => left[i] === 0 && p.leftCapacity[i] !== 0),
      )
      expect(assigned.rightAlone).toEqual(
        [...right.keys()].filter((i) => right[i] === 0 && p.rightCapacity[i] !== 0),
      )
    }),
    { numRuns: 1000 },
  )
})

test('the side that proposes has its best', () => {
  const both: Pair[] = [
    [0, 0, 2, 1],
    [0, 1, 1, 2],
    [1, 0, 1, 2],
    [1, 1, 2, 1],
  ]
  expect(assignStably(problemOf([1, 1], [1, 1], both))).toMatchObject({ pairs: [0, 3], leftAlone: [] })
})

test('blocking pairs of an assignment that is not stable are found', () => {
  const p = problemOf(
    [1, 1],
    [1],
    [
      [0, 0, 1, 1],
      [1, 0, 1, 2],
    ],
  )
  expect(blockingPairs(p, [0])).toEqual([1])
  expect(blockingPairs(p, [])).toEqual([0, 1])
  expect(assignStably(p)).toMatchObject({ pairs: [1], leftAlone: [0], rightAlone: [] })
})

test('who need not change stay together, and it stays stable', () => {
  fc.assert(
    fc.property(someProblem, fc.infiniteStream(fc.boolean()), (p, chosen) => {
      const before = assignStably({ ...p, leftLikes: p.leftLikes.map(() => 0) })
      if (!before.ok) throw new Error('refused')
      const alike = { ...p, leftLikes: p.leftLikes.map(() => 0), rightLikes: p.rightLikes.map(() => 0) }
      const some = new Set(before.pairs.filter(() => chosen.next().value))
      const again = assignStably(alike, some)
      if (!again.ok) throw new Error('refused')
      for (const pair of some) expect(again.pairs).toContain(pair)
      const stable = assignStably(p, some)
      if (!stable.ok) throw new Error('refused')
      expect(blockingPairs(p, stable.pairs)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('refused', () => {
  test.each([
    ['a capacity below zero', problemOf([-1], [1], []), 'assignment.capacity'],
    ['half a capacity', problemOf([1], [0.5], []), 'assignment.capacity'],
    ['somebody unknown', problemOf([1], [1], [[0, 1, 1, 1]]), 'assignment.member'],
    ['no liking', problemOf([1], [1], [[0, 0, Number.NaN, 1]]), 'assignment.liking'],
    [
      'a pair twice',
      problemOf(
        [1],
        [1],
        [
          [0, 0, 1, 1],
          [0, 0, 2, 2],
        ],
      ),
      'assignment.twice',
    ],
    [
      'a column too short',
      { ...problemOf([1], [1], [[0, 0, 1, 1]]), right: new Int32Array(0) },
      'assignment.columns',
    ],
  ])('%s', (_, p, code) => {
    expect(assignStably(p)).toMatchObject({ ok: false, faults: [{ code }] })
  })
})

test('a capacity of zero takes nobody', () => {
  expect(assignStably(problemOf([0], [2], [[0, 0, 1, 1]]))).toEqual({
    ok: true,
    pairs: [],
    leftAlone: [],
    rightAlone: [0],
  })
})
