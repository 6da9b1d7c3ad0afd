import type { Table } from '@kehui/domain/ingest/tables'
import type { Db } from '../database/pool.js'
import type { TableFile } from './read-table.js'
import type { ImportItem, ImportMapping, ImportResult } from './schema.js'

export interface StoredContent {
  readonly table: Table
  readonly notes: TableFile['notes']
}

/** Columns by index and answers by question, as they were last chosen. */
export interface StoredChoices {
  readonly columns?: NonNullable<ImportMapping['columns']>
  readonly answers?: Readonly<Record<string, string>>
}

/** What confirming an import wrote: subjects that were not there, observations, codes that were lacking. */
export interface Written {
  readonly subjects: readonly string[]
  readonly observations: readonly string[]
  /** Subjects that were given their credit code. */
  readonly coded: readonly string[]
}

export interface StoredImport {
  readonly id: string
  readonly fileName: string
  readonly status: ImportItem['status']
  readonly createdAt: Date
  readonly content: StoredContent
  readonly choices: StoredChoices
  readonly result: ImportResult | null
  readonly written: Written | null
}

/** Nobody else can lock the region until the transaction ends. */
export async function lockRegion(db: Db, region: number): Promise<void> {
  await db.query('SELECT 1 FROM region WHERE id = $1 FOR UPDATE', [region])
}

/** A code of null takes it away again. */
export async function setCreditCodes(
  db: Db,
  given: readonly { readonly subject: string; readonly creditCode: string | null }[],
): Promise<void> {
  await db.query(
    `UPDATE subject SET credit_code = given.code
     FROM unnest($1::uuid[], $2::text[]) AS given (id, code) WHERE subject.id = given.id`,
    [given.map((g) => g.subject), given.map((g) => g.creditCode)],
  )
}

/** Those of the subjects to which another belongs. */
export async function ownersAmong(db: Db, subjects: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT DISTINCT owner_id AS id FROM subject WHERE owner_id = ANY ($1::uuid[])',
    [subjects],
  )
  return rows.map((row) => row.id)
}

const COLUMNS = `id, file_name AS "fileName", status, created_at AS "createdAt", content, choices, result, written`

export async function insertImport(
  db: Db,
  region: number,
  given: { fileName: string; content: StoredContent; rowCount: number; errorCount: number },
): Promise<StoredImport> {
  const { rows } = await db.query<StoredImport>(
    `INSERT INTO import (region_id, file_name, content, row_count, error_count)
     VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
    [region, given.fileName, JSON.stringify(given.content), given.rowCount, given.errorCount],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an insert returns its row')
  return row
}

/** With `lock`, nobody else can confirm or undo it until the transaction ends. */
export async function findImport(
  db: Db,
  region: number,
  id: string,
  lock = false,
): Promise<StoredImport | null> {
  const { rows } = await db.query<StoredImport>(
    `SELECT ${COLUMNS} FROM import WHERE region_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function listImports(db: Db, region: number): Promise<ImportItem[]> {
  const { rows } = await db.query<Omit<ImportItem, 'createdAt'> & { createdAt: Date }>(
    `SELECT id, file_name AS "fileName", status, created_at AS "createdAt", row_count AS rows,
            error_count AS "errorCount", result
     FROM import WHERE region_id = $1 ORDER BY created_at DESC, id LIMIT 200`,
    [region],
  )
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

export async function saveChoices(
  db: Db,
  id: string,
  choices: StoredChoices,
  errorCount: number,
): Promise<void> {
  await db.query(`UPDATE import SET choices = $2, error_count = $3 WHERE id = $1`, [
    id,
    JSON.stringify(choices),
    errorCount,
  ])
}

export async function saveCommitted(
  db: Db,
  id: string,
  result: ImportResult,
  written: Written,
): Promise<void> {
  await db.query(`UPDATE import SET status = 'committed', result = $2, written = $3 WHERE id = $1`, [
    id,
    JSON.stringify(result),
    JSON.stringify(written),
  ])
}

export async function saveUndone(db: Db, id: string): Promise<void> {
  await db.query(`UPDATE import SET status = 'undone' WHERE id = $1`, [id])
}
