import type { Library, Subject } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { allReceived, factsOf, type KeptFault, recordSetOf } from './known.js'
import { awardsOf, findSubjects, packsLookedAt, type StoredSubject } from './store.js'
import { toldOf } from './told.js'

/** A stored subject as rules see it, and the packs to look at beside those of its place. */
export interface Situated {
  readonly stored: StoredSubject
  readonly situation: Subject
  readonly packs: readonly string[]
  /** What is stored of it that counts as not known. */
  readonly faults: readonly KeptFault[]
}

/** Many subjects at once, in a handful of queries; those that are not there are left out. */
export async function situationsOf(
  db: Db,
  library: Library,
  region: number,
  ids: readonly string[],
): Promise<Situated[]> {
  const subjects = await findSubjects(db, region, ids)
  const owners = [...new Set(subjects.flatMap(({ ownerId }) => ownerId ?? []))]
  const ownersAbove = owners.length > 0 ? await situationsOf(db, library, region, owners) : []
  const ownerOf = new Map(ownersAbove.map(({ stored, situation }) => [stored.id, situation]))
  const known = subjects.map(({ id }) => id)
  const told = await toldOf(db, known)
  const [observations, records, received, awards, packs] = [
    grouped(told.observations),
    grouped(told.records),
    grouped(told.received),
    grouped(await awardsOf(db, known)),
    grouped(await packsLookedAt(db, known)),
  ]
  return subjects.map((stored) => {
    const faults: KeptFault[] = []
    const owner = stored.ownerId === null ? undefined : ownerOf.get(stored.ownerId)
    const situation: Subject = {
      id: stored.id,
      name: stored.name,
      audience: stored.audience,
      facts: factsOf(library, observations.get(stored.id) ?? [], faults),
      records: recordSetOf(library, records.get(stored.id) ?? [], faults),
      received: allReceived(
        (awards.get(stored.id) ?? []).map(({ programme }) => programme),
        received.get(stored.id) ?? [],
      ),
      ...(owner ? { owner } : {}),
    }
    return { stored, situation, packs: (packs.get(stored.id) ?? []).map(({ pack }) => pack), faults }
  })
}

function grouped<T extends { readonly subject: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.subject)
    if (group) group.push(row)
    else groups.set(row.subject, [row])
  }
  return groups
}
