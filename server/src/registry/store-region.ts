import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'

/** The region that this server runs: the first that was entered. */
export async function regionOf(db: Db): Promise<number> {
  const { rows } = await db.query<{ id: number }>('SELECT id FROM region ORDER BY id LIMIT 1')
  if (rows[0] === undefined) throw new HttpError('region.none')
  return rows[0].id
}
