import { randomUUID } from 'node:crypto'
import type { Audience, FactSet, Records } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { recordChange } from './store-changes.js'
import { insertObservations, insertRecords, type Origin } from './store-observations.js'

export interface NewSubject {
  /** A UUID, where something given with it refers to it by that; made here otherwise. */
  readonly id?: string
  readonly name: string
  readonly audience: Audience
  readonly creditCode?: string | null
  readonly sample?: boolean
  /** Id of a subject that is there already or comes earlier in the same list. */
  readonly owner?: string | null
  readonly facts?: FactSet
  readonly records?: Records
  /** By kind of record, where they are not from the source of all that is written with them. */
  readonly recordSources?: ReadonlyMap<string, string>
}

/** Enters many at once, with all that is known of them; their ids, in the order given. */
export async function insertSubjects(
  db: Db,
  region: number,
  subjects: readonly NewSubject[],
  origin: Origin = {},
): Promise<string[]> {
  const withIds = subjects.map((subject) => ({ ...subject, id: subject.id ?? randomUUID() }))
  await db.query(
    `INSERT INTO subject (id, region_id, name, kind, audience, credit_code, sample, owner_id)
     SELECT id, $1, name, audience, audience, credit_code, sample, owner
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::uuid[])
       AS given (id, name, audience, credit_code, sample, owner)`,
    [
      region,
      withIds.map((s) => s.id),
      withIds.map((s) => s.name),
      withIds.map((s) => s.audience),
      withIds.map((s) => s.creditCode ?? null),
      withIds.map((s) => s.sample ?? false),
      withIds.map((s) => s.owner ?? null),
    ],
  )
  const batch = { ...origin, batch: origin.batch ?? randomUUID() }
  const observations = withIds.flatMap(({ id, facts }) =>
    [...(facts ?? [])].map(([key, { value, source }]) => ({ subject: id, key, value, source })),
  )
  const records = withIds.flatMap(({ id, records: kinds, recordSources: sources }) =>
    [...(kinds ?? [])].flatMap(([record, rows]) =>
      rows.map((row) => ({ subject: id, record, row, source: sources?.get(record) })),
    ),
  )
  if (observations.length > 0) await insertObservations(db, observations, batch)
  if (records.length > 0) await insertRecords(db, records, batch)
  await recordChange(db, region, { what: 'written', subjects: withIds.map((s) => s.id) })
  return withIds.map((s) => s.id)
}
