import type { Entry } from '@kehui/server/client'

/** One programme may be answered for several of a company's projects, contracts or loans. */
export function entryId(entry: Pick<Entry, 'programme' | 'subject'>): string {
  return `${entry.programme}~${entry.subject.id}`
}
