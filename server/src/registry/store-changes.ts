import type { Db } from '../database/pool.js'

export interface Change {
  readonly what: 'written' | 'removed' | 'imported' | 'undone'
  readonly subjects?: readonly string[]
  /** Whose rows were written or taken back; its subjects are not listed here. */
  readonly importNo?: string
}

/** Says in the transaction that writes what others who follow the registry are to be told. */
export async function recordChange(
  db: Db,
  region: number,
  { what, subjects = [], importNo }: Change,
): Promise<void> {
  await db.query(
    'INSERT INTO registry_change (region_id, what, subjects, import_no) VALUES ($1, $2, $3::uuid[], $4)',
    [region, what, subjects, importNo ?? null],
  )
}

/** The same of subjects whose region is theirs to know. */
export async function recordChangeOf(db: Db, subjects: readonly string[]): Promise<void> {
  await db.query(
    `INSERT INTO registry_change (region_id, what, subjects)
     SELECT region_id, 'written', array_agg(id ORDER BY id) FROM subject
     WHERE id = ANY ($1::uuid[]) GROUP BY region_id`,
    [subjects],
  )
}

/** Writings commit in another order than they are numbered: those shortly before are read again. */
const AGAIN = 500

export interface RecordedChange {
  readonly id: string
  readonly subjects: readonly string[]
  readonly importNo: string | null
}

/** What was recorded after a change, and what came shortly before it, which may have been seen or not. */
export async function changesAround(db: Db, region: number, since: string): Promise<RecordedChange[]> {
  const { rows } = await db.query<RecordedChange>(
    `SELECT id::text AS id, subjects, import_no::text AS "importNo" FROM registry_change
     WHERE region_id = $1 AND id > $2::bigint - $3 ORDER BY id`,
    [region, since, AGAIN],
  )
  return rows
}

/** Whom an import wrote of, so many at most. */
export async function subjectsOfImport(db: Db, region: number, no: string, most: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT DISTINCT subject_id AS id FROM imported_row WHERE region_id = $1 AND import_no = $2 LIMIT $3',
    [region, no, most],
  )
  return rows.map(({ id }) => id)
}

export async function lastChange(db: Db, region: number): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT coalesce(max(id), 0)::text AS id FROM registry_change WHERE region_id = $1',
    [region],
  )
  return rows[0]?.id ?? '0'
}
