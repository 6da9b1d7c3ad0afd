import type { Load } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'
import { OPEN_STATES } from './store.js'

/** Keeps others from counting the same room at the same time, until the transaction ends. */
export async function lockSides(db: Db, region: number, sides: readonly string[]): Promise<void> {
  // Locked in one order, so that two who want the same do not wait for each other.
  for (const side of [...sides].sort())
    await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [`introduction ${side}`, region])
}

/** How many somebody answers for, for itself and for what it holds. */
export async function loadOf(db: Db, region: number, provider: string): Promise<Load> {
  const { rows } = await db.query<Load>(
    `SELECT (SELECT count(*)::int FROM introduction
              WHERE region_id = $1 AND (provider_id = $2 OR holder_id = $2) AND state = ANY ($3)) AS open,
       (SELECT capacity FROM introduction_capacity WHERE region_id = $1 AND subject_id = $2) AS capacity`,
    [region, provider, OPEN_STATES],
  )
  return rows[0] ?? { open: 0, capacity: null }
}

/** None: the usual number. */
export async function setCapacity(
  db: Db,
  region: number,
  provider: string,
  capacity: number | null,
): Promise<void> {
  if (capacity === null) {
    await db.query('DELETE FROM introduction_capacity WHERE region_id = $1 AND subject_id = $2', [
      region,
      provider,
    ])
    return
  }
  await db.query(
    `INSERT INTO introduction_capacity (region_id, subject_id, capacity) VALUES ($1, $2, $3)
     ON CONFLICT (region_id, subject_id) DO UPDATE SET capacity = EXCLUDED.capacity`,
    [region, provider, capacity],
  )
}
