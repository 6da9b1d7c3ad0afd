import {
  type FactSet,
  type KnownFact,
  type Library,
  type Misfit,
  misfitOf,
  type RecordRow,
  type Records,
  type Subject,
  type Value,
  type ValueDef,
} from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { receivedBy, type StoredSubject } from './store.js'
import { type Observation, PLACE_KEY, type StoredRecord } from './store-observations.js'
import { readValue, type StoredValue } from './stored-value.js'
import { type Told, toldOf } from './told.js'

export interface Known {
  readonly observations: readonly Observation[]
  readonly records: readonly StoredRecord[]
  readonly received: Told['received']
}

export async function knownOf(db: Db, subject: string): Promise<Known> {
  return toldOf(db, [subject])
}

/** A stored value that its fact cannot have: it is told of, and counts as not known. */
export interface KeptFault {
  /** As it is written: `职工总数@2025`, `技术合同[2].到账额`. */
  readonly key: string
  readonly value: StoredValue
  readonly misfit: Misfit
  readonly def: ValueDef
}

/** The value that counts of each fact that the packs still have, where the fact can have it. */
export function factsOf(
  { facts }: Library,
  observations: readonly Observation[],
  faults: KeptFault[] = [],
): FactSet {
  const set = new Map<string, KnownFact>()
  const seen = new Set<string>()
  for (const { key, value, source, atLeast } of observations) {
    const def = facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
    if (seen.has(key) || def === undefined || def.derived !== null) continue
    seen.add(key)
    const fits = fitting(key, value, def, faults)
    const read = atLeast && fits?.kind === 'quantity' ? { ...fits, hi: def.hi } : fits
    if (read) set.set(key, { value: read, ...(source === null ? {} : { source }) })
  }
  return set
}

export function recordSetOf(
  { records: defs }: Library,
  records: readonly StoredRecord[],
  faults: KeptFault[] = [],
): Records {
  const set = new Map<string, RecordRow[]>()
  for (const { record, cells } of records) {
    const fields = defs.get(record)?.fields
    if (!fields) continue
    const rows = set.get(record) ?? []
    const row = new Map<string, Value>()
    for (const [field, value] of Object.entries(cells)) {
      const def = fields.get(field)
      const read = def && fitting(`${record}[${rows.length + 1}].${field}`, value, def, faults)
      if (read) row.set(field, read)
    }
    set.set(record, [...rows, row])
  }
  return set
}

function fitting(key: string, stored: StoredValue, def: ValueDef, faults: KeptFault[]): Value | null {
  const value = isReadable(stored) ? readValue(stored) : null
  const misfit = value === null ? 'type' : misfitOf(value, def)
  if (misfit === null) return value
  faults.push({ key, value: stored, misfit, def })
  return null
}

/** Whatever else writes into the database may not hold to whole numbers. */
function isReadable(stored: StoredValue): boolean {
  return stored.kind !== 'quantity' || [stored.lo, stored.hi].every((end) => /^-?\d+$/.test(end))
}

/** A project is where its owner is, unless it says otherwise. */
export function placeOf({ facts, owner }: Subject): string | null {
  const place = facts.get(PLACE_KEY)?.value
  if (place?.kind === 'place') return place.code
  return owner ? placeOf(owner) : null
}

/** Programmes whose award it received, by what was entered and by what resources say. */
export function allReceived(
  entered: readonly string[],
  told: readonly { readonly programme: string }[],
): string[] {
  return [...new Set([...entered, ...told.map(({ programme }) => programme)])]
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
    received: allReceived(await receivedBy(db, stored.id), known.received),
    ...(owner ? { owner: (await situationOf(db, library, owner, findOwner)).situation } : {}),
  }
  return { situation, known }
}
