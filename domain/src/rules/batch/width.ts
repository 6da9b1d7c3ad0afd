import type { FactDef } from '../facts.js'

/** Bytes of a value in a column. */
export type Width = 1 | 4 | 8

/** The narrowest width that holds what a fact can be. */
export function widthOf({ lo, hi }: Pick<FactDef, 'lo' | 'hi'>): Width {
  if (lo >= 0n && hi <= 255n) return 1
  return lo >= -(2n ** 31n) && hi < 2n ** 31n ? 4 : 8
}
