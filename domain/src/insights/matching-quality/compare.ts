import { scoreOf } from '../../matching/ranking/index.js'
import type { RankingWeights } from '../../rules/ranking-weights.js'
import { discountedGain, meanOf, precision, reciprocalRank } from './metrics.js'
import type { TestCase } from './test-set.js'

export const MEASURES = ['ndcg10', 'mrr', 'precision1', 'precision3'] as const
export type Measure = (typeof MEASURES)[number]

export interface Compared {
  readonly measure: Measure
  readonly before: number
  readonly after: number
  /** After less before, and where the difference lies 95 times in 100 when needs are drawn anew. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Nothing where the interval has zero in it. */
  readonly verdict: 'better' | 'worse' | 'nothing'
}

const DRAWS = 2000
const K = 10

/** Both rankings on the same needs; a paired bootstrap says what of the difference is chance (Efron and Tibshirani 1993). */
export function compareRankings(
  cases: readonly TestCase[],
  before: RankingWeights,
  after: RankingWeights,
): Compared[] {
  const pairs = cases.map((one) => ({ before: measured(one, before), after: measured(one, after) }))
  return MEASURES.map((measure) => {
    const differences = pairs.map((pair) => pair.after[measure] - pair.before[measure])
    const { low, high } = intervalOf(differences)
    return {
      measure,
      before: meanOf(pairs.map((pair) => pair.before[measure])),
      after: meanOf(pairs.map((pair) => pair.after[measure])),
      difference: meanOf(differences),
      low,
      high,
      verdict: low > 0 ? 'better' : high < 0 ? 'worse' : 'nothing',
    }
  })
}

function measured({ candidates }: TestCase, weights: RankingWeights): Record<Measure, number> {
  const gains = candidates
    .map(({ values, gain, provider }) => ({ gain, provider, score: scoreOf(values, weights) }))
    .sort((a, b) => b.score - a.score || (a.provider < b.provider ? -1 : 1))
    .map(({ gain }) => gain)
  const right = gains.map((gain) => gain > 0)
  return {
    ndcg10: discountedGain(gains, K),
    mrr: reciprocalRank(right, K),
    precision1: precision(right, 1),
    precision3: precision(right, 3),
  }
}

/** The middle 95 in 100 of means of needs drawn with return; the same draws for the same number of needs. */
function intervalOf(differences: readonly number[]): { low: number; high: number } {
  if (differences.length === 0) return { low: 0, high: 0 }
  const draw = drawer(20261125)
  const means = Array.from({ length: DRAWS }, () => {
    let sum = 0
    for (let i = 0; i < differences.length; i += 1)
      sum += differences[Math.floor(draw() * differences.length)] ?? 0
    return sum / differences.length
  }).sort((a, b) => a - b)
  return { low: means[Math.floor(DRAWS * 0.025)] ?? 0, high: means[Math.ceil(DRAWS * 0.975) - 1] ?? 0 }
}

/** Mulberry32: the interval is the same whenever it is looked at. */
function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
