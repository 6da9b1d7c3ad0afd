import type { FactSet, KnownFact, Library, RecordRow, Records, Subject } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { receivedBy, type StoredSubject } from './store.js'
import {
  type Observation,
  observationsOf,
  PLACE_KEY,
  recordsOf,
  type StoredRecord,
} from './store-observations.js'
import { readValue } from './stored-value.js'

export interface Known {
  readonly observations: readonly Observation[]
  readonly records: readonly StoredRecord[]
}

export async function knownOf(db: Db, subject: string): Promise<Known> {
  const [observations, records] = [await observationsOf(db, [subject]), await recordsOf(db, [subject])]
  return { observations, records }
}

/** The value that counts of each fact that the packs still have. */
export function factsOf({ facts }: Library, observations: readonly Observation[]): FactSet {
  const set = new Map<string, KnownFact>()
  for (const { key, value, source } of observations) {
    const def = facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
    if (set.has(key) || def === undefined || def.derived !== null) continue
    set.set(key, { value: readValue(value), ...(source === null ? {} : { source }) })
  }
  return set
}

export function recordSetOf({ records: defs }: Library, records: readonly StoredRecord[]): Records {
  const set = new Map<string, RecordRow[]>()
  for (const { record, cells } of records) {
    const fields = defs.get(record)?.fields
    if (!fields) continue
    const row = new Map(
      Object.entries(cells)
        .filter(([field]) => fields.has(field))
        .map(([field, value]) => [field, readValue(value)]),
    )
    set.set(record, [...(set.get(record) ?? []), row])
  }
  return set
}

/** A project is where its owner is, unless it says otherwise. */
export function placeOf({ facts, owner }: Subject): string | null {
  const place = facts.get(PLACE_KEY)?.value
  if (place?.kind === 'place') return place.code
  return owner ? placeOf(owner) : null
}

/** The subject as rules see it, with its owner. */
export async function situationOf(
  db: Db,
  library: Library,
  stored: StoredSubject,
  findOwner: (id: string) => Promise<StoredSubject | null>,
): Promise<{ situation: Subject; known: Known }> {
  const known = await knownOf(db, stored.id)
  const owner = stored.ownerId === null ? null : await findOwner(stored.ownerId)
  const situation: Subject = {
    id: stored.id,
    name: stored.name,
    audience: stored.audience,
    facts: factsOf(library, known.observations),
    records: recordSetOf(library, known.records),
    received: await receivedBy(db, stored.id),
    ...(owner ? { owner: (await situationOf(db, library, owner, findOwner)).situation } : {}),
  }
  return { situation, known }
}
