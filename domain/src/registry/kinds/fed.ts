import { type FactValue, factValue } from '../facts/index.js'
import type { Cell } from '../fields/index.js'
import type { CountFeed, Feed, RecordFeed, TitleFeed } from './feed.js'
import { fieldOf, type Kind } from './kind.js'

/** What one resource comes to for a party. */
export type Fed =
  | { readonly as: 'record'; readonly record: string; readonly cells: Readonly<Record<string, FactValue>> }
  /** `since` is the day from which it holds. */
  | { readonly as: 'title'; readonly fact: string; readonly holds: boolean; readonly since: string | null }
  | { readonly as: 'count'; readonly facts: readonly string[] }
  | { readonly as: 'received'; readonly programme: string }

export type Cells = ReadonlyMap<string, Cell>

/** Null where what is known of the resource says nothing of its party. */
export function fedBy(kind: Kind, feed: Feed, cells: Cells, today: string): Fed | null {
  switch (feed.as) {
    case 'record':
      return { as: 'record', record: feed.record, cells: recordCells(kind, feed, cells) }
    case 'title':
      return titleFact(feed, cells, today)
    case 'count': {
      const facts = factsCounted(feed, cells)
      return facts.length === 0 ? null : { as: 'count', facts }
    }
    case 'received': {
      const programme = cells.get(feed.programme)
      return typeof programme === 'string' ? { as: 'received', programme } : null
    }
  }
}

function recordCells(kind: Kind, { cells: wanted }: RecordFeed, cells: Cells): Record<string, FactValue> {
  const found: Record<string, FactValue> = {}
  for (const [name, source] of Object.entries(wanted)) {
    const coded = typeof source !== 'string'
    const field = fieldOf(kind, coded ? source.field : source)
    const cell = field && cells.get(field.name)
    if (!field || cell === undefined) continue
    const value = coded ? codedValue(source.codes[String(cell)]) : factValue(field.type, cell)
    if (value) found[name] = value
  }
  return found
}

function codedValue(code: string | undefined): FactValue | null {
  return code === undefined ? null : { kind: 'choice', value: code }
}

function titleFact(feed: TitleFeed, cells: Cells, today: string): Fed | null {
  const name = cells.get(feed.name)
  if (typeof name !== 'string') return null
  const day = (field: string): string | null => {
    const cell = cells.get(field)
    return typeof cell === 'string' ? cell : null
  }
  const [from, until, revoked] = [day(feed.from), day(feed.until), day(feed.revoked)]
  // Whoever is to hold it only later says nothing of today.
  if (from !== null && from > today) return null
  const ended =
    revoked !== null && revoked <= today ? revoked : until !== null && until < today ? until : null
  const fact = feed.names[name] ?? name
  return { as: 'title', fact, holds: ended === null, since: ended ?? from }
}

function factsCounted({ facts }: CountFeed, cells: Cells): string[] {
  return Object.entries(facts).flatMap(([fact, where]) =>
    Object.entries(where).every(([field, codes]) => codes.includes(String(cells.get(field) ?? '')))
      ? [fact]
      : [],
  )
}
