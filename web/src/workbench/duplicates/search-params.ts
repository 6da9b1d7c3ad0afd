const STATES = ['open', 'merged', 'apart'] as const
export type DuplicateState = (typeof STATES)[number]

export interface DuplicateSearch {
  readonly state?: DuplicateState | undefined
  readonly page?: number | undefined
}

export function readDuplicateSearch(search: Readonly<Record<string, unknown>>): DuplicateSearch {
  const state = STATES.find((one) => one === search.state)
  const page = Number(search.page)
  return {
    ...(state && state !== 'open' ? { state } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
