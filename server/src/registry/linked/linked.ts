import { byPrecedence } from '@kehui/domain/registry/facts'
import { type Fed, fedBy, partyKey } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { dateInChina } from '../../date-in-china.js'
import { chosenCells } from '../chosen-cells.js'
import { type ImportedRow, type ImportOrigin, importedRows } from '../store-imported.js'
import { canBeParty, KIND_BY_ID } from './party-kinds.js'
import { type Link, linksOf } from './store-links.js'

/** What one resource says of one subject, and who said so. */
export interface Linked {
  readonly subject: string
  readonly resource: string
  /** What the resource is called: the title of a contract. */
  readonly name: string
  readonly fed: Fed
  readonly origin: ImportOrigin
}

/** What resources that name them as a party say of these subjects; what is undone or taken back says nothing. */
export async function linkedOf(db: Db, subjects: readonly string[]): Promise<Linked[]> {
  if (subjects.length === 0) return []
  const links = await linksOf(db, subjects)
  if (links.length === 0) return []
  const rows = await importedRows(db, [...new Set(links.map(({ resource }) => resource))])
  const cells = chosenCells(rows)
  const origins = latestOrigins(rows)
  const today = dateInChina(new Date())
  return together(links).flatMap(({ targets, ...link }) => {
    const [kind, own, origin] = [
      KIND_BY_ID.get(link.kind),
      cells.get(link.resource),
      origins.get(link.resource),
    ]
    if (!kind || !own || !origin) return []
    return kind.feeds.flatMap((feed): Linked[] => {
      const party = own.get(feed.party)
      // A later row may name another: the link is of the earlier one.
      if (typeof party !== 'string' || !targets.has(partyKey(party))) return []
      if (!canBeParty(kind, feed.party, link.subjectKind)) return []
      const fed = fedBy(kind, feed, own, today)
      return fed ? [{ subject: link.subject, resource: link.resource, name: link.name, fed, origin }] : []
    })
  })
}

/** One may be named by its name and by its code. */
function together(links: readonly Link[]): (Omit<Link, 'target'> & { readonly targets: Set<string> })[] {
  const pairs = new Map<string, Omit<Link, 'target'> & { readonly targets: Set<string> }>()
  for (const { target, ...link } of links) {
    const key = `${link.subject} ${link.resource}`
    const pair = pairs.get(key) ?? { ...link, targets: new Set<string>() }
    pair.targets.add(target)
    pairs.set(key, pair)
  }
  return [...pairs.values()]
}

/** Who said it first in the order of precedence. */
function latestOrigins(rows: readonly ImportedRow[]): Map<string, ImportOrigin> {
  const found = new Map<string, ImportOrigin>()
  for (const { subject, origin } of rows) {
    const before = found.get(subject)
    if (!before || byPrecedence(ranked(origin), ranked(before)) < 0) found.set(subject, origin)
  }
  return found
}

function ranked({ observedOn, standing, confidence, recordedAt }: ImportOrigin) {
  return { observedOn, standing, confidence, recorded: recordedAt }
}
