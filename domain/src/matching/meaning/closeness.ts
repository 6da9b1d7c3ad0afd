/**
 * Nearer to a text than this are only those that speak of its matter. Below it no one is found by meaning alone.
 */
export const LEAST_MEANING = 0.3

/** So many that are not alike are supposed beside those that are there, so that the average of a few says little. */
const SUPPOSED = 10

/**
 * How much nearer in meaning than usual, 0 to 1. Models differ in what they call similar: with some two texts that have
 * nothing in common have 0.1, with others 0.8. So a similarity is seen against the average of all documents.
 */
export function meaningOf(similarity: number, sum: number, count: number): number {
  const usual = Math.min(0.99, Math.max(0, sum / (count + SUPPOSED)))
  return Math.min(1, Math.max(0, (similarity - usual) / (1 - usual)))
}
