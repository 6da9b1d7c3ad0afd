import type { Db } from '../database/pool.js'

export interface StandingMatch {
  readonly demandId: string
  readonly providerId: string
  readonly score: number
  /** What speaks for it, most first. */
  readonly reasons: readonly { readonly feature: string; readonly zh: string; readonly en: string }[]
}

/** Keeps those that are new; which these were. */
export async function insertStanding(
  db: Db,
  region: number,
  matches: readonly StandingMatch[],
): Promise<StandingMatch[]> {
  if (matches.length === 0) return []
  const { rows } = await db.query<{ demand: string; provider: string }>(
    `INSERT INTO standing_match (region_id, demand_id, provider_id, score, reasons)
     SELECT $1, demand, provider, score, reasons
     FROM unnest($2::uuid[], $3::uuid[], $4::float8[], $5::jsonb[]) AS given (demand, provider, score, reasons)
     ON CONFLICT DO NOTHING RETURNING demand_id AS demand, provider_id AS provider`,
    [
      region,
      matches.map(({ demandId }) => demandId),
      matches.map(({ providerId }) => providerId),
      matches.map(({ score }) => score),
      matches.map(({ reasons }) => JSON.stringify(reasons)),
    ],
  )
  const fresh = new Set(rows.map(({ demand, provider }) => `${demand} ${provider}`))
  return matches.filter(({ demandId, providerId }) => fresh.has(`${demandId} ${providerId}`))
}

/** Open needs whose words were not matched yet, the oldest first. */
export async function unmatchedNeeds(
  db: Db,
  region: number,
  limit: number,
): Promise<{ id: string; revision: number }[]> {
  const { rows } = await db.query<{ id: string; revision: number }>(
    `SELECT d.id, d.revision FROM demand d
     LEFT JOIN standing_need n ON n.region_id = d.region_id AND n.demand_id = d.id
     WHERE d.region_id = $1 AND d.state = 'published' AND n.revision IS DISTINCT FROM d.revision
     ORDER BY d.published_at, d.id LIMIT $2`,
    [region, limit],
  )
  return rows
}

export async function setMatched(db: Db, region: number, id: string, revision: number): Promise<void> {
  await db.query(
    `INSERT INTO standing_need (region_id, demand_id, revision)
     SELECT region_id, id, $3 FROM demand WHERE region_id = $1 AND id = $2
     ON CONFLICT (region_id, demand_id) DO UPDATE SET revision = EXCLUDED.revision`,
    [region, id, revision],
  )
}

/** Every need is matched anew: so much was written that going through it one by one would take longer. */
export async function forgetMatched(
  db: Db,
  region: number,
  needs: readonly string[] | null = null,
): Promise<void> {
  await db.query(
    'DELETE FROM standing_need WHERE region_id = $1 AND ($2::uuid[] IS NULL OR demand_id = ANY ($2::uuid[]))',
    [region, needs],
  )
}

/** Null before the first time. */
export async function standingCursor(db: Db, region: number): Promise<string | null> {
  const { rows } = await db.query<{ upTo: string }>(
    'SELECT up_to::text AS "upTo" FROM standing_cursor WHERE region_id = $1',
    [region],
  )
  return rows[0]?.upTo ?? null
}

export async function setStandingCursor(db: Db, region: number, upTo: string): Promise<void> {
  await db.query(
    `INSERT INTO standing_cursor (region_id, up_to) VALUES ($1, $2)
     ON CONFLICT (region_id) DO UPDATE SET up_to = EXCLUDED.up_to`,
    [region, upTo],
  )
}

export interface MatchSide {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Refuses all introductions. */
  readonly deaf: boolean
  /** Who follows all that concerns it, and gets mails. */
  readonly followId: string | null
  readonly email: string | null
}

/** Whom a match is told to, by id. */
export async function matchSides(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, MatchSide>> {
  const { rows } = await db.query<MatchSide>(
    `SELECT s.id, s.name, s.kind, coalesce(c.capacity <= 0, false) AS deaf, f.id AS "followId", f.email
     FROM subject s
     LEFT JOIN introduction_capacity c ON c.region_id = s.region_id AND c.subject_id = s.id
     LEFT JOIN LATERAL (
       SELECT id, email FROM follow
       WHERE region_id = s.region_id AND subject_id = s.id AND programme IS NULL AND ended_at IS NULL
         AND email IS NOT NULL
       ORDER BY created_at LIMIT 1
     ) f ON true
     WHERE s.region_id = $1 AND s.id = ANY ($2::uuid[])`,
    [region, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
