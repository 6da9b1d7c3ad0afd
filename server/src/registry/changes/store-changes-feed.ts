import type { Db } from '../../database/pool.js'

export interface PlacedChange {
  readonly place: string
  readonly what: 'written' | 'removed' | 'imported' | 'undone'
  readonly importNo: string | null
  readonly subjects: readonly string[]
  readonly at: Date
}

/**
 * Gives every change that was committed since a place behind all that have one. Only one gives places at a time, and
 * what is not committed yet is not seen: it comes later, and its place is later. So whoever has read up to a place has
 * read all that will ever stand before it. Run it in a transaction.
 */
export async function givePlaces(db: Db, region: number): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('kehui.changes.' || $1::text, 0))`, [region])
  await db.query(
    `UPDATE registry_change c SET place = last.place + waiting.nth
     FROM (SELECT coalesce(max(place), 0) AS place FROM registry_change WHERE region_id = $1) last,
       (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM registry_change
        WHERE region_id = $1 AND place IS NULL) waiting
     WHERE c.region_id = $1 AND c.id = waiting.id`,
    [region],
  )
}

/** The place of the last change that has one. */
export async function lastPlace(db: Db, region: number): Promise<string> {
  const { rows } = await db.query<{ place: string }>(
    'SELECT coalesce(max(place), 0)::text AS place FROM registry_change WHERE region_id = $1',
    [region],
  )
  return rows[0]?.place ?? '0'
}

/** The change of a place and those after it. */
export async function changesFrom(
  db: Db,
  region: number,
  place: string,
  limit: number,
): Promise<PlacedChange[]> {
  const { rows } = await db.query<PlacedChange>(
    `SELECT place::text, what, import_no::text AS "importNo", subjects, at FROM registry_change
     WHERE region_id = $1 AND place >= $2 ORDER BY registry_change.place LIMIT $3`,
    [region, place, limit],
  )
  return rows
}

/** Subjects of an import's rows after a row, in the order of the file. */
export async function importSubjects(
  db: Db,
  region: number,
  { importNo, after, limit }: { importNo: string; after: number; limit: number },
): Promise<{ row: number; id: string }[]> {
  const { rows } = await db.query<{ row: number; id: string }>(
    `SELECT row, subject_id AS id FROM imported_row
     WHERE region_id = $1 AND import_no = $2 AND row > $3 ORDER BY row LIMIT $4`,
    [region, importNo, after, limit],
  )
  return rows
}

export async function briefly(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, { kind: string; name: string }>> {
  const { rows } = await db.query<{ id: string; kind: string; name: string }>(
    'SELECT id, kind, name FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])',
    [region, ids],
  )
  return new Map(rows.map(({ id, kind, name }) => [id, { kind, name }]))
}
