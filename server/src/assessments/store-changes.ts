import type { Outcome, Reason } from '@kehui/domain/packs/cultivation'
import type { Db } from '../database/pool.js'
import type { StoredValue } from '../registry/stored-value.js'

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
