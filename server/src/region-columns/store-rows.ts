import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from } from 'pg-copy-streams'
import type { Db } from '../database/pool.js'
import { kindsFeeding } from '../registry/linked/party-kinds.js'
import type { StoredColumn } from './store-columns.js'

/** A subject's row as it is written: values by the id of their column. */
export interface WideRow {
  readonly subject: string
  readonly revision: number
  readonly audiences: number
  readonly place: string | null
  readonly packs: readonly string[]
  readonly received: readonly string[]
  readonly values: ReadonlyMap<number, readonly [lo: bigint, hi: bigint]>
}

export interface RowFault {
  readonly subject: string
  readonly fact: string
  readonly value: string
  readonly least: string
  readonly most: string
  readonly misfit: 'type' | 'range'
}

/**
 * Subjects whose row is missing or was filled at another revision, those of one place together; with `keys` also those
 * of whom, or of whose owner, something is known under one of these keys or in these records.
 */
export async function staleRows(
  db: Db,
  region: number,
  keys: readonly string[],
  all: boolean,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT s.id FROM subject s LEFT JOIN region_row r ON r.region_id = s.region_id AND r.subject_id = s.id
     WHERE s.region_id = $1 AND s.audience IS NOT NULL AND ($3 OR r.revision IS DISTINCT FROM s.revision
       OR EXISTS (SELECT FROM observation o WHERE o.subject_id IN (s.id, s.owner_id)
         AND o.key = ANY ($2::text[]) AND o.retracted_at IS NULL)
       OR EXISTS (SELECT FROM record_row d WHERE d.subject_id IN (s.id, s.owner_id)
         AND d.record = ANY ($2::text[]) AND d.retracted_at IS NULL)
       OR EXISTS (SELECT FROM resource_link l WHERE l.region_id = s.region_id AND l.kind = ANY ($4::text[])
         AND l.target IN (translate(btrim(s.name), '（）', '()'), s.credit_code))
       OR EXISTS (SELECT FROM imported_row m WHERE m.subject_id IN (s.id, s.owner_id)
         AND m.retracted_at IS NULL AND m.import_no IN (
           SELECT i.no FROM resource_import i, jsonb_array_elements(i.layout) c
           WHERE i.region_id = $1 AND i.status = 'committed' AND EXISTS (
             SELECT FROM unnest($2::text[]) AS k (key)
             WHERE k.key = c ->> 'fact' OR c ? 'yearly' AND starts_with(k.key, (c ->> 'fact') || '@')))))
     ORDER BY s.place, s.id`,
    [region, keys, all, kindsFeeding(keys)],
  )
  return rows.map(({ id }) => id)
}

/** Puts rows in the place of those of the same subjects. Run it in a transaction. */
export async function replaceRows(
  client: Db,
  region: number,
  columns: readonly StoredColumn[],
  rows: readonly WideRow[],
): Promise<void> {
  const subjects = rows.map(({ subject }) => subject)
  await keepBefore(client, region, subjects)
  await client.query('DELETE FROM region_row WHERE region_id = $1 AND subject_id = ANY ($2::uuid[])', [
    region,
    subjects,
  ])
  const names = ['region_id', 'subject_id', 'revision', 'audiences', 'place', 'packs', 'received']
  for (const { id, column } of columns) names.push(`f${id}`, ...(column.intervals ? [`f${id}_hi`] : []))
  const lines = rows.map((row) => `${[region, ...fixedCells(row), ...valueCells(columns, row)].join('\t')}\n`)
  const copy = client.query(from(`COPY region_row (${names.join()}) FROM STDIN`))
  await pipeline(Readable.from([lines.join('')]), copy)
}

/** As the latest run read them, so that the next can tell what changed; the first since then counts. */
async function keepBefore(db: Db, region: number, subjects: readonly string[]): Promise<void> {
  const { rowCount } = await db.query(
    `SELECT FROM region_run WHERE region_id = $1 AND state = 'done' LIMIT 1`,
    [region],
  )
  if (rowCount === 0) return
  await db.query(
    `INSERT INTO region_row_before SELECT * FROM region_row
     WHERE region_id = $1 AND subject_id = ANY ($2::uuid[]) ON CONFLICT DO NOTHING`,
    [region, subjects],
  )
  await db.query(
    `INSERT INTO region_row_before (region_id, subject_id, revision, audiences)
     SELECT $1, id, -1, 0 FROM unnest($2::uuid[]) AS given (id) ON CONFLICT DO NOTHING`,
    [region, subjects],
  )
}

export async function forgetBefore(db: Db, region: number): Promise<void> {
  await db.query('DELETE FROM region_row_before WHERE region_id = $1', [region])
}

const NULL = '\\N'

function fixedCells({ subject, revision, audiences, place, packs, received }: WideRow): unknown[] {
  return [subject, revision, audiences, place ?? NULL, listCell(packs), listCell(received)]
}

/** As COPY wants an array of texts: quoted for the array, then for the line. */
export function listCell(texts: readonly string[]): string {
  if (texts.length === 0) return NULL
  const quoted = texts.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`)
  return copyText(`{${quoted.join()}}`)
}

