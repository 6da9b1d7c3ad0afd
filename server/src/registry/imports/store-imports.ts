import type { LayoutColumn } from '@kehui/domain/registry/facts'
import type { ImportMapping, SourceMapping } from '@kehui/domain/registry/imports'
import type { Db } from '../../database/pool.js'
import type { LoadResult, Progress } from './schema.js'

export type ImportStatus = 'preview' | 'running' | 'committed' | 'undone' | 'failed'

export interface StoredResourceImport {
  readonly no: string
  readonly id: string
  readonly sourceId: number
  readonly source: string
  readonly target: string
  readonly form: 'file' | 'feed'
  readonly fileName: string | null
  readonly status: ImportStatus
  readonly mapping: ImportMapping | Record<string, never>
  /** YYYY-MM-DD */
  readonly observedOn: string
  readonly actor: string | null
  readonly progress: Progress | null
  readonly result: LoadResult | null
  readonly createdAt: Date
  readonly committedAt: Date | null
  readonly undoneAt: Date | null
}

const COLUMNS = `i.no::text AS no, i.id, i.source_id AS "sourceId", s.name AS source, i.target, i.form,
  i.file_name AS "fileName", i.status, i.mapping, i.observed_on AS "observedOn", i.actor, i.progress, i.result,
  i.created_at AS "createdAt", i.committed_at AS "committedAt", i.undone_at AS "undoneAt"`
const FROM = `FROM resource_import i JOIN resource_source s ON s.region_id = i.region_id AND s.id = i.source_id`

/** The source of that name, entered on first use; how it stands is what was said of it last. */
export async function ensureSource(db: Db, region: number, source: SourceMapping): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `INSERT INTO resource_source (region_id, name, standing, confidence) VALUES ($1, $2, $3, $4)
     ON CONFLICT (region_id, name) DO UPDATE SET
       standing = coalesce($5, resource_source.standing), confidence = coalesce($6, resource_source.confidence)
     RETURNING id`,
    [
      region,
      source.name,
      source.standing ?? 'document',
      source.confidence ?? 80,
      source.standing ?? null,
      source.confidence ?? null,
    ],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an upsert returns its row')
  return row.id
}

export async function findSource(db: Db, region: number, name: string): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>(
    'SELECT id FROM resource_source WHERE region_id = $1 AND name = $2',
    [region, name],
  )
  return rows[0]?.id ?? null
}

/** The next file of this source and target is read alike. */
export async function rememberMapping(
  db: Db,
  region: number,
  { sourceId, target, mapping }: { sourceId: number; target: string; mapping: ImportMapping },
): Promise<void> {
  await db.query(
    `UPDATE resource_source SET mappings = mappings || jsonb_build_object($3::text, $4::jsonb)
     WHERE region_id = $1 AND id = $2`,
    [region, sourceId, target, JSON.stringify(mapping)],
  )
}

export async function rememberedMappings(
  db: Db,
  region: number,
): Promise<{ source: string; target: string; mapping: ImportMapping }[]> {
  const { rows } = await db.query<{ source: string; target: string; mapping: ImportMapping }>(
    `SELECT s.name AS source, m.key AS target, m.value AS mapping
     FROM resource_source s, jsonb_each(s.mappings) m WHERE s.region_id = $1 ORDER BY s.name, m.key`,
    [region],
  )
  return rows
}

export interface NewImport {
  readonly sourceId: number
  readonly target: string
  readonly form: 'file' | 'feed'
  readonly fileName: string | null
  readonly status: ImportStatus
  readonly mapping: ImportMapping | Record<string, never>
  readonly observedOn: string
  readonly actor: string | null
}

export async function insertResourceImport(
  db: Db,
  region: number,
  given: NewImport,
): Promise<{ no: string; id: string }> {
  const { rows } = await db.query<{ no: string; id: string }>(
    `INSERT INTO resource_import (region_id, source_id, target, form, file_name, status, mapping, observed_on, actor)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING no::text, id`,
    [
      region,
      given.sourceId,
      given.target,
      given.form,
      given.fileName,
      given.status,
      JSON.stringify(given.mapping),
      given.observedOn,
      given.actor,
    ],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an insert returns its row')
  return row
}

/** With `lock`, nobody else can confirm or undo it until the transaction ends. */
export async function findResourceImport(
  db: Db,
  region: number,
  id: string,
  lock = false,
): Promise<StoredResourceImport | null> {
  const { rows } = await db.query<StoredResourceImport>(
    `SELECT ${COLUMNS} ${FROM} WHERE i.region_id = $1 AND i.id = $2 ${lock ? 'FOR UPDATE OF i' : ''}`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function listResourceImports(db: Db, region: number): Promise<StoredResourceImport[]> {
  const { rows } = await db.query<StoredResourceImport>(
    `SELECT ${COLUMNS} ${FROM} WHERE i.region_id = $1 AND (i.form = 'file' OR i.status <> 'committed')
     ORDER BY i.created_at DESC, i.no DESC LIMIT 200`,
    [region],
  )
  return rows
}

export async function setRunning(
  db: Db,
  region: number,
  id: string,
  given: Pick<NewImport, 'sourceId' | 'target' | 'mapping' | 'observedOn'>,
): Promise<void> {
  await db.query(
    `UPDATE resource_import SET status = 'running', source_id = $3, target = $4, mapping = $5, observed_on = $6,
       progress = NULL, result = NULL
     WHERE region_id = $1 AND id = $2`,
    [region, id, given.sourceId, given.target, JSON.stringify(given.mapping), given.observedOn],
  )
}

export async function setProgress(db: Db, region: number, no: string, progress: Progress): Promise<void> {
  await db.query('UPDATE resource_import SET progress = $3 WHERE region_id = $1 AND no = $2', [
    region,
    no,
    JSON.stringify(progress),
  ])
}

export async function setCommitted(
  db: Db,
  region: number,
  no: string,
  { layout, result }: { layout: readonly LayoutColumn[]; result: LoadResult },
): Promise<void> {
  await db.query(
    `UPDATE resource_import SET status = 'committed', layout = $3, result = $4, committed_at = clock_timestamp()
     WHERE region_id = $1 AND no = $2`,
    [region, no, JSON.stringify(layout), JSON.stringify(result)],
  )
}

export async function setFailed(db: Db, region: number, no: string, result: unknown): Promise<void> {
  await db.query(
    `UPDATE resource_import SET status = 'failed', result = $3 WHERE region_id = $1 AND no = $2`,
    [region, no, JSON.stringify(result)],
  )
  // They were never seen: the import that they are of was not committed.
  await db.query('DELETE FROM imported_row WHERE region_id = $1 AND import_no = $2', [region, no])
}

export async function setUndone(db: Db, region: number, no: string): Promise<void> {
  await db.query(
    `UPDATE resource_import SET status = 'undone', undone_at = clock_timestamp() WHERE region_id = $1 AND no = $2`,
    [region, no],
  )
}

/** Imports that were running when their server ended came to nothing; their files can be read in again. */
export async function endInterrupted(db: Db, region: number): Promise<void> {
  const { rows } = await db.query<{ no: string }>(
    `SELECT no::text FROM resource_import WHERE region_id = $1 AND status = 'running'`,
    [region],
  )
  for (const { no } of rows) await setFailed(db, region, no, { failure: '服务器中断 The server ended' })
}

/** One at a time enters or takes back, and no table of companies meanwhile. */
export async function lockRegionForImport(db: Db, region: number): Promise<void> {
  await db.query('SELECT 1 FROM region WHERE id = $1 FOR NO KEY UPDATE', [region])
}
