import { type Candidate, isRegister, type SeenFact, type SeenRecord } from '@kehui/domain/insights/leads'
import type { Library } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { factsOf, recordSetOf } from '../registry/known.js'
import { findSubjects, type StoredSubject } from '../registry/store.js'
import type { Observation, StoredRecord } from '../registry/store-observations.js'
import { toldOf } from '../registry/told.js'
import { awardsWithAmounts, leadsOfOthers, type StoredAward, type StoredLead } from './store-candidates.js'

export interface Reading {
  readonly db: Db
  readonly library: Library
  readonly region: number
  /** The list that the new one follows: who is on it is no repetition. */
  readonly follows: string | null
}

export type Found = { readonly stored: StoredSubject; readonly candidate: Candidate }

/** Subjects with all that is known of them and by whom, in a handful of queries. */
export async function candidatesOf(reading: Reading, ids: readonly string[]): Promise<Found[]> {
  const { db, library, region, follows } = reading
  const subjects = await findSubjects(db, region, ids)
  const owners = [...new Set(subjects.flatMap(({ ownerId }) => ownerId ?? []))]
  const above = owners.length > 0 ? await candidatesOf(reading, owners) : []
  const ownerOf = new Map(above.map(({ candidate }) => [candidate.id, candidate]))
  const known = subjects.map(({ id }) => id)
  const told = await toldOf(db, known)
  const observations = groupedBySubject(told.observations)
  const records = groupedBySubject(told.records)
  const received = groupedBySubject(told.received)
  const awards = groupedBySubject(await awardsWithAmounts(db, known))
  const leads = groupedBySubject(await leadsOfOthers(db, region, known, follows))
  return subjects.map((stored) => {
    const { id, name, audience, creditCode, ownerId } = stored
    const owner = ownerId === null ? undefined : ownerOf.get(ownerId)
    const candidate: Candidate = {
      id,
      name,
      audience,
      creditCode,
      facts: seenFacts(library, observations.get(id) ?? []),
      records: (records.get(id) ?? []).flatMap((one) => seenRecord(library, one)),
      awards: [
        ...(awards.get(id) ?? []).map(awarded),
        ...(received.get(id) ?? []).map(({ programme }) => ({ programme, on: null, fen: null })),
      ],
      listed: (leads.get(id) ?? []).map((lead) => ({ ...awarded(lead), list: lead.list })),
      ...(owner ? { owner } : {}),
    }
    return { stored, candidate }
  })
}

/** A value that its fact cannot have counts as not known, and none that is older stands in for it. */
function seenFacts(library: Library, observations: readonly Observation[]): SeenFact[] {
  const misfits = new Set<string>()
  return observations.flatMap((observation) => {
    const { key, source, standing, observedAt } = observation
    const value = factsOf(library, [observation]).get(key)?.value
    if (value === undefined) misfits.add(key)
    if (value === undefined || misfits.has(key)) return []
    return [{ key, value, source, fromRegister: isRegister(library, { source, standing }), observedAt }]
  })
}

function seenRecord(library: Library, stored: StoredRecord): SeenRecord[] {
  const { record, source, standing } = stored
  const rows = recordSetOf(library, [stored]).get(record) ?? []
  return rows.map((row) => ({
    record,
    row,
    source,
    fromRegister: isRegister(library, { source, ...(standing ? { standing } : {}) }),
  }))
}

function awarded({ programme, on, fen }: StoredAward | StoredLead) {
  return { programme, on, fen: fen === null ? null : BigInt(fen) }
}

function groupedBySubject<T extends { readonly subject: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.subject)
    if (group) group.push(row)
    else groups.set(row.subject, [row])
  }
  return groups
}
