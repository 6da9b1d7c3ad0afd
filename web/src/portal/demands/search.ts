const STATES = ['draft', 'published', 'paused', 'solved', 'withdrawn', 'expired'] as const
export type DemandState = (typeof STATES)[number]

/** The list's filters as its address holds them. */
export interface DemandSearch {
  readonly state?: DemandState | undefined
  /** Only those of the company that is acted for. */
  readonly mine?: boolean | undefined
  readonly q?: string | undefined
  readonly page?: number | undefined
}

export function readDemandSearch(search: Readonly<Record<string, unknown>>): DemandSearch {
  const state = STATES.find((one) => one === search.state)
  const page = Number(search.page)
  return {
    ...(state ? { state } : {}),
    ...(search.mine === true ? { mine: true } : {}),
    ...(typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

export const STEPS = ['problem', 'targets', 'terms', 'check'] as const
export type Step = (typeof STEPS)[number]

export function readStep(search: Readonly<Record<string, unknown>>): { step?: Step | undefined } {
  return { step: STEPS.find((one) => one === search.step) }
}
