const STATES = ['open', 'taken', 'awaiting-rule', 'answered', 'withdrawn'] as const
export type ObjectionState = (typeof STATES)[number]

/** The list's filters as its address holds them; without a state, those still owed an answer. */
export interface ObjectionSearch {
  readonly state?: ObjectionState | undefined
  readonly q?: string | undefined
  readonly page?: number | undefined
}

export function readObjectionSearch(search: Readonly<Record<string, unknown>>): ObjectionSearch {
  const state = STATES.find((one) => one === search.state)
  const page = Number(search.page)
  return {
    ...(state ? { state } : {}),
    ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