export function copyText(text: string): string {
  const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
  return text.replaceAll(/[\\\t\n\r]/g, (c) => escapes[c] ?? c)
}

function* valueCells(columns: readonly StoredColumn[], { values }: WideRow): Iterable<unknown> {
  for (const { id, column } of columns) {
    const ends = values.get(id)
    yield ends ? ends[0] : NULL
    if (column.intervals) yield ends && ends[0] !== ends[1] ? ends[1] : NULL
  }
}

/** Puts the faults of these subjects in the place of those that were told before. */
export async function replaceFaults(
  db: Db,
  region: number,
  subjects: readonly string[],
  faults: readonly RowFault[],
): Promise<void> {
  await db.query('DELETE FROM region_fault WHERE region_id = $1 AND subject_id = ANY ($2::uuid[])', [
    region,
    subjects,
  ])
  await db.query(
    `INSERT INTO region_fault (region_id, subject_id, fact, value, least, most, misfit)
     SELECT $1, subject, fact, value, least, most, misfit
     FROM jsonb_to_recordset($2::jsonb)
       AS g (subject uuid, fact text, value text, least text, most text, misfit text)
     ON CONFLICT DO NOTHING`,
    [region, JSON.stringify(faults)],
  )
}

/** Adds faults that were found when the rows were read. */
export async function addFaults(db: Db, region: number, faults: readonly RowFault[]): Promise<void> {
  await replaceFaults(db, region, [], faults)
}

export async function countFaults(db: Db, region: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM region_fault WHERE region_id = $1',
    [region],
  )
  return rows[0]?.count ?? 0
}

/** Rows of subjects that are gone go too. */
export async function dropOrphans(db: Db, region: number): Promise<number> {
  const gone = `region_id = $1 AND NOT EXISTS (SELECT FROM subject s WHERE s.id = subject_id)`
  await db.query(`DELETE FROM region_fault WHERE ${gone}`, [region])
  const { rowCount } = await db.query(`DELETE FROM region_row WHERE ${gone}`, [region])
  return rowCount ?? 0
}

/** Says that rows were filled anew. */
export async function bumpFilling(db: Db, region: number): Promise<void> {
  await db.query(
    `INSERT INTO region_filling (region_id, version) VALUES ($1, 1)
     ON CONFLICT (region_id) DO UPDATE SET version = region_filling.version + 1, filled_at = now()`,
    [region],
  )
}

export async function fillingVersion(db: Db, region: number): Promise<bigint> {
  const { rows } = await db.query<{ version: bigint }>(
    'SELECT version FROM region_filling WHERE region_id = $1',
    [region],
  )
  return rows[0]?.version ?? 0n
}

/** The rows as they are, and as the latest run read those that changed since. */
export type WideTable = 'region_row' | 'region_row_before'

export async function countRows(db: Db, table: WideTable, region: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${table} WHERE region_id = $1`,
    [region],
  )
  return rows[0]?.count ?? 0
}
