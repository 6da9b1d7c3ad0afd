import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { api } from '../../ui/api.js'
import { type News, newsOf, readSeen, type Seen, seenFrom, withSeen } from './news.js'

const STORAGE_KEY = 'kehui.library-seen'

let current: Seen | null | undefined
const listeners = new Set<() => void>()

function currentSeen(): Seen | null {
  if (current === undefined) {
    try {
      current = readSeen(localStorage.getItem(STORAGE_KEY))
    } catch {
      current = null
    }
  }
  return current
}

function keep(seen: Seen): void {
  current = seen
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(seen))
  } catch {
    // Where storage is switched off, each visit is a first one.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface LibraryNews {
  readonly news: ReadonlyMap<string, News>
  /** The day of the last visit, once there was one. */
  readonly since: string | null
  readonly markAllSeen: () => void
}

/** What is new since the reader last saw the library; the first visit sees all of it. */
export function useNews(): LibraryNews {
  const seen = useSyncExternalStore(subscribe, currentSeen, () => null)
  const standing = useQuery({ queryKey: ['library-standing'], queryFn: () => api.libraryStanding() })
  const now = standing.data
  useEffect(() => {
    if (seen === null && now) keep(seenFrom(now))
  }, [seen, now])
  const markAllSeen = useCallback(() => {
    if (now) keep(seenFrom(now))
  }, [now])
  return { news: now ? newsOf(seen, now) : new Map(), since: seen?.on ?? null, markAllSeen }
}

/** Who opens a programme has seen what is new of it. */
export function useSeen(id: string): void {
  const standing = useQuery({ queryKey: ['library-standing'], queryFn: () => api.libraryStanding() })
  const now = standing.data
  useEffect(() => {
    const seen = currentSeen()
    if (seen !== null && now && newsOf(seen, now).has(id)) keep(withSeen(seen, now, id))
  }, [id, now])
}
