import fc from 'fast-check'
import { expect, test } from 'vitest'
import { favouring, leastWorth } from './change.js'
import { assignForCoverage, scoresOf } from './coverage.js'
import { countsOf, optimumOf, problemOf, someProblem } from './testing.js'

test('serves as many as a solver can, and sums as high', async () => {
  await fc.assert(
    fc.asyncProperty(someProblem, async (p) => {
      const assigned = assignForCoverage(p)
      if (!assigned.ok) throw new Error('refused')
      const left = countsOf(p.left, assigned.pairs, p.leftCapacity.length)
      const right = countsOf(p.right, assigned.pairs, p.rightCapacity.length)
      for (const [i, n] of left.entries()) expect(n).toBeLessThanOrEqual(p.leftCapacity[i] ?? 0)
      for (const [i, n] of right.entries()) expect(n).toBeLessThanOrEqual(p.rightCapacity[i] ?? 0)
      const scores = scoresOf(p)
      const total = assigned.pairs.reduce((sum, pair) => sum + (scores[pair] ?? 0), 0)
      const best = await optimumOf(p)
      expect(right.filter((n) => n > 0).length).toBe(best.served)
      expect(total).toBeCloseTo(best.total, 6)
    }),
    { numRuns: 1000 },
  )
}, 60_000)

test('a village that one only can serve is served, though another would be liked more', () => {
  const p = problemOf(
    [1, 1],
    [1, 1],
    [
      [0, 0, 9, 9],
      [0, 1, 1, 1],
      [1, 0, 2, 2],
    ],
  )
  expect(assignForCoverage(p)).toEqual({ ok: true, pairs: [1, 2], leftAlone: [], rightAlone: [] })
})

test('nobody is sent at a loss but to serve who would have nobody', () => {
  const p = problemOf(
    [2, 1],
    [2],
    [
      [0, 0, -1, -1],
      [1, 0, -2, -2],
    ],
  )
  expect(assignForCoverage(p)).toMatchObject({ pairs: [0], leftAlone: [1] })
})

test('of assignments as good, the one with fewer changes', () => {
  const p = problemOf(
    [1, 1],
    [1, 1],
    [
      [0, 0, 1, 1],
      [0, 1, 1, 1],
      [1, 0, 1, 1],
      [1, 1, 1, 1],
    ],
  )
  for (const before of [
    [0, 3],
    [1, 2],
  ])
    expect(assignForCoverage(favouring(p, new Set(before), leastWorth(p)))).toMatchObject({ pairs: before })
})

test.each([Number.POSITIVE_INFINITY, 1e6, Number.NaN])('a liking of %s is refused, once', (liking) => {
  expect(assignForCoverage(problemOf([1], [1], [[0, 0, liking, 1]]))).toMatchObject({
    ok: false,
    faults: [{ code: 'assignment.liking', at: 0 }],
  })
})
