import type { Disclosure } from '@kehui/domain/cases'
import type { Db } from '../database/pool.js'

export interface StoredView {
  readonly byName: string | null
  readonly byRole: string
  readonly asSubject: string | null
  readonly asName: string | null
  readonly disclosure: Disclosure
  readonly at: Date
}

export async function insertView(
  db: Db,
  region: number,
  demand: string,
  { byName, byRole, asSubject, disclosure }: Omit<StoredView, 'asName' | 'at'>,
): Promise<void> {
  await db.query(
    `INSERT INTO demand_view (region_id, demand_id, by_name, by_role, as_subject, disclosure)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, demand, byName, byRole, asSubject, disclosure],
  )
}

/** The latest first. */
export async function viewsOf(db: Db, region: number, demand: string, limit: number): Promise<StoredView[]> {
  const { rows } = await db.query<StoredView>(
    `SELECT v.by_name AS "byName", v.by_role AS "byRole", v.as_subject AS "asSubject", s.name AS "asName",
       v.disclosure, v.at
     FROM demand_view v LEFT JOIN subject s ON s.id = v.as_subject
     WHERE v.region_id = $1 AND v.demand_id = $2 ORDER BY v.id DESC LIMIT $3`,
    [region, demand, limit],
  )
  return rows
}
