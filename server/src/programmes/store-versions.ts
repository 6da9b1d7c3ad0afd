import type { Db } from '../database/pool.js'

/** A version of a programme as it came into force or left it, with its text; without one it left. */
export interface VersionRow {
  readonly snapshot: number
  readonly version: string | null
  readonly origin: 'file' | 'web'
  readonly byName: string | null
  readonly note: string | null
  readonly publishedAt: Date
  readonly path: string
  readonly text: string | null
}

/** The latest first. */
export async function versionsOf(db: Db, programme: string): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(
    `SELECT snapshot_id::int AS snapshot, version, origin, by_name AS "byName", note,
       published_at AS "publishedAt", path, text
     FROM programme_publication LEFT JOIN source_text ON hash = source_hash
     WHERE programme = $1 ORDER BY id DESC`,
    [programme],
  )
  return rows
}
