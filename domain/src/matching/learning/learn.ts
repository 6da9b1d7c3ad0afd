import { FEATURES, type Feature, type RankingWeights } from '../../rules/ranking-weights.js'
import { fitLogistic, type RegressionRow, rowLoss } from './regression.js'

/** The values of one match as they were when it was proposed; null where not known. */
export type Values = Readonly<Partial<Record<Feature, number | null>>>

/** A match of which is known whether it fitted. */
export interface Example {
  readonly values: Values
  readonly fitted: boolean
}

export interface LearnedWeight {
  readonly feature: Feature | 'intercept'
  readonly before: number
  readonly learned: number
  readonly error: number
  /** Examples in which it was known. */
  readonly known: number
  /** Whether the outcomes tell the learned weight from the one before: their difference is twice its error or more. */
  readonly sure: boolean
}

export interface Learned {
  readonly examples: number
  readonly fitted: number
  readonly rows: readonly LearnedWeight[]
  /** Mean loss of examples that were left out while learning, under both; less is better. Null with too few. */
  readonly loss: { readonly before: number; readonly learned: number } | null
}

/** Fewer say nothing. */
export const LEAST_EXAMPLES = 20
/** As if so much were known already for the weights before. */
const RIDGE = 1
const PARTS = 5

/** What the outcomes say of the weights. Nothing of it is in force. */
export function learnWeights(examples: readonly Example[], weights: RankingWeights): Learned | null {
  const fitted = examples.filter((one) => one.fitted).length
  if (examples.length < LEAST_EXAMPLES || fitted === 0 || fitted === examples.length) return null
  const rows = examples.map((one) => rowOf(one, weights))
  const before = [weights.intercept, ...FEATURES.map((feature) => weights.features[feature].weight)]
  const fit = fitLogistic(rows, before, RIDGE)
  const knownOf = (feature: Feature) => examples.filter(({ values }) => values[feature] != null).length
  return {
    examples: examples.length,
    fitted,
    rows: (['intercept', ...FEATURES] as const).map((feature, i) => {
      const [old, learned, error] = [before[i] ?? 0, fit.weights[i] ?? 0, fit.errors[i] ?? 0]
      const known = feature === 'intercept' ? examples.length : knownOf(feature)
      return {
        feature,
        before: old,
        learned: rounded(learned),
        error: rounded(error),
        known,
        sure: known >= LEAST_EXAMPLES && Math.abs(learned - old) >= 2 * error,
      }
    }),
    loss: lossOf(rows, before),
  }
}

/**
 * The weights with those that were learned in their place. The intercept stays: who was introduced was chosen, so theirs
 * is too high for all pairs, and what is told from a score on would be told of nearly all.
 */
export function withLearned(weights: RankingWeights, { rows }: Learned): RankingWeights {
  const learned = new Map(rows.map((row) => [row.feature, row.learned]))
  return {
    ...weights,
    features: Object.fromEntries(
      FEATURES.map((feature) => {
        const before = weights.features[feature]
        return [feature, { ...before, weight: learned.get(feature) ?? before.weight }]
      }),
    ) as RankingWeights['features'],
  }
}

function rowOf({ values, fitted }: Example, { features }: RankingWeights): RegressionRow {
  const x = FEATURES.map((feature) => {
    const value = values[feature]
    return value == null ? 0 : value - features[feature].prior
  })
  return { x, y: fitted ? 1 : 0 }
}

/** Each part is judged by what the other parts teach. */
function lossOf(rows: readonly RegressionRow[], before: readonly number[]): Learned['loss'] {
  let [old, learned] = [0, 0]
  for (let part = 0; part < PARTS; part += 1) {
    const taught = rows.filter((_, i) => i % PARTS !== part)
    const fit = fitLogistic(taught, before, RIDGE)
    for (const [i, row] of rows.entries()) {
      if (i % PARTS !== part) continue
      old += rowLoss(row, before)
      learned += rowLoss(row, fit.weights)
    }
  }
  return { before: rounded(old / rows.length), learned: rounded(learned / rows.length) }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
