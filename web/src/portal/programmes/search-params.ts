export const FILTER_NAMES = [
  'place',
  'region',
  'level',
  'benefit',
  'window',
  'audience',
  'industry',
  'mode',
  'department',
  'verified',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]

export const SORTS = ['use', 'deadline', 'date', 'title', 'relevance'] as const
export type Sort = (typeof SORTS)[number]

/** What the library is narrowed down to, as the address holds it. */
export type Filters = { [name in FilterName | 'q']?: string | undefined }

/** The library's address: its filters, order and page, and whether only what is new is listed. */
export type LibrarySearch = Filters & {
  page?: number | undefined
  sort?: Sort | undefined
  news?: true | undefined
}

export type CalendarSearch = Filters & { month?: string | undefined }

export function readFilters(search: Readonly<Record<string, unknown>>): Filters {
  const filters: Filters = {}
  for (const name of [...FILTER_NAMES, 'q'] as const) {
    const value = search[name]
    // A code of six digits is read from an address as a number.
    if ((typeof value === 'string' && value !== '') || (name === 'place' && typeof value === 'number'))
      filters[name] = String(value)
  }
  return filters
}

export function readLibrarySearch(search: Readonly<Record<string, unknown>>): LibrarySearch {
  const read: LibrarySearch = readFilters(search)
  const page = Number(search.page)
  if (Number.isInteger(page) && page > 1) read.page = page
  const sort = SORTS.find((one) => one === search.sort)
  if (sort) read.sort = sort
  if (search.news === true) read.news = true
  return read
}

export function readCalendarSearch(search: Readonly<Record<string, unknown>>): CalendarSearch {
  const month = typeof search.month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(search.month)
  return { ...readFilters(search), ...(month ? { month: String(search.month) } : {}) }
}

export function filtersOf({ page: _, sort: __, news: ___, ...filters }: LibrarySearch): Filters {
  return filters
}
