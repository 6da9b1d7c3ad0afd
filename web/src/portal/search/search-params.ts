/** What is looked for, as the address holds it. */
export interface FindSearch {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly place?: string | undefined
  readonly page?: number | undefined
}

const LAST_PAGE = 50

export function readFindSearch(search: Readonly<Record<string, unknown>>): FindSearch {
  const page = Number(search.page)
  const place = String(search.place ?? '')
  return {
    ...(search.q !== undefined && search.q !== '' ? { q: String(search.q) } : {}),
    ...(typeof search.kind === 'string' && /^[a-z-]+$/.test(search.kind) ? { kind: search.kind } : {}),
    ...(/^\d{2}(\d{2}){0,2}$/.test(place) ? { place } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= LAST_PAGE ? { page } : {}),
  }
}
