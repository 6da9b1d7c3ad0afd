/** What an ordered list was worth, by which of it was right. Each figure goes from 0 to 1. */

/** One over the place of the first that is right among the first k; 0 where none is. */
export function reciprocalRank(right: readonly boolean[], k: number): number {
  const at = right.slice(0, k).indexOf(true)
  return at < 0 ? 0 : 1 / (at + 1)
}

/** The share of the first k that is right; of a list that is shorter, of what it has. */
export function precision(right: readonly boolean[], k: number): number {
  const first = right.slice(0, k)
  return first.length === 0 ? 0 : first.filter(Boolean).length / first.length
}

/** The share of all that would be right that stands among the first k. */
export function recall(right: readonly boolean[], k: number, all: number): number {
  return all <= 0 ? 0 : right.slice(0, k).filter(Boolean).length / all
}

/**
 * What the first k gain, those further down less (by the logarithm of their place), against the best order of all gains
 * there are (Järvelin and Kekäläinen 2002).
 */
export function discountedGain(gains: readonly number[], k: number): number {
  const best = sum([...gains].sort((a, b) => b - a).slice(0, k))
  return best === 0 ? 0 : sum(gains.slice(0, k)) / best
}

function sum(gains: readonly number[]): number {
  return gains.reduce((total, gain, i) => total + (2 ** gain - 1) / Math.log2(i + 2), 0)
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}
