import type { Outcome, Reason } from '@kehui/domain/packs/cultivation'
import type { Db } from '../database/pool.js'
import type { StoredValue } from '../registry/stored-value.js'
import type { Scope } from './scope.js'
import { fromScope, Values } from './store-scope.js'

export interface StoredChange {
  /** Grows with each change, as text since it can pass 2^53. */
  readonly id: string
  readonly subject: string
  readonly programme: string
  readonly on: string
  readonly before: Outcome | null
  readonly after: Outcome | null
  readonly reasons: readonly Reason<StoredValue>[]
  readonly at: Date
}

export const CHANGE_COLUMNS = `c.id::text, c.subject_id AS subject, c.programme, c.on_date AS on, c.before, c.after, c.reasons, c.at`

/** The changes after the one of this id, the earliest first; `0` gives all. Publishing and reminders read these. */
export async function changesSince(
  db: Db,
  region: number,
  id: string,
  limit = 1_000,
): Promise<StoredChange[]> {
  const { rows } = await db.query<StoredChange>(
    `SELECT ${CHANGE_COLUMNS} FROM assessment_change c
     WHERE c.region_id = $1 AND c.id > $2::bigint ORDER BY c.id LIMIT $3`,
    [region, id, limit],
  )
  return rows
}

/** The id of the latest change; `0` where there is none. */
export async function latestChange(db: Db, region: number): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT coalesce(max(id), 0)::text AS id FROM assessment_change WHERE region_id = $1`,
    [region],
  )
  return rows[0]?.id ?? '0'
}

export interface ChangeWindow {
  readonly since: Date | null
  /** Null for all. */
  readonly programmes: readonly string[] | null
  /** Only those before the change of this id. */
  readonly before: string | null
  readonly limit: number
}

/** Of the companies of a scope, the latest first; how many there are in all. */
export async function changesWithin(
  db: Db,
  region: number,
  scope: Scope,
  { since, programmes, before, limit }: ChangeWindow,
): Promise<{ items: StoredChange[]; total: number }> {
  const values = new Values(region, since, programmes)
  const wanted = `c.region_id = $1 AND ($2::timestamptz IS NULL OR c.at >= $2)
    AND ($3::text[] IS NULL OR c.programme = ANY ($3))
    AND c.subject_id IN (SELECT s.id ${fromScope(scope, values)})`
  const counted = await db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM assessment_change c WHERE ${wanted}`,
    values.list,
  )
  const { rows } = await db.query<StoredChange>(
    `SELECT ${CHANGE_COLUMNS} FROM assessment_change c WHERE ${wanted}
       AND (${values.add(before)}::bigint IS NULL OR c.id < $${values.list.length})
     ORDER BY c.id DESC LIMIT ${values.add(limit)}`,
    values.list,
  )
  return { items: rows, total: counted.rows[0]?.total ?? 0 }
}

/** The latest change of each programme for these subjects. */
export async function lastChanges(
  db: Db,
  region: number,
  subjects: readonly string[],
): Promise<StoredChange[]> {
  const { rows } = await db.query<StoredChange>(
    `SELECT DISTINCT ON (c.subject_id, c.programme) ${CHANGE_COLUMNS} FROM assessment_change c
     WHERE c.region_id = $1 AND c.subject_id = ANY ($2::uuid[]) ORDER BY c.subject_id, c.programme, c.id DESC`,
    [region, subjects],
  )
  return rows
}

/** When the last import that was confirmed was uploaded: what it changed was computed after that. */
export async function lastImport(db: Db, region: number): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>(
    `SELECT max(created_at) AS at FROM import WHERE region_id = $1 AND status = 'committed'`,
    [region],
  )
  return rows[0]?.at ?? null
}

/** When the programmes in force were last put together anew. */
export async function lastRule(db: Db): Promise<Date | null> {
  const { rows } = await db.query<{ at: Date | null }>('SELECT max(created_at) AS at FROM library_snapshot')
  return rows[0]?.at ?? null
}
