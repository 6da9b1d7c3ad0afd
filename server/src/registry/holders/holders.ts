import { partyKey } from '@kehui/domain/registry/kinds'
import type { Db } from '../../database/pool.js'
import { chosenCells } from '../chosen-cells.js'
import { importedRows } from '../store-imported.js'
import { type Holder, kindsOf, organisationsCalled, relatedHolders } from './store-holders.js'

/** The field in which a kind says whose it is. */
const FIELDS: Readonly<Record<string, string>> = {
  achievement: 'institution',
  patent: 'holder',
  facility: 'owner',
  person: 'institution',
}

/** Kinds that cannot answer by themselves: somebody who holds them does. */
const THINGS: readonly string[] = ['achievement', 'patent', 'facility', 'product']

export function isThing(kind: string): boolean {
  return THINGS.includes(kind)
}

/**
 * Who holds these resources, by id: the one organisation that a resource names, or else the one that a relation says
 * owns or makes it. A name that two have, and a resource that two hold, is held by nobody that could be told.
 */
export async function holdersOf(
  db: Db,
  region: number,
  resources: readonly string[],
): Promise<Map<string, Holder>> {
  const kinds = await kindsOf(db, region, resources)
  const held = [...kinds].flatMap(([id, kind]) => (FIELDS[kind] || isThing(kind) ? [id] : []))
  if (held.length === 0) return new Map()
  const cells = chosenCells(await importedRows(db, held))
  const names = new Map<string, string>()
  for (const id of held) {
    const named = cells.get(id)?.get(FIELDS[kinds.get(id) ?? ''] ?? '')
    if (typeof named === 'string' && named.trim() !== '') names.set(id, partyKey(named))
  }
  const called = await organisationsCalled(db, region, [...new Set(names.values())])
  const holders = new Map<string, Holder>()
  for (const [id, name] of names) {
    const holder = called.get(name)
    if (holder) holders.set(id, holder)
  }
  const left = held.filter((id) => !holders.has(id))
  for (const [id, holder] of await relatedHolders(db, region, left)) holders.set(id, holder)
  for (const [id, { id: holder }] of holders) if (id === holder) holders.delete(id)
  return holders
}

export async function holderOf(db: Db, region: number, resource: string): Promise<Holder | null> {
  return (await holdersOf(db, region, [resource])).get(resource) ?? null
}
