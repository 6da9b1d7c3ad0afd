import type { MatrixFilters } from '@kehui/server/client'
import type { MatrixSearch } from './search-params.js'

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
