import { FEATURES, type Feature, type RankingWeights } from '../../rules/ranking-weights.js'
import type { Text } from '../../shared/text.js'
import type { Pair, Surroundings } from './pair.js'
import { LOOKS } from './values/index.js'

/** What one feature did to a match. */
export interface Part {
  readonly feature: Feature
  /** 0 to 1; null where not known, which adds nothing. */
  readonly value: number | null
  /** What it added to the log-odds. */
  readonly adds: number
  readonly said: Text
}

export interface RankedMatch {
  readonly wanted: string
  readonly offered: string
  /** 0 to 1: the logistic of all that was added up. */
  readonly score: number
  /** What counts most first, for or against; what is not known last. */
  readonly parts: readonly Part[]
  /** What would tell more, and who could say it; what could change most first. */
  readonly better: readonly {
    readonly feature: Feature
    readonly of: 'seeker' | 'provider'
    readonly text: Text
  }[]
}

/** How two fit, with each part of the answer. */
export function judge(pair: Pair, surroundings: Surroundings): RankedMatch {
  const { weights } = surroundings
  let odds = weights.intercept
  const parts: Part[] = []
  const better: { feature: Feature; of: 'seeker' | 'provider'; text: Text; worth: number }[] = []
  for (const feature of FEATURES) {
    const { value, said, asks } = LOOKS[feature](pair, surroundings)
    const { weight, prior } = weights.features[feature]
    const adds = value === null ? 0 : weight * (value - prior)
    odds += adds
    parts.push({ feature, value, adds, said })
    if (value === null && asks && weight !== 0)
      better.push({ feature, ...asks, worth: Math.abs(weight) * Math.max(prior, 1 - prior) })
  }
  parts.sort(
    (a, b) => Number(a.value === null) - Number(b.value === null) || Math.abs(b.adds) - Math.abs(a.adds),
  )
  better.sort((a, b) => b.worth - a.worth)
  return {
    wanted: pair.wanted.id,
    offered: pair.offered.id,
    score: logistic(odds),
    parts,
    better: better.map(({ feature, of, text }) => ({ feature, of, text })),
  }
}

/** All pairs, the best fit first; of equal ones the lower ids, so that the same question has the same answer. */
export function rank(pairs: readonly Pair[], surroundings: Surroundings): RankedMatch[] {
  return pairs
    .map((pair) => judge(pair, surroundings))
    .sort((a, b) => b.score - a.score || compare(a.wanted, b.wanted) || compare(a.offered, b.offered))
}

/** The score of a match whose values were kept: what it would be under these weights. */
export function scoreOf(
  values: Readonly<Partial<Record<Feature, number | null>>>,
  { intercept, features }: RankingWeights,
): number {
  let odds = intercept
  for (const feature of FEATURES) {
    const value = values[feature]
    if (value != null) odds += features[feature].weight * (value - features[feature].prior)
  }
  return logistic(odds)
}

/** The values of a match, to be kept with its introduction: what it led to teaches the weights. */
export function valuesOf({ parts }: RankedMatch): Record<Feature, number | null> {
  return Object.fromEntries(
    parts.map(({ feature, value }) => [feature, value === null ? null : Math.round(value * 1e4) / 1e4]),
  ) as Record<Feature, number | null>
}

export function logistic(odds: number): number {
  return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
