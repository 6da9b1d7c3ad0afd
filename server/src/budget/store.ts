import type { Db } from '../database/pool.js'

/** What tells whether anything was written that a budget rests on. */
export async function stateOfRegion(db: Db, region: number): Promise<string> {
  const { rows } = await db.query<{ state: string }>(
    `SELECT concat_ws(' ', count(*), sum(revision), (SELECT concat_ws(' ', count(*), max(id)) FROM award)) AS state
     FROM subject WHERE region_id = $1`,
    [region],
  )
  return rows[0]?.state ?? ''
}

export interface Looking {
  readonly audiences: readonly string[]
  readonly programmes: readonly string[]
  /** A finished run that decided by the same rules for the same day; null where there is none. */
  readonly run: string | null
  readonly after: string | null
  readonly limit: number
}

/**
 * Subjects that the programmes can be for, by their ids. After a run of the region these are whom it entitled, and
 * those of whom something was written since.
 */
export async function subjectsToAsk(db: Db, region: number, looking: Looking): Promise<string[]> {
  const { audiences, programmes, run, after, limit } = looking
  const { rows } = await db.query<{ id: string }>(
    `SELECT s.id FROM subject s
     WHERE s.region_id = $1 AND s.audience = ANY ($2::text[]) AND ($3::uuid IS NULL OR s.id > $3)
       AND ($5::bigint IS NULL
         OR EXISTS (SELECT FROM entitlement e WHERE e.region_id = $1 AND e.subject_id = s.id AND e.programme = ANY ($6))
         OR NOT EXISTS (SELECT FROM region_row r
           WHERE r.region_id = $1 AND r.subject_id = s.id AND r.revision = s.revision)
         OR EXISTS (SELECT FROM region_row_before b WHERE b.region_id = $1 AND b.subject_id = s.id))
     ORDER BY s.id LIMIT $4`,
    [region, audiences, after, limit, run, programmes],
  )
  return rows.map(({ id }) => id)
}

/** The latest finished run, where it decided by these rules for this day. */
export async function runOf(db: Db, region: number, on: string, hash: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string; fits: boolean }>(
    `SELECT id::text, on_date = $2::date AND library_hash = $3 AS fits FROM region_run
     WHERE region_id = $1 AND state = 'done' ORDER BY region_run.id DESC LIMIT 1`,
    [region, on, hash],
  )
  return rows[0]?.fits ? rows[0].id : null
}
