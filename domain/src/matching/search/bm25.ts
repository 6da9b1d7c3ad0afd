/** How often a word counts at most; the score hardly grows beyond a few. */
export const MOST_OFTEN = 255

export interface Bm25 {
  /** How soon more of the same word stops counting. */
  readonly k1: number
  /** How much longer documents are held back, 0 to 1. */
  readonly b: number
}

export const USUAL: Bm25 = { k1: 1.2, b: 0.75 }

/**
 * Contributions are rounded to multiples of 2^-40, so that their sum is the same in whatever order words are added up,
 * and equal documents tie. The sum has room up to 2^12.
 */
const STEP = 2 ** -40
const ROUNDER = 1.5 * 2 ** 12

/** How rare a word is: of `count` documents, `having` have it. */
export function rarity(count: number, having: number): number {
  return Math.log(1 + (count - having + 0.5) / (having + 0.5))
}

/**
 * What a word adds to a document's score: `weight` is its rarity times its weight in the query times k1 + 1, `often` how
 * often it stands there, and `fixed + slope * length` what that is held against. Never nothing.
 */
export function contribution(
  weight: number,
  often: number,
  fixed: number,
  slope: number,
  length: number,
): number {
  return (weight * often) / (often + fixed + slope * length) + ROUNDER - ROUNDER + STEP
}

/** What `contribution` holds a word against, for documents of this mean length. */
export function saturation({ k1, b }: Bm25, meanLength: number): { fixed: number; slope: number } {
  return { fixed: k1 * (1 - b), slope: meanLength > 0 ? (k1 * b) / meanLength : 0 }
}
