import type { Outcome, Reason } from '@kehui/domain/packs/cultivation'
import type { Db } from '../database/pool.js'
import type { StoredValue } from '../registry/stored-value.js'

export interface StoredEntitlementChange {
  readonly id: string
  readonly subject: string
  /** Null of one that is gone. */
  readonly name: string | null
  readonly programme: string
  readonly before: Outcome | null
  readonly after: Outcome | null
  readonly reasons: readonly Reason<StoredValue>[]
}

export interface ChangesAsked {
  readonly run: string
  readonly programme?: string | undefined
  readonly reason?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const WANTED = `c.region_id = $1 AND c.run_id = $2::bigint AND ($3::text IS NULL OR c.programme = $3)
  AND ($4::text IS NULL OR c.kinds @> ARRAY[$4])`

export async function entitlementChanges(
  db: Db,
  region: number,
  { run, programme, reason, after, limit }: ChangesAsked,
): Promise<{ items: StoredEntitlementChange[]; total: number }> {
  const values = [region, run, programme ?? null, reason ?? null]
  const counted = await db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM entitlement_change c WHERE ${WANTED}`,
    values,
  )
  const { rows } = await db.query<StoredEntitlementChange>(
    `SELECT c.id::text, c.subject_id AS subject, s.name, c.programme, c.before, c.after, c.reasons
     FROM entitlement_change c LEFT JOIN subject s ON s.id = c.subject_id
     WHERE ${WANTED} AND ($5::bigint IS NULL OR c.id > $5) ORDER BY c.id LIMIT $6`,
    [...values, after ?? null, limit],
  )
  return { items: rows, total: counted.rows[0]?.total ?? 0 }
}

/** How many changes a run found of each programme, and from each kind of reason. */
export async function countedChanges(
  db: Db,
  region: number,
  run: string,
): Promise<{ programmes: Map<string, number>; kinds: Map<string, number> }> {
  const byProgramme = await db.query<{ name: string; count: number }>(
    `SELECT programme AS name, count(*)::int AS count FROM entitlement_change
     WHERE region_id = $1 AND run_id = $2::bigint GROUP BY programme ORDER BY count DESC, programme`,
    [region, run],
  )
  const byKind = await db.query<{ name: string; count: number }>(
    `SELECT kind AS name, count(*)::int AS count FROM entitlement_change, unnest(kinds) AS kind
     WHERE region_id = $1 AND run_id = $2::bigint GROUP BY kind`,
    [region, run],
  )
  const counts = (rows: readonly { name: string; count: number }[]) =>
    new Map(rows.map(({ name, count }) => [name, count]))
  return { programmes: counts(byProgramme.rows), kinds: counts(byKind.rows) }
}
