import { type Feed, fieldOf, KINDS, type Kind } from '@kehui/domain/registry/kinds'
import { hasCreditCode } from '../imports/store-known.js'

export const KIND_BY_ID: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.id, kind]))

/** The kinds that a party of a field can be: those it names, and all that share a register of codes with them. */
function partiesOf(kind: Kind, field: string): string[] {
  const of = fieldOf(kind, field)?.of
  const named = of == null ? undefined : KIND_BY_ID.get(of)
  if (!named) return []
  return hasCreditCode(named) ? KINDS.filter(hasCreditCode).map(({ id }) => id) : [named.id]
}

const byParty = new Map(
  KINDS.flatMap((kind) =>
    kind.feeds.map(({ party }) => [`${kind.id} ${party}`, new Set(partiesOf(kind, party))] as const),
  ),
)

export function canBeParty(kind: Kind, party: string, of: string): boolean {
  return byParty.get(`${kind.id} ${party}`)?.has(of) ?? false
}

/** All kinds that anything is told of by resources that name them. */
export const PARTY_KINDS: readonly string[] = [
  ...new Set([...byParty.values()].flatMap((kinds) => [...kinds])),
]

/** Kinds of resources that may say something under one of these keys of facts or in one of these records. */
export function kindsFeeding(keys: readonly string[]): string[] {
  return KINDS.filter(({ feeds }) => feeds.some((feed) => keys.some((key) => isFedIn(feed, key)))).map(
    ({ id }) => id,
  )
}

function isFedIn(feed: Feed, key: string): boolean {
  switch (feed.as) {
    case 'record':
      return feed.record === key
    // A title can be of any name.
    case 'title':
      return true
    case 'count':
      return feed.facts[key] !== undefined
    case 'received':
      return false
  }
}
