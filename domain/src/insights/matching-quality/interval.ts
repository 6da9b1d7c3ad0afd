/** A share of a count, and where the true one lies 95 times in 100. */
export interface Rate {
  readonly of: number
  readonly count: number
  /** Null of nothing. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
  /** So few that the share says little. */
  readonly few: boolean
}

const Z = 1.959963984540054
/** Below this a share is shown with a warning. */
export const FEW = 30

/** Wilson's interval (1927): sensible for few and for shares near 0 and 1, where the usual one is not. */
export function rateOf(count: number, of: number): Rate {
  if (of <= 0) return { of: 0, count: 0, share: null, low: null, high: null, few: true }
  const share = count / of
  const z2 = Z * Z
  const middle = share + z2 / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  const scale = 1 + z2 / of
  return {
    of,
    count,
    share,
    low: count === 0 ? 0 : (middle - half) / scale,
    high: count === of ? 1 : (middle + half) / scale,
    few: of < FEW,
  }
}
