import type { Db } from '../database/pool.js'

export interface StoredSample {
  readonly id: string
  readonly name: string
}

/** The samples that programmes can be for; until the transaction ends nobody else can load any. */
export async function storedSamples(db: Db, region: number): Promise<StoredSample[]> {
  await db.query('SELECT 1 FROM region WHERE id = $1 FOR UPDATE', [region])
  const { rows } = await db.query<StoredSample>(
    'SELECT id, name FROM subject WHERE region_id = $1 AND sample AND audience IS NOT NULL ORDER BY id',
    [region],
  )
  return rows
}

/** The day (YYYY-MM-DD) up to which the samples tell; null where nothing is left of what was loaded. */
export async function samplesToldTo(db: Db, region: number, source: string): Promise<string | null> {
  const { rows } = await db.query<{ day: string | null }>(
    `SELECT max(o.observed_at)::text AS day FROM observation o JOIN subject s ON s.id = o.subject_id
     WHERE s.region_id = $1 AND s.sample AND o.source = $2`,
    [region, source],
  )
  return rows[0]?.day ?? null
}
