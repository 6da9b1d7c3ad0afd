import { randomUUID } from 'node:crypto'
import type { Standing } from '@kehui/domain/registry/facts'
import type { RecordRow, Value } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'
import { mergedObservations } from './imported-facts.js'
import { importedRows } from './store-imported.js'
import { bumpRevisions } from './store-revision.js'
import { type StoredValue, storeValue } from './stored-value.js'

export const PLACE_KEY = '注册地'

export interface Observation {
  readonly id: string
  readonly subject: string
  readonly key: string
  readonly value: StoredValue
  readonly source: string | null
  /** What its source is, where that is said of it. */
  readonly standing?: Standing
  /** YYYY-MM-DD */
  readonly observedAt: string
  /** Its number is known as the least that it can be. */
  readonly atLeast?: boolean
}

export interface NewObservation {
  readonly subject: string
  readonly key: string
  readonly value: Value
  /** Where it is not from the source of all that is written with it. */
  readonly source?: string | undefined
}

export interface StoredRecord {
  readonly id: string
  readonly subject: string
  readonly record: string
  readonly cells: Readonly<Record<string, StoredValue>>
  readonly source: string | null
  /** What its source is, where that is said of it. */
  readonly standing?: Standing
}

export interface NewRecord {
  readonly subject: string
  readonly record: string
  readonly row: RecordRow
  readonly source?: string | undefined
}

/** Who said it, and on which day; `batch` is what it can all be taken back by. */
export interface Origin {
  readonly source?: string | null
  readonly observedAt?: string
  readonly batch?: string
}

/** Every value that holds, entered or imported, for each key the one that counts first: see byPrecedence. */
export async function observationsOf(db: Db, subjects: readonly string[]): Promise<Observation[]> {
  const entered = await enteredObservations(db, subjects)
  const rows = await importedRows(db, subjects)
  return rows.length === 0 ? entered : mergedObservations(entered, rows)
}

/** Those that somebody entered: the latest seen, then the latest entered. */
export async function enteredObservations(db: Db, subjects: readonly string[]): Promise<Observation[]> {
  const { rows } = await db.query<Observation>(
    `SELECT id::text, subject_id AS subject, key, value, source, observed_at AS "observedAt"
     FROM observation WHERE subject_id = ANY ($1::uuid[]) AND retracted_at IS NULL
     ORDER BY subject_id, key, observed_at DESC, observation.id DESC`,
    [subjects],
  )
  return rows
}

export async function recordsOf(db: Db, subjects: readonly string[]): Promise<StoredRecord[]> {
  const { rows } = await db.query<StoredRecord>(
    `SELECT id::text, subject_id AS subject, record, cells, source
     FROM record_row WHERE subject_id = ANY ($1::uuid[]) AND retracted_at IS NULL
     ORDER BY subject_id, record, record_row.id`,
    [subjects],
  )
  return rows
}

/** The ids of what was written, in the order given. */
export async function insertObservations(
  db: Db,
  observations: readonly NewObservation[],
  { source = null, observedAt, batch = randomUUID() }: Origin = {},
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO observation (subject_id, key, value, source, observed_at, batch)
     SELECT subject, key, value, coalesce(own, $4), coalesce($5::date, current_date), $6
     FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $7::text[]) WITH ORDINALITY
       AS given (subject, key, value, own, place)
     ORDER BY place RETURNING id::text`,
    [
      observations.map((o) => o.subject),
      observations.map((o) => o.key),
      observations.map((o) => JSON.stringify(storeValue(o.value))),
      source,
      observedAt ?? null,
      batch,
      observations.map((o) => o.source ?? null),
    ],
  )
  await written(db, observations)
  return rows.map((row) => row.id)
}

export async function insertRecords(
  db: Db,
  records: readonly NewRecord[],
  { source = null, batch = randomUUID() }: Origin = {},
): Promise<void> {
  const cells = records.map(({ row }) =>
    JSON.stringify(Object.fromEntries([...row].map(([field, value]) => [field, storeValue(value)]))),
  )
  await db.query(
    `INSERT INTO record_row (subject_id, record, cells, source, batch)
     SELECT subject, record, cells, coalesce(own, $4), $5
     FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $6::text[]) WITH ORDINALITY
       AS given (subject, record, cells, own, place)
     ORDER BY place`,
    [
      records.map((r) => r.subject),
      records.map((r) => r.record),
      cells,
      source,
      batch,
      records.map((r) => r.source ?? null),
    ],
  )
  await bumpRevisions(
    db,
    records.map((r) => r.subject),
  )
}

/** Takes back what was written together; how many values and records it was. */
export async function retractBatch(db: Db, subjects: readonly string[], batch: string): Promise<number> {
  const values = await db.query<{ subject: string; key: string }>(
    `UPDATE observation SET retracted_at = now()
     WHERE subject_id = ANY ($1::uuid[]) AND batch = $2 AND retracted_at IS NULL
     RETURNING subject_id AS subject, key`,
    [subjects, batch],
  )
  const records = await db.query<{ subject: string; key: string }>(
    `UPDATE record_row SET retracted_at = now()
     WHERE subject_id = ANY ($1::uuid[]) AND batch = $2 AND retracted_at IS NULL
     RETURNING subject_id AS subject, record AS key`,
    [subjects, batch],
  )
  await written(db, [...values.rows, ...records.rows])
  return values.rows.length + records.rows.length
}

/** Takes back single values, of any subjects of the region; how many still held. */
export async function retractObservations(db: Db, region: number, ids: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ subject: string; key: string }>(
    `UPDATE observation o SET retracted_at = now() FROM subject s
     WHERE s.id = o.subject_id AND s.region_id = $1 AND o.id = ANY ($2::bigint[]) AND o.retracted_at IS NULL
     RETURNING o.subject_id AS subject, o.key`,
    [region, ids],
  )
  await written(db, rows)
  return rows.length
}

/** What follows from values that came or went. */
async function written(
  db: Db,
  values: readonly { readonly subject: string; readonly key: string }[],
): Promise<void> {
  await refreshPlaces(
    db,
    values.filter(({ key }) => key === PLACE_KEY).map(({ subject }) => subject),
  )
  await bumpRevisions(
    db,
    values.map(({ subject }) => subject),
  )
}

async function refreshPlaces(db: Db, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  const places = new Map<string, string>()
  for (const { subject, key, value } of await observationsOf(db, subjects))
    if (key === PLACE_KEY && value.kind === 'place' && !places.has(subject)) places.set(subject, value.code)
  await db.query(
    `UPDATE subject SET place = given.place
     FROM unnest($1::uuid[], $2::text[]) AS given (id, place) WHERE subject.id = given.id`,
    [subjects, subjects.map((id) => places.get(id) ?? null)],
  )
}
