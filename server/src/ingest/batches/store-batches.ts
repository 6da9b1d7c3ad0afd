import { FILE_MOVES, type FileAction, type FileState } from '@kehui/domain/ingest/batch'
import type { Db } from '../../database/pool.js'
import type { Details } from '../../http/error.js'
import type { ErrorCode } from '../../http/error-table.js'

export interface FileKey {
  readonly region: number
  readonly batch: string
  readonly n: number
}

export interface Refusal {
  readonly code: ErrorCode
  readonly details?: Details | undefined
}

export interface StoredFile {
  readonly batch: string
  readonly n: number
  readonly fileName: string
  readonly bytes: number
  readonly state: FileState
  readonly attempts: number
  readonly hash: string | null
  readonly refusal: Refusal | null
  readonly report: string | null
  readonly byName: string
  readonly articles: number
  readonly facts: number
  readonly changedAt: Date
}

export interface StoredBatch {
  readonly id: string
  readonly byName: string
  readonly createdAt: Date
}

export async function insertBatch(
  db: Db,
  region: number,
  byName: string,
  files: readonly { readonly name: string; readonly bytes: number; readonly refusal: Refusal | null }[],
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `WITH made AS (INSERT INTO report_batch (region_id, by_name) VALUES ($1, $2) RETURNING id),
     entered AS (
       INSERT INTO report_batch_file (region_id, batch_id, n, file_name, bytes, state, refusal)
       SELECT $1, made.id, f.n - 1, f.value ->> 'name', (f.value ->> 'bytes')::bigint,
         CASE WHEN f.value ->> 'refusal' IS NULL THEN 'awaited' ELSE 'refused' END,
         nullif(f.value -> 'refusal', 'null')
       FROM made, jsonb_array_elements($3::jsonb) WITH ORDINALITY AS f (value, n)
     )
     SELECT id FROM made`,
    [region, byName, JSON.stringify(files)],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].id
}

const LISTED = 20

/** Those that are not put away, the latest first. */
export async function listBatches(db: Db, region: number): Promise<StoredBatch[]> {
  const { rows } = await db.query<StoredBatch>(
    `SELECT id, by_name AS "byName", created_at AS "createdAt" FROM report_batch
     WHERE region_id = $1 AND closed_at IS NULL ORDER BY created_at DESC, id LIMIT ${LISTED}`,
    [region],
  )
  return rows
}

export async function findBatch(db: Db, region: number, id: string): Promise<StoredBatch | null> {
  const { rows } = await db.query<StoredBatch>(
    `SELECT id, by_name AS "byName", created_at AS "createdAt" FROM report_batch
     WHERE region_id = $1 AND id = $2`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function closeBatch(db: Db, region: number, id: string): Promise<void> {
  await db.query('UPDATE report_batch SET closed_at = now() WHERE region_id = $1 AND id = $2', [region, id])
}

const FILE = `SELECT f.batch_id AS batch, f.n, f.file_name AS "fileName", f.bytes::float8 AS bytes, f.state,
    f.attempts, f.hash, f.refusal, f.report_id AS report, b.by_name AS "byName",
    f.changed_at AS "changedAt",
    coalesce(jsonb_array_length(r.articles), 0) AS articles,
    (SELECT count(*)::int FROM report_fact x WHERE x.region_id = f.region_id AND x.report_id = f.report_id) AS facts
  FROM report_batch_file f
  JOIN report_batch b ON b.region_id = f.region_id AND b.id = f.batch_id
  LEFT JOIN report r ON r.region_id = f.region_id AND r.id = f.report_id`

export async function filesOf(db: Db, region: number, batches: readonly string[]): Promise<StoredFile[]> {
  const { rows } = await db.query<StoredFile>(
    `${FILE} WHERE f.region_id = $1 AND f.batch_id = ANY ($2::uuid[]) ORDER BY f.n`,
    [region, batches],
  )
  return rows
}

export async function findFile(db: Db, { region, batch, n }: FileKey): Promise<StoredFile | null> {
  const { rows } = await db.query<StoredFile>(
    `${FILE} WHERE f.region_id = $1 AND f.batch_id = $2 AND f.n = $3`,
    [region, batch, n],
  )
  return rows[0] ?? null
}

/** Those whose reading has begun or waits for its turn, in the order in which they came. */
export async function openFiles(db: Db, region: number): Promise<StoredFile[]> {
  const { rows } = await db.query<StoredFile>(
    `${FILE} WHERE f.region_id = $1 AND f.state IN ('queued', 'reading') ORDER BY f.changed_at, b.created_at, f.n`,
    [region],
  )
  return rows
}

interface Moved {
  readonly hash?: string
  readonly bytes?: number
  readonly refusal?: Refusal
}

/** Moves a file on; false where its state does not allow that any more. */
export async function moveStored(
  db: Db,
  { region, batch, n }: FileKey,
  action: Exclude<FileAction, 'finish'>,
  { hash, bytes, refusal }: Moved = {},
): Promise<boolean> {
  const { from, to } = FILE_MOVES[action]
  const { rowCount } = await db.query(
    `UPDATE report_batch_file SET state = $5, refusal = $6, hash = coalesce($7, hash),
       bytes = coalesce($8, bytes), changed_at = now(),
       attempts = CASE $9::text WHEN 'take' THEN attempts + 1 WHEN 'receive' THEN 0 WHEN 'again' THEN 0
         ELSE attempts END
     WHERE region_id = $1 AND batch_id = $2 AND n = $3 AND state = ANY ($4::text[])`,
    [
      region,
      batch,
      n,
      from,
      to,
      refusal === undefined ? null : JSON.stringify(refusal),
      hash ?? null,
      bytes ?? null,
      action,
    ],
  )
  return rowCount === 1
}

export interface SameFile {
  readonly fileName: string
  readonly report: string | null
  readonly withdrawn: boolean
}

/** What the same bytes were read as before, or wait to be read as. */
export async function findSameFile(db: Db, key: FileKey, hash: string): Promise<SameFile | null> {
  const { rows } = await db.query<SameFile>(
    `SELECT file_name AS "fileName", id AS report, withdrawn_at IS NOT NULL AS withdrawn
     FROM report WHERE region_id = $1 AND file_hash = $4
     UNION ALL
     SELECT file_name, NULL, false FROM report_batch_file
     WHERE region_id = $1 AND hash = $4 AND state IN ('queued', 'reading') AND (batch_id, n) <> ($2::uuid, $3::int)
     ORDER BY withdrawn LIMIT 1`,
    [key.region, key.batch, key.n, hash],
  )
  return rows[0] ?? null
}
