import { KINDS } from '@kehui/domain/registry/kinds'
import type { Library } from '@kehui/domain/rules'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { regionOf } from '../registry/store-region.js'
import type { Names } from './names.js'
import type { Found, FoundItem, SearchQuery } from './schema.js'
import { type FoundSubject, foundByCode, foundSubjects, kindNumber } from './store.js'

export const PAGE = 20
/** Hits collected for a page, and for a file. */
const MOST = 1_000
export const MOST_IN_FILE = 10_000
const MOST_PLACES = 12
const CODES = 20

/** Identifiers are letters and digits, some of them: six of them at least before it is looked for as one. */
const CODE = /^(?=.*\d{2})[0-9a-z][0-9a-z./-]{4,39}$/i

/** One page of what is found, with what the filters would find. */
export async function find(
  context: AppContext,
  names: Names,
  query: SearchQuery,
  lang: Lang,
): Promise<Found> {
  const { page = 1 } = query
  const region = await regionOf(context.pool)
  const wanted = page * PAGE
  const [answer, coded] = await Promise.all([
    names.search(region, { ...nameQuery(query), most: MOST, wanted }),
    codesOf(context, region, query, page),
  ])
  const ids = answer.hits.map(({ id }) => id).filter((id) => !coded.some((c) => c.id === id))
  const first = (page - 1) * PAGE
  const named = await foundSubjects(context.pool, region, [...new Set(ids)].slice(first, wanted))
  const items = [...coded, ...named].slice(0, PAGE)
  return {
    items: items.map((item) => itemOf(context.library, item, lang)),
    total: answer.total + coded.length,
    more: answer.more,
    kinds: kindsOf(answer.kinds, coded, lang),
    places: placesOf(context.library, answer.cities, query.place),
    pageSize: PAGE,
  }
}

/** All that is found, up to a limit, for a file. */
export async function findAll(
  context: AppContext,
  names: Names,
  query: SearchQuery,
): Promise<FoundSubject[]> {
  const region = await regionOf(context.pool)
  const answer = await names.search(region, { ...nameQuery(query), most: MOST_IN_FILE, wanted: MOST_IN_FILE })
  const coded = await codesOf(context, region, query, 1)
  const ids = [...coded.map(({ id }) => id), ...answer.hits.map(({ id }) => id)]
  return foundSubjects(context.pool, region, [...new Set(ids)])
}

function nameQuery({ q = '', kind, place }: SearchQuery) {
  return {
    typed: q,
    ...(kind === undefined ? {} : { kind: kindNumber(kind) }),
    ...(place === undefined ? {} : { places: rangeOf(place) }),
  }
}

/** 52 is all of 520000 to 529999. */
function rangeOf(place: string): [number, number] {
  const trimmed = place.replace(/(00)+$/, '')
  return [Number(trimmed.padEnd(6, '0')), Number(trimmed.padEnd(6, '9'))]
}

async function codesOf(
  { pool }: AppContext,
  region: number,
  { q = '', kind, place }: SearchQuery,
  page: number,
): Promise<FoundSubject[]> {
  const code = q.normalize('NFKC').trim().toUpperCase()
  if (page > 1 || !CODE.test(code)) return []
  const found = await foundByCode(pool, region, code, CODES)
  const prefix = place?.replace(/(00)+$/, '')
  return found.filter(
    (f) => (kind === undefined || f.kind === kind) && (prefix === undefined || f.place?.startsWith(prefix)),
  )
}

export function itemOf({ places }: Library, found: FoundSubject, lang: Lang): FoundItem {
  const { id, kind, name, place, code, audience, sample } = found
  return {
    id,
    kind,
    kindName: kindName(kind, lang),
    name,
    place: place === null ? null : places.path(place) || place,
    code,
    hasPackage: audience !== null,
    sample,
  }
}

export function kindName(id: string, lang: Lang): string {
  const kind = KINDS.find((k) => k.id === id)
  return kind ? inLang(kind.label, lang) : id
}

function kindsOf(counts: ReadonlyMap<number, number>, coded: readonly FoundSubject[], lang: Lang) {
  return KINDS.map(({ id }, number) => ({
    id,
    name: kindName(id, lang),
    count: (counts.get(number) ?? 0) + coded.filter((c) => c.kind === id).length,
  })).filter(({ count }) => count > 0)
}

/** Provinces, or the cities of the one that is asked for; the most frequent first. */
function placesOf({ places }: Library, cities: ReadonlyMap<number, number>, asked: string | undefined) {
  const counts = new Map<string, number>()
  for (const [city, count] of cities) {
    if (city === 0) continue
    const four = String(city).padStart(4, '0')
    const code = asked === undefined ? `${four.slice(0, 2)}0000` : `${four}00`
    if (places.name(code) === '') continue
    counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return [...counts]
    .map(([id, count]) => ({ id, name: places.name(id), count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_PLACES)
}
