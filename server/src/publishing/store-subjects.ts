import type { Db } from '../database/pool.js'

/** All subjects of a region, in the order of lists. */
export async function subjectIds(db: Db, region: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM subject WHERE region_id = $1 ORDER BY name, id',
    [region],
  )
  return rows.map(({ id }) => id)
}
