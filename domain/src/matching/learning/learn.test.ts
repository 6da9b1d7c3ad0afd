import { describe, expect, test } from 'vitest'
import { FEATURES, logistic, scoreOf, USUAL_WEIGHTS } from '../ranking/index.js'
import { type Example, fitLogistic, learnWeights, withLearned } from './index.js'

/** A sequence that looks like chance and is the same each time (Park and Miller). */
function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Matches that fit as these weights say. */
function examplesFor(count: number, weightOfPlace: number): Example[] {
  const draw = drawer(7)
  return Array.from({ length: count }, () => {
    const values = { text: draw(), place: draw(), maturity: draw() < 0.3 ? null : draw() }
    const odds = -1 + 6 * (values.text - 0.25) + weightOfPlace * (values.place - 0.4)
    return { values, fitted: draw() < logistic(odds) }
  })
}

test('finds the weights by which outcomes were made, within three of its errors', () => {
  const draw = drawer(3)
  const [a, b, c] = [-0.5, 2, -1]
  const rows = Array.from({ length: 4000 }, () => {
    const x = [draw() * 2 - 1, draw() * 2 - 1]
    return { x, y: draw() < logistic(a + b * (x[0] ?? 0) + c * (x[1] ?? 0)) ? (1 as const) : (0 as const) }
  })
  const { weights, errors, converged } = fitLogistic(rows, [0, 0, 0], 1e-6)
  expect(converged).toBe(true)
  for (const [i, truth] of [a, b, c].entries()) {
    expect(Math.abs((weights[i] ?? 0) - truth)).toBeLessThan(3 * (errors[i] ?? 0))
    expect(errors[i]).toBeLessThan(0.12)
  }
})

describe('stays where it is drawn to', () => {
  test.each([
    ['without rows', []],
    [
      'where the rows are told apart by a hair',
      [
        { x: [1e-9], y: 1 as const },
        { x: [-1e-9], y: 0 as const },
      ],
    ],
  ])('%s', (_, rows) => {
    const { weights } = fitLogistic(rows, [0, 2], 1)
    expect(weights[1]).toBeCloseTo(2, 6)
  })

  test('where a line parts them, the ridge keeps weights finite', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      x: [i - 19.5],
      y: i < 20 ? (0 as const) : (1 as const),
    }))
    const { weights, errors, converged } = fitLogistic(rows, [0, 0], 1)
    expect(converged).toBe(true)
    for (const value of [...weights, ...errors]) expect(Number.isFinite(value)).toBe(true)
  })
})

test('a weight that the outcomes contradict is learned, told with its error, and better on what was left out', () => {
  const learned = learnWeights(examplesFor(1500, 5), USUAL_WEIGHTS)
  const place = learned?.rows.find(({ feature }) => feature === 'place')
  expect(place).toMatchObject({ before: 0.8, known: 1500, sure: true })
  expect(place?.learned).toBeGreaterThan(3.5)
  expect(learned?.loss?.learned).toBeLessThan(learned?.loss?.before ?? 0)
  expect(learned?.rows.find(({ feature }) => feature === 'budget')).toMatchObject({
    known: 0,
    sure: false,
    learned: 0.8,
  })
  expect(learned?.rows.map(({ feature }) => feature)).toEqual(['intercept', ...FEATURES])
})

test('few outcomes, or outcomes all alike, teach nothing', () => {
  expect(learnWeights(examplesFor(19, 1), USUAL_WEIGHTS)).toBeNull()
  const alike = examplesFor(100, 1).map((one) => ({ ...one, fitted: true }))
  expect(learnWeights(alike, USUAL_WEIGHTS)).toBeNull()
})

test('learned weights change nothing but weights, and scores follow them', () => {
  const learned = learnWeights(examplesFor(1500, 5), USUAL_WEIGHTS)
  if (learned === null) throw new Error('There is enough to learn from')
  const after = withLearned(USUAL_WEIGHTS, learned)
  // The intercept too stays: who was introduced was chosen.
  expect({ ...after, features: null }).toEqual({ ...USUAL_WEIGHTS, features: null })
  expect(after.features.text.prior).toBe(USUAL_WEIGHTS.features.text.prior)
  const [near, far] = [{ place: 1 }, { place: 0 }].map(
    (values) => scoreOf(values, after) - scoreOf(values, USUAL_WEIGHTS),
  )
  expect(near).toBeGreaterThan(far ?? 0)
})
