import type { MatrixFilters, Verdict } from '@kehui/server/client'

const TEXTS = ['list', 'place', 'park', 'title', 'industry', 'q', 'pack', 'programme', 'since'] as const
const VERDICTS = ['yes', 'unknown', 'no'] as const
const SORTS = ['near', 'certain', 'possible', 'name'] as const
export type Sort = (typeof SORTS)[number]

/** The matrix as its address holds it, so that it can be kept, sent on and gone back to. */
export type MatrixSearch = { [name in (typeof TEXTS)[number]]?: string | undefined } & {
  verdict?: Verdict | undefined
  sort?: Sort | undefined
  tab?: 'changes' | undefined
}

export function readMatrixSearch(search: Readonly<Record<string, unknown>>): MatrixSearch {
  const read: MatrixSearch = {}
  for (const name of TEXTS) {
    // A code of digits alone comes back from the address as a number.
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name]
    if (typeof value === 'string' && value !== '') read[name] = value
  }
  const verdict = VERDICTS.find((one) => one === search.verdict)
  if (verdict && read.programme) read.verdict = verdict
  const sort = SORTS.find((one) => one === search.sort)
  if (sort) read.sort = sort
  if (search.tab === 'changes') read.tab = 'changes'
  return read
}

/** What the server is asked for. */
export function filtersOf(search: MatrixSearch): MatrixFilters {
  const { list, place, park, title, industry, q, pack, programme, verdict } = search
  return {
    list,
    place,
    park,
    title,
    industry,
    q,
    ...(pack === undefined ? {} : { pack: [pack] }),
    ...(programme !== undefined && verdict !== undefined ? { only: `${programme}:${verdict}` } : {}),
  }
}

/** Where one programme is looked at, those nearest to it come first, unless another order is chosen. */
export function sortOf({ sort, programme }: MatrixSearch): string {
  return sort ?? (programme === undefined ? 'near' : `programme:${programme}`)
}

/** What narrows the companies beside the list; the tab and the order do not. */
export function isFiltered(search: MatrixSearch): boolean {
  const { list: _list, sort: _sort, tab: _tab, since: _since, ...filters } = search
  return Object.values(filters).some((value) => value !== undefined)
}
