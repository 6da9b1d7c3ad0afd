import type { Library } from '../../rules/programme.js'
import type { CatalogueEntry } from './entry.js'

export const FILTER_NAMES = [
  'place',
  'region',
  'level',
  'department',
  'mode',
  'benefit',
  'audience',
  'industry',
  'window',
  'verified',
] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** What is asked of the catalogue; a place is a code. */
export type Filters = { readonly [name in FilterName]?: string | undefined }

export interface Option {
  readonly value: string
  /** How many programmes there would be with it, all other filters kept. */
  readonly count: number
}
export type Facets = { readonly [name in FilterName]: readonly Option[] }

type Values = (entry: CatalogueEntry) => readonly string[]

/** What a programme answers to each filter; a place and an industry are asked otherwise. */
const VALUES: Readonly<Record<Exclude<FilterName, 'place' | 'industry'>, Values>> = {
  region: ({ pack }) => [pack.id],
  level: ({ pack }) => [pack.level],
  department: ({ issuers }) => issuers,
  mode: ({ programme }) => [programme.mode],
  benefit: ({ programme }) => [programme.benefit],
  audience: ({ programme }) => [programme.audience],
  window: ({ status }) => [status],
  verified: ({ verified }) => [verified],
}

export function matchesFilters(
  library: Library,
  entry: CatalogueEntry,
  filters: Filters,
  without: FilterName | null = null,
): boolean {
  return FILTER_NAMES.every((name) => {
    const wanted = filters[name]
    return wanted === undefined || name === without || matches(library, entry, name, wanted)
  })
}

function matches(library: Library, entry: CatalogueEntry, name: FilterName, wanted: string): boolean {
  if (name === 'place') return appliesIn(library, entry, wanted)
  if (name === 'industry') return entry.industries === null || entry.industries.includes(wanted)
  return VALUES[name](entry).includes(wanted)
}

/** A programme applies in its place and in all that lies within; one without a place applies everywhere. */
function appliesIn({ places }: Library, { programme }: CatalogueEntry, code: string): boolean {
  return programme.place === null || places.within(code, programme.place.code)
}

/** The options of every filter, each counted as if it were chosen and the others kept; those of no use are left out. */
export function facetsOf(library: Library, entries: readonly CatalogueEntry[], filters: Filters): Facets {
  const facet = (name: FilterName): readonly Option[] => {
    const left = entries.filter((entry) => matchesFilters(library, entry, filters, name))
    return valuesOf(library, entries, name)
      .map((value) => ({
        value,
        count: left.filter((entry) => matches(library, entry, name, value)).length,
      }))
      .filter(({ value, count }) => count > 0 || value === filters[name])
  }
  return Object.fromEntries(FILTER_NAMES.map((name) => [name, facet(name)])) as Facets
}

function valuesOf(library: Library, entries: readonly CatalogueEntry[], name: FilterName): string[] {
  if (name === 'place') return placesOf(library)
  if (name === 'industry') return [...(library.facts.get(library.industry ?? '')?.options.keys() ?? [])]
  return [...new Set(entries.flatMap(VALUES[name]))]
}

/** The places of the packs with what holds them and what lies directly within, from the widest down. */
export function placesOf({ packs, places }: Library): string[] {
  const codes = [...packs.values()].flatMap(({ appliesCode }) => (appliesCode === null ? [] : [appliesCode]))
  const holders = (code: string): string[] => {
    const parent = places.parent(code)
    return parent === null || places.parent(parent) === null ? [code] : [...holders(parent), code]
  }
  return [...new Set(codes.flatMap((code) => [...holders(code), ...places.children(code)]))].sort()
}
