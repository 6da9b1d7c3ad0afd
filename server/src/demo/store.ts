import type { Db } from '../database/pool.js'

/** Whether the region has samples already; until the transaction ends nobody else can load them. */
export async function hasSamples(db: Db, region: number): Promise<boolean> {
  await db.query('SELECT 1 FROM region WHERE id = $1 FOR UPDATE', [region])
  const { rows } = await db.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM subject WHERE region_id = $1 AND sample) AS found',
    [region],
  )
  return rows[0]?.found ?? false
}
