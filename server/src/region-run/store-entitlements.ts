import type { Db } from '../database/pool.js'

/** One programme for one subject, as the latest finished run found it. */
export interface Entitlement {
  readonly subject: { readonly id: string; readonly name: string; readonly place: string | null }
  readonly programme: string
  readonly verdict: 'yes' | 'unknown'
  /** Ends in fen after settling; null where it pays nothing or another programme is taken in its place. */
  readonly leastFen: bigint | null
  readonly mostFen: bigint | null
  /** The same of the programme by itself. */
  readonly ownLeastFen: bigint | null
  readonly ownMostFen: bigint | null
  readonly kept: boolean
  readonly missing: readonly string[]
  readonly judged: readonly string[]
  /** The rule version that it was decided by, and the date decided for. */
  readonly version: string
  readonly on: string
  /** Of all facts that the programme looked at. */
  readonly inputHash: bigint
  /** Since which run it has come to this. */
  readonly sinceRun: string
}

export interface EntitlementsAsked {
  readonly programme: string
  /** Both where it is not said. */
  readonly verdict?: 'yes' | 'unknown' | undefined
  /** Those after the subject of this id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Whom a programme is for, by the ids of the subjects; those that are gone since the run are left out. */
export async function entitlementsOf(
  db: Db,
  region: number,
  { programme, verdict, after, limit }: EntitlementsAsked,
): Promise<Entitlement[]> {
  const { rows } = await db.query<Entitlement>(
    `SELECT jsonb_build_object('id', s.id, 'name', s.name, 'place', s.place) AS subject, e.programme, e.verdict,
       e.paid_least_fen AS "leastFen", e.paid_most_fen AS "mostFen", e.least_fen AS "ownLeastFen",
       e.most_fen AS "ownMostFen", e.kept, coalesce(e.missing, '{}') AS missing,
       coalesce(e.judged, '{}') AS judged, p.version, r.on_date AS on, e.input_hash AS "inputHash",
       e.run_id::text AS "sinceRun"
     FROM entitlement e
     JOIN subject s ON s.id = e.subject_id AND s.region_id = e.region_id
     JOIN region_run r ON r.region_id = e.region_id AND r.id = (SELECT max(id) FROM region_run
       WHERE region_id = $1 AND state = 'done')
     JOIN region_run_programme p ON p.region_id = e.region_id AND p.run_id = r.id AND p.programme = e.programme
     WHERE e.region_id = $1 AND e.programme = $2 AND ($3::text IS NULL OR e.verdict = $3)
       AND ($4::uuid IS NULL OR e.subject_id > $4) ORDER BY e.subject_id LIMIT $5`,
    [region, programme, verdict ?? null, after ?? null, limit],
  )
  return rows
}

export async function countEntitlements(
  db: Db,
  region: number,
  programme: string,
  verdict?: 'yes' | 'unknown',
): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM entitlement e JOIN subject s ON s.id = e.subject_id
     WHERE e.region_id = $1 AND e.programme = $2 AND ($3::text IS NULL OR e.verdict = $3)`,
    [region, programme, verdict ?? null],
  )
  return rows[0]?.count ?? 0
}
