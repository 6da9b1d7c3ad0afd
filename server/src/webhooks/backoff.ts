const FIRST_MS = 5_000
const LONGEST_MS = 3_600_000
/** Some two days: then a person is to look. */
export const MOST_ATTEMPTS = 55

/** How long to wait after so many refusals in a row; `random` in [0, 1) spreads those who failed together. */
export function waitAfter(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20))
  return Math.round(whole / 2 + (whole / 2) * random)
}
