import {
  type CatalogueEntry,
  catalogueOn,
  type Filters,
  type Found,
  facetsOf,
  matchesFilters,
  ordered,
  search,
} from '@kehui/domain/packs/catalogue'
import type { Library } from '@kehui/domain/rules'
import { formatDay } from '@kehui/domain/shared'
import { labelledFacets } from './facets.js'
import type { ProgrammeFilter, ProgrammeList, ProgrammeQuery } from './schema.js'
import { programmeItem, type View } from './view.js'

const PAGE_SIZE = 20

/** The library narrowed down: by what the words of a search say, then by filters, in the order that is asked for. */
export function listProgrammes(library: Library, query: ProgrammeQuery, view: View): ProgrammeList {
  const { q = '', only, page = 1, size = PAGE_SIZE, on: _, sort: wanted, ...rest } = query
  const { entries, near, found } = about(library, q, view)
  const ids = only === undefined ? null : new Set(only.split(','))
  const looked = ids === null ? entries : entries.filter(({ programme }) => ids.has(programme.id))
  const filters: Filters = rest
  const kept = looked.filter((entry) => matchesFilters(library, entry, filters))
  const sorted = ordered(kept, wanted ?? (found.size > 0 ? 'relevance' : 'use'))
  const first = (page - 1) * size
  return {
    items: sorted.slice(first, first + size).map(({ programme }) => ({
      ...programmeItem(library, programme, view),
      found: foundText(found.get(programme.id)),
    })),
    total: sorted.length,
    pageSize: size,
    on: formatDay(view.on),
    near,
    facets: labelledFacets(library, facetsOf(library, looked, filters), view.lang),
  }
}

/** Programmes that a filter leaves, as the calendar shows them. */
export function filteredProgrammes(library: Library, query: ProgrammeFilter, view: View): CatalogueEntry[] {
  const { q = '', ...filters } = query
  return about(library, q, view).entries.filter((entry) => matchesFilters(library, entry, filters))
}

interface About {
  readonly entries: readonly CatalogueEntry[]
  readonly near: boolean
  readonly found: ReadonlyMap<string, Found>
}

/** All programmes, or those that a search finds, the best first. */
function about(library: Library, q: string, { on, lang }: View): About {
  const entries = catalogueOn(library, on, lang)
  if (q.trim() === '') return { entries, near: false, found: new Map() }
  const { found, near } = search(library, q, lang)
  const byId = new Map(entries.map((entry) => [entry.programme.id, entry]))
  return {
    entries: found.flatMap(({ programme }) => byId.get(programme) ?? []),
    near,
    found: new Map(found.map((one) => [one.programme, one])),
  }
}

function foundText(found: Found | undefined): ProgrammeList['items'][number]['found'] {
  return (found?.where ?? []).map(({ field, parts }) => ({
    field,
    parts: parts.map((part) => ({ ...part })),
  }))
}
