/** The same; perhaps the same, for somebody to look at; not the same. */
export const BANDS = ['same', 'review', 'different'] as const
export type Band = (typeof BANDS)[number]

export const SAME_FROM = 0.95
export const REVIEW_FROM = 0.5

export function bandOf(score: number): Band {
  if (score >= SAME_FROM) return 'same'
  return score >= REVIEW_FROM ? 'review' : 'different'
}
