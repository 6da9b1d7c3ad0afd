export const FILTER_NAMES = ['region', 'level', 'mode', 'benefit', 'audience', 'window'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** The library's filters as its address holds them. */
export type Filters = { [name in FilterName | 'q']?: string | undefined } & { page?: number | undefined }

export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const filters: Filters = {}
  for (const name of [...FILTER_NAMES, 'q'] as const) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') filters[name] = value
  }
  const page = Number(search.page)
  if (Number.isInteger(page) && page > 1) filters.page = page
  return filters
}
