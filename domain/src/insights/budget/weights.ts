import type { Rational } from '../../shared/rational.js'

/** Shares as whole numbers in the same proportion. */
export function weightsOf(shares: readonly Rational[]): bigint[] {
  const common = shares.reduce((all, { d }) => all * d, 1n)
  return shares.map(({ n, d }) => (n * common) / d)
}
