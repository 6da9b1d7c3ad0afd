import type { Feature, FeatureWeight, RankingWeights } from '../../rules/ranking-weights.js'

const features: Readonly<Record<Feature, readonly [weight: number, prior: number]>> = {
  text: [6, 0.12],
  chain: [1.5, 0.3],
  discipline: [1.2, 0.5],
  maturity: [1.2, 0.6],
  place: [0.8, 0.4],
  budget: [0.8, 0.6],
  record: [1.5, 0.27],
  freshness: [0.5, 0.5],
  capacity: [0.5, 0.7],
  fairness: [0.4, 0.5],
}

/** What stands where no pack says anything else. */
export const USUAL_WEIGHTS: RankingWeights = {
  pack: null,
  title: { zh: '通用权重', en: 'Usual weights' },
  dated: '2026-11-25',
  cite: { document: null, article: null, url: null, verified: 'none' },
  intercept: -1,
  features: Object.fromEntries(
    Object.entries(features).map(([feature, [weight, prior]]) => [feature, { weight, prior, note: null }]),
  ) as Record<Feature, FeatureWeight>,
  halfLifeMonths: 36,
  recordStrength: 5,
  regions: [],
}
