import type { Db } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import type { SavedSearch, SaveSearch } from './schema.js'

const COLUMNS = `id, title, query, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt"`

/** Those of one person, the newest first. */
export async function savedSearches(db: Db, region: number, { role, name }: Named): Promise<SavedSearch[]> {
  const { rows } = await db.query<SavedSearch>(
    `SELECT ${COLUMNS} FROM saved_search WHERE region_id = $1 AND role = $2 AND by_name = $3
     ORDER BY created_at DESC, id`,
    [region, role, name],
  )
  return rows
}

/** A search of the same title takes the place of the one before. */
export async function saveSearch(
  db: Db,
  region: number,
  { role, name }: Named,
  { title, query }: SaveSearch,
): Promise<SavedSearch> {
  const { rows } = await db.query<SavedSearch>(
    `INSERT INTO saved_search (region_id, role, by_name, title, query) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (region_id, role, by_name, title) DO UPDATE SET query = excluded.query
     RETURNING ${COLUMNS}`,
    [region, role, name, title, query],
  )
  const [saved] = rows
  if (!saved) throw new Error('a search that was saved is not there')
  return saved
}

export async function deleteSearch(
  db: Db,
  region: number,
  { role, name }: Named,
  id: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'DELETE FROM saved_search WHERE region_id = $1 AND role = $2 AND by_name = $3 AND id = $4',
    [region, role, name, id],
  )
  return (rowCount ?? 0) > 0
}
