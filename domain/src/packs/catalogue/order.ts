import type { CatalogueEntry } from './entry.js'

export const SORTS = ['use', 'relevance', 'deadline', 'date', 'title'] as const
export type Sort = (typeof SORTS)[number]

const STATUS_RANK = { open: 0, coming: 1, unknown: 2, closed: 3 } as const
const LEVEL_RANK = { 国家: 0, 省: 1, 市: 2, 区: 3 } as const
/** Later than any date of a call, earlier than any of a document. */
const [NEVER, ALWAYS] = ['9999', '0000']

type Compare = (a: CatalogueEntry, b: CatalogueEntry) => number

/** What can be applied for now first, then by level. */
const byUse: Compare = (a, b) =>
  STATUS_RANK[a.status] - STATUS_RANK[b.status] ||
  LEVEL_RANK[a.pack.level] - LEVEL_RANK[b.pack.level] ||
  byText(a.programme.id, b.programme.id)

const COMPARE: Readonly<Record<Exclude<Sort, 'relevance'>, Compare>> = {
  use: byUse,
  deadline: (a, b) =>
    STATUS_RANK[a.status] - STATUS_RANK[b.status] || byText(nextDay(a), nextDay(b)) || byUse(a, b),
  date: (a, b) => byText(issued(b), issued(a)) || byUse(a, b),
  title: (a, b) => a.programme.title.zh.localeCompare(b.programme.title.zh, 'zh') || byUse(a, b),
}

/** Sorted anew; what the search ranked stays as it is where that is asked for. */
export function ordered(entries: readonly CatalogueEntry[], sort: Sort): CatalogueEntry[] {
  return sort === 'relevance' ? [...entries] : [...entries].sort(COMPARE[sort])
}

/** An open call is pressing by its end, one to come by its beginning. */
function nextDay({ call, status }: CatalogueEntry): string {
  return (status === 'coming' ? call?.from : call?.to) ?? NEVER
}

function issued({ programme }: CatalogueEntry): string {
  return programme.source.date ?? ALWAYS
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
