import type { NamingEntry } from '@kehui/domain/ingest/indicators'
import type { Db } from '../database/pool.js'

export interface StoredNaming {
  readonly id: string
  readonly subjects: string[]
  readonly indicator: string | null
  readonly entries: NamingEntry[]
  readonly byName: string
  readonly at: Date
  readonly undoneBy: string | null
  readonly undoneAt: Date | null
}

export async function indicatorNames(db: Db, region: number): Promise<Map<string, string>> {
  const { rows } = await db.query<{ subject: string; indicator: string }>(
    'SELECT subject, indicator FROM indicator_name WHERE region_id = $1',
    [region],
  )
  return new Map(rows.map(({ subject, indicator }) => [subject, indicator]))
}

/** Until the transaction ends nobody else says anything of indicators. */
export async function lockNames(db: Db, region: number): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('kehui.indicator-names', $1))`, [region])
}

export async function applyEntries(
  db: Db,
  region: number,
  entries: readonly NamingEntry[],
  byName: string,
): Promise<void> {
  const list = JSON.stringify(entries)
  await db.query(
    `DELETE FROM indicator_name n USING jsonb_to_recordset($2::jsonb) AS e (subject text, after text)
     WHERE n.region_id = $1 AND n.subject = e.subject AND e.after IS NULL`,
    [region, list],
  )
  await db.query(
    `INSERT INTO indicator_name (region_id, subject, indicator, by_name)
     SELECT $1, e.subject, e.after, $3 FROM jsonb_to_recordset($2::jsonb) AS e (subject text, after text)
     WHERE e.after IS NOT NULL
     ON CONFLICT (region_id, subject) DO UPDATE
     SET indicator = excluded.indicator, by_name = excluded.by_name, changed_at = now()`,
    [region, list, byName],
  )
}

const COLUMNS = `id, subjects, indicator, entries, by_name AS "byName", at,
  undone_by AS "undoneBy", undone_at AS "undoneAt"`

export async function insertNaming(
  db: Db,
  region: number,
  naming: Pick<StoredNaming, 'subjects' | 'indicator' | 'entries' | 'byName'>,
): Promise<void> {
  await db.query(
    `INSERT INTO indicator_naming (region_id, subjects, indicator, entries, by_name) VALUES ($1, $2, $3, $4, $5)`,
    [region, naming.subjects, naming.indicator, JSON.stringify(naming.entries), naming.byName],
  )
}

export async function listNamings(db: Db, region: number): Promise<StoredNaming[]> {
  const { rows } = await db.query<StoredNaming>(
    `SELECT ${COLUMNS} FROM indicator_naming WHERE region_id = $1 ORDER BY at DESC LIMIT 200`,
    [region],
  )
  return rows
}

/** Marks it undone; what it was, or undefined where there is none that holds. */
export async function takeBackNaming(
  db: Db,
  region: number,
  id: string,
  byName: string,
): Promise<StoredNaming | undefined> {
  const { rows } = await db.query<StoredNaming>(
    `UPDATE indicator_naming SET undone_by = $3, undone_at = now()
     WHERE region_id = $1 AND id = $2 AND undone_at IS NULL RETURNING ${COLUMNS}`,
    [region, id, byName],
  )
  return rows[0]
}
