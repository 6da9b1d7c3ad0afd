import type { Library, Programme } from '@kehui/domain/rules'
import type { ProgrammeItem, ProgrammeList, ProgrammeQuery } from './schema.js'
import { packOf, programmeItem, type View } from './view.js'

export const PAGE_SIZE = 50

const STATUS_RANK = { open: 0, coming: 1, unknown: 2, closed: 3 } as const
const LEVEL_RANK: Readonly<Record<string, number>> = { 国家: 0, 省: 1, 市: 2, 区: 3 }

/** The library filtered: what can be applied for now first, then by level. */
export function listProgrammes(library: Library, query: ProgrammeQuery, view: View): ProgrammeList {
  const found = [...library.programmes.values()]
    .filter((programme) => matches(library, programme, query))
    .map((programme) => programmeItem(library, programme, view))
    .filter((item) => query.window === undefined || statusOf(item) === query.window)
    .sort(byUse)
  const first = ((query.page ?? 1) - 1) * PAGE_SIZE
  return { items: found.slice(first, first + PAGE_SIZE), total: found.length, pageSize: PAGE_SIZE }
}

function matches(library: Library, programme: Programme, query: ProgrammeQuery): boolean {
  const { level, region, mode, benefit, audience, q = '' } = query
  return (
    (level === undefined || packOf(library, programme).level === level) &&
    (region === undefined || programme.pack === region) &&
    (mode === undefined || programme.mode === mode) &&
    (benefit === undefined || programme.benefit === benefit) &&
    (audience === undefined || programme.audience === audience) &&
    isAbout(library, programme, q)
  )
}

/** Every word is in the title, the summary, the document or the region, in either language. */
function isAbout(library: Library, programme: Programme, q: string): boolean {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const { title, summary, source } = programme
  const pack = packOf(library, programme).title
  const texts = [title.zh, title.en, summary?.zh, summary?.en, pack.zh, pack.en]
  const all = [...texts, source.document, source.number, programme.id].join('\n').toLowerCase()
  return words.every((word) => all.includes(word))
}

function statusOf({ call }: ProgrammeItem): keyof typeof STATUS_RANK {
  return call?.status ?? 'unknown'
}

function byUse(a: ProgrammeItem, b: ProgrammeItem): number {
  return (
    STATUS_RANK[statusOf(a)] - STATUS_RANK[statusOf(b)] ||
    (LEVEL_RANK[a.level] ?? 9) - (LEVEL_RANK[b.level] ?? 9) ||
    a.id.localeCompare(b.id)
  )
}
