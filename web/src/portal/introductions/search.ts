const STATES = [
  'proposed',
  'agreed',
  'scheduled',
  'met',
  'signed',
  'closed',
  'declined',
  'lapsed',
  'withdrawn',
  'open',
  'overdue',
] as const

/** The list's filter as its address holds it; without one, those that are open. */
export interface IntroductionSearch {
  readonly state?: (typeof STATES)[number] | 'all' | undefined
  readonly page?: number | undefined
}

export function readIntroductionSearch(search: Readonly<Record<string, unknown>>): IntroductionSearch {
  const state = search.state === 'all' ? 'all' : STATES.find((one) => one === search.state)
  const page = Number(search.page)
  return {
    ...(state ? { state } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
