import type { Db } from '../database/pool.js'
import type { RowFault } from './store-rows.js'

export interface NamedFault extends RowFault {
  readonly name: string
}

/** Stored values of a region that their facts cannot have, by the names of the subjects. */
export async function regionFaults(
  db: Db,
  region: number,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ items: NamedFault[]; total: number }> {
  const from = `FROM region_fault f JOIN subject s ON s.id = f.subject_id WHERE f.region_id = $1`
  const counted = await db.query<{ total: number }>(`SELECT count(*)::int AS total ${from}`, [region])
  const { rows } = await db.query<NamedFault>(
    `SELECT f.subject_id AS subject, s.name, f.fact, f.value, f.least, f.most, f.misfit ${from}
     ORDER BY s.name, f.subject_id, f.fact LIMIT $2 OFFSET $3`,
    [region, limit, offset],
  )
  return { items: rows, total: counted.rows[0]?.total ?? 0 }
}
