import type { LibraryStanding } from '@kehui/server/client'

type Standing = LibraryStanding['programmes'][number]
export type News = 'new' | 'changed' | 'call' | 'opened' | 'closed'

/** How the library stood when the reader last saw it; kept in the browser alone. */
export interface Seen {
  readonly on: string
  readonly programmes: Readonly<Record<string, Pick<Standing, 'print' | 'calls'>>>
}

export function seenFrom({ on, programmes }: LibraryStanding): Seen {
  return {
    on,
    programmes: Object.fromEntries(programmes.map(({ id, print, calls }) => [id, { print, calls }])),
  }
}

/** One programme as seen now, the others as they were. */
export function withSeen(seen: Seen, standing: LibraryStanding, id: string): Seen {
  const now = standing.programmes.find((programme) => programme.id === id)
  if (!now) return seen
  return { ...seen, programmes: { ...seen.programmes, [id]: { print: now.print, calls: now.calls } } }
}

/** What is new of each programme since then; on a first visit nothing is. */
export function newsOf(seen: Seen | null, standing: LibraryStanding): ReadonlyMap<string, News> {
  if (seen === null) return new Map()
  return new Map(
    standing.programmes.flatMap((now): [string, News][] => {
      const news = newsOfOne(seen.programmes[now.id], now)
      return news === null ? [] : [[now.id, news]]
    }),
  )
}

/** The most pressing of what is new: a call that opened before a text that was changed. */
function newsOfOne(before: Pick<Standing, 'print' | 'calls'> | undefined, now: Standing): News | null {
  if (before === undefined) return 'new'
  const old = new Map(before.calls.map(({ key, status }) => [key, status]))
  const turned = now.calls.filter(({ key, status }) => old.has(key) && old.get(key) !== status)
  if (turned.some(({ status }) => status === 'open')) return 'opened'
  if (now.calls.some(({ key, status }) => !old.has(key) && status !== 'closed')) return 'call'
  if (before.print !== now.print) return 'changed'
  // A call of every year that is over at once is coming again.
  return turned.some(({ key, status }) => status === 'closed' || old.get(key) === 'open') ? 'closed' : null
}

/** Reads what was kept; anything else is as if it were a first visit. */
export function readSeen(stored: string | null): Seen | null {
  let found: unknown
  try {
    found = JSON.parse(stored ?? 'null')
  } catch {
    return null
  }
  return isSeen(found) ? found : null
}

function isSeen(found: unknown): found is Seen {
  if (typeof found !== 'object' || found === null) return false
  const { on, programmes } = found as Partial<Record<keyof Seen, unknown>>
  return (
    typeof on === 'string' &&
    typeof programmes === 'object' &&
    programmes !== null &&
    Object.values(programmes).every(isStanding)
  )
}

function isStanding(found: unknown): boolean {
  if (typeof found !== 'object' || found === null) return false
  const { print, calls } = found as { print?: unknown; calls?: unknown }
  return typeof print === 'string' && Array.isArray(calls)
}
