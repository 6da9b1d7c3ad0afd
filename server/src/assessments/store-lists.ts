import type { Db } from '../database/pool.js'
import type { CompanyFilter } from './schema.js'

/** Those of a filter are found anew each time; those of an import or picked by hand are named. */
export type ListDefinition =
  | { readonly filter: CompanyFilter }
  | { readonly import: string; readonly fileName: string; readonly subjects: readonly string[] }
  | { readonly subjects: readonly string[] }

export interface StoredList {
  readonly id: string
  readonly name: string
  readonly kind: 'filter' | 'import' | 'picked'
  readonly definition: ListDefinition
  readonly createdBy: string | null
  readonly createdAt: Date
}

const COLUMNS = `id, name, kind, definition, created_by AS "createdBy", created_at AS "createdAt"`

/** The latest first; deleted ones are not among them. */
export async function companyLists(db: Db, region: number): Promise<StoredList[]> {
  const { rows } = await db.query<StoredList>(
    `SELECT ${COLUMNS} FROM company_list WHERE region_id = $1 AND deleted_at IS NULL
     ORDER BY created_at DESC, id LIMIT 500`,
    [region],
  )
  return rows
}

export async function findList(db: Db, region: number, id: string): Promise<StoredList | null> {
  const { rows } = await db.query<StoredList>(
    `SELECT ${COLUMNS} FROM company_list WHERE region_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function isNameTaken(
  db: Db,
  region: number,
  name: string,
  but: string | null,
): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM company_list WHERE region_id = $1 AND name = $2 AND deleted_at IS NULL
       AND ($3::uuid IS NULL OR id <> $3)`,
    [region, name, but],
  )
  return rows.length > 0
}

export async function insertList(
  db: Db,
  region: number,
  list: Pick<StoredList, 'name' | 'kind' | 'definition' | 'createdBy'>,
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO company_list (region_id, name, kind, definition, created_by)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [region, list.name, list.kind, JSON.stringify(list.definition), list.createdBy],
  )
  return rows[0]?.id ?? ''
}

export async function renameList(db: Db, region: number, id: string, name: string): Promise<void> {
  await db.query('UPDATE company_list SET name = $3 WHERE region_id = $1 AND id = $2', [region, id, name])
}

/** Says whether there was one to delete, or to bring back. */
export async function setListDeleted(db: Db, region: number, id: string, deleted: boolean): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE company_list SET deleted_at = CASE WHEN $3 THEN now() END
     WHERE region_id = $1 AND id = $2 AND (deleted_at IS NULL) = $3`,
    [region, id, deleted],
  )
  return rowCount === 1
}

/** How many of these are still there. */
export async function countSubjects(db: Db, region: number, ids: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])',
    [region, ids],
  )
  return rows[0]?.count ?? 0
}
