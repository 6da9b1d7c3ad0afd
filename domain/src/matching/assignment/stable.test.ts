import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockingPairs } from './blocking.js'
import type { AssignmentProblem } from './problem.js'
import { assignStably } from './stable.js'

type Pair = readonly [left: number, right: number, leftLikes: number, rightLikes: number]

function problemOf(
  left: readonly number[],
  right: readonly number[],
  pairs: readonly Pair[],
): AssignmentProblem {
  return {
    leftCapacity: left,
    rightCapacity: right,
    left: Int32Array.from(pairs, ([l]) => l),
    right: Int32Array.from(pairs, ([, r]) => r),
    leftLikes: Float64Array.from(pairs, ([, , x]) => x),
    rightLikes: Float64Array.from(pairs, ([, , , y]) => y),
  }
}

/** Few likings, so that many tie. */
const problem = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }))
  .chain(([l, r]) =>
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: l, maxLength: l }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: r, maxLength: r }),
      l * r === 0
        ? fc.constant([])
        : fc.uniqueArray(
            fc.tuple(
              fc.nat(l - 1),
              fc.nat(r - 1),
              fc.integer({ min: -3, max: 3 }),
              fc.integer({ min: -3, max: 3 }),
            ),
            { selector: ([a, b]) => `${a} ${b}`, maxLength: 40 },
          ),
    ),
  )
  .map(([left, right, pairs]) => problemOf(left, right, pairs))

const countsOf = (members: Int32Array, pairs: readonly number[], size: number) =>
  Array.from({ length: size }, (_, i) => pairs.filter((pair) => members[pair] === i).length)

test('no two would rather have each other, and nobody has more than they take', () => {
  fc.assert(
    fc.property(problem, (p) => {
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
