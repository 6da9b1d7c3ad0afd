import type { FileHashes, KnownVersion, PublishedText, VersionChange } from '@kehui/domain/packs/publishing'
import type { Db } from '../database/pool.js'

export type Cause = 'start' | 'publish' | 'withdraw'

export interface Snapshot {
  readonly id: number
  readonly hash: string
  readonly cause: Cause
  readonly createdAt: Date
}

const COLUMNS = 'id::int AS id, hash, cause, created_at AS "createdAt"'

/** Whoever is to write a snapshot holds this first: of two that publish at once, the second sees the first's. */
export async function lockSnapshots(db: Db): Promise<void> {
  await db.query('LOCK TABLE library_snapshot IN SHARE ROW EXCLUSIVE MODE')
}

/** What is in force. */
export async function latestSnapshot(db: Db): Promise<Snapshot | null> {
  const { rows } = await db.query<Snapshot>(
    `SELECT ${COLUMNS} FROM library_snapshot ORDER BY id DESC LIMIT 1`,
  )
  return rows[0] ?? null
}

export async function findSnapshot(
  db: Db,
  id: number,
): Promise<(Snapshot & { readonly files: FileHashes }) | null> {
  const { rows } = await db.query<Snapshot & { files: FileHashes }>(
    `SELECT ${COLUMNS}, files FROM library_snapshot WHERE id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** What was in force at a moment; null before the first start. */
export async function snapshotOn(db: Db, moment: Date): Promise<Snapshot | null> {
  const { rows } = await db.query<Snapshot>(
    `SELECT ${COLUMNS} FROM library_snapshot WHERE created_at <= $1 ORDER BY id DESC LIMIT 1`,
    [moment],
  )
  return rows[0] ?? null
}

export async function insertSnapshot(
  db: Db,
  { hash, files, cause, at }: { hash: string; files: FileHashes; cause: Cause; at: Date },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    'INSERT INTO library_snapshot (hash, files, cause, created_at) VALUES ($1, $2, $3, $4) RETURNING id::int AS id',
    [hash, JSON.stringify(files), cause, at],
  )
  const [row] = rows
  if (row === undefined) throw new Error('an insert returns its row')
  return row.id
}

/** Keeps texts that are not kept yet. */
export async function keepTexts(
  db: Db,
  texts: readonly { readonly hash: string; readonly text: string }[],
): Promise<void> {
  await db.query(
    `INSERT INTO source_text (hash, text) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
    [texts.map(({ hash }) => hash), texts.map(({ text }) => text)],
  )
}

export async function textsOf(db: Db, hashes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ hash: string; text: string }>(
    'SELECT hash, text FROM source_text WHERE hash = ANY ($1::text[])',
    [hashes],
  )
  return new Map(rows.map(({ hash, text }) => [hash, text]))
}

export type Published = PublishedText & { readonly draft: string; readonly byName: string | null }

/** What stands in place of the files of the packs, or beside them. */
export async function publishedTexts(db: Db): Promise<Published[]> {
  const { rows } = await db.query<Published>(
    `SELECT path, programme, hash, text, file_hash AS "fileHash", published_by AS "byName", id AS draft
     FROM programme_draft JOIN source_text ON hash = source_hash
     WHERE state = 'published' ORDER BY path`,
  )
  return rows
}

/** The version of every programme that ever was, as the latest snapshot has it. */
export async function knownVersions(db: Db): Promise<KnownVersion[]> {
  const { rows } = await db.query<KnownVersion>(
    'SELECT DISTINCT ON (programme) programme, path, version FROM programme_publication ORDER BY programme, id DESC',
  )
  return rows
}

export type NewPublication = VersionChange & {
  readonly sourceHash: string | null
  readonly origin: 'file' | 'web'
  readonly byName: string | null
  readonly note: string | null
}

export async function insertPublications(
  db: Db,
  snapshot: number,
  at: Date,
  rows: readonly NewPublication[],
): Promise<void> {
  await db.query(
    `INSERT INTO programme_publication
       (programme, path, version, source_hash, origin, by_name, note, snapshot_id, published_at)
     SELECT programme, path, version, "sourceHash", origin, "byName", note, $2, $3
     FROM jsonb_to_recordset($1::jsonb) AS row (programme text, path text, version text, "sourceHash" text,
       origin text, "byName" text, note text)`,
    [JSON.stringify(rows), snapshot, at],
  )
}

export interface Publication {
  readonly programme: string
  readonly version: string | null
  readonly snapshot: number
  readonly origin: 'file' | 'web'
  readonly byName: string | null
  readonly note: string | null
  readonly publishedAt: Date
}

/** The versions of one programme that were in force, the latest first. */
export async function publicationsOf(db: Db, programme: string): Promise<Publication[]> {
  const { rows } = await db.query<Publication>(
    `SELECT programme, version, snapshot_id::int AS snapshot, origin, by_name AS "byName", note,
       published_at AS "publishedAt"
     FROM programme_publication WHERE programme = $1 ORDER BY id DESC`,
    [programme],
  )
  return rows
}
