import type { Db } from '../../database/pool.js'

/** Whose keys are meant: one system numbers each kind of resources by itself. */
export interface KeyScope {
  readonly sourceId: number
  readonly target: string
}

export interface ChangedRow {
  readonly no: string
  readonly row: number
  readonly key: string
  readonly subject: string
  readonly isRetracted: boolean
}

/** Which of these keys the source ever told of, and whether anything that it told by them holds. */
export async function toldKeys(
  db: Db,
  region: number,
  { sourceId, target }: KeyScope,
  keys: readonly string[],
): Promise<Map<string, boolean>> {
  const { rows } = await db.query<{ key: string; holds: boolean }>(
    `SELECT r.key, bool_or(r.retracted_at IS NULL) AS holds
     FROM imported_row r JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
     WHERE r.region_id = $1 AND r.source_id = $2 AND r.key = ANY ($4::text[])
       AND i.status = 'committed' AND i.target = $3
     GROUP BY r.key`,
    [region, sourceId, target, keys],
  )
  return new Map(rows.map(({ key, holds }) => [key, holds]))
}

export async function insertRetractions(
  db: Db,
  region: number,
  no: string,
  { sourceId, target }: KeyScope,
  keys: readonly string[],
): Promise<void> {
  await db.query(
    `INSERT INTO feed_retraction (region_id, import_no, source_id, target, key)
     SELECT $1, $2, $3, $4, unnest($5::text[])`,
    [region, no, sourceId, target, keys],
  )
}

export async function keysRetractedBy(db: Db, region: number, no: string): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    'SELECT key FROM feed_retraction WHERE region_id = $1 AND import_no = $2 ORDER BY key',
    [region, no],
  )
  return rows.map(({ key }) => key)
}

/** Brings rows of these keys to what follows from the batches that are committed; those that changed. */
export async function settleRows(
  db: Db,
  region: number,
  { sourceId, target }: KeyScope,
  keys: readonly string[],
): Promise<ChangedRow[]> {
  const { rows } = await db.query<ChangedRow>(
    `UPDATE imported_row r SET retracted_at = CASE WHEN r.retracted_at IS NULL THEN now() END
     FROM resource_import i
     WHERE r.region_id = $1 AND r.source_id = $2 AND r.key = ANY ($4::text[])
       AND i.region_id = r.region_id AND i.no = r.import_no AND i.target = $3 AND i.status = 'committed'
       AND (r.retracted_at IS NULL) = EXISTS (
         SELECT FROM feed_retraction f JOIN resource_import c ON c.region_id = f.region_id AND c.no = f.import_no
         WHERE f.region_id = $1 AND f.source_id = $2 AND f.target = $3 AND f.key = r.key
           AND f.import_no > r.import_no AND c.status = 'committed')
     RETURNING r.import_no::text AS no, r.row, r.key, r.subject_id AS subject,
       r.retracted_at IS NOT NULL AS "isRetracted"`,
    [region, sourceId, target, keys],
  )
  return rows
}

/** Keeps how these subjects stand, so that they can come back. */
export async function keepSubjects(db: Db, region: number, ids: readonly string[]): Promise<void> {
  await db.query(
    `INSERT INTO retracted_subject (region_id, subject_id, stood)
     SELECT region_id, id, to_jsonb(s) FROM subject s WHERE region_id = $1 AND id = ANY ($2::uuid[])
     ON CONFLICT (region_id, subject_id) DO UPDATE SET stood = EXCLUDED.stood`,
    [region, ids],
  )
}

export async function forgetKept(db: Db, region: number, ids: readonly string[]): Promise<void> {
  await db.query('DELETE FROM retracted_subject WHERE region_id = $1 AND subject_id = ANY ($2::uuid[])', [
    region,
    ids,
  ])
}

export async function presentSubjects(db: Db, region: number, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])',
    [region, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Whom the source tells of by one of these keys now. */
export async function heldByKey(
  db: Db,
  region: number,
  { sourceId, target }: KeyScope,
  keys: readonly string[],
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT s.id FROM imported_row r
       JOIN resource_import i ON i.region_id = r.region_id AND i.no = r.import_no
       JOIN subject s ON s.id = r.subject_id
     WHERE r.region_id = $1 AND r.source_id = $2 AND r.key = ANY ($4::text[]) AND r.retracted_at IS NULL
       AND i.status = 'committed' AND i.target = $3
     ORDER BY r.import_no DESC, r.row DESC LIMIT 1`,
    [region, sourceId, target, keys],
  )
  return rows[0]?.id ?? null
}

/** Enters a subject as it stood; whoever has its official identifier now is returned in its stead. */
export async function restoreSubject(db: Db, region: number, id: string): Promise<string | null> {
  const { rows: restored } = await db.query<{ id: string }>(
    `INSERT INTO subject SELECT (jsonb_populate_record(NULL::subject, stood || jsonb_build_object('owner_id',
       (SELECT o.id FROM subject o WHERE o.id = (stood ->> 'owner_id')::uuid)))).*
     FROM retracted_subject WHERE region_id = $1 AND subject_id = $2
     ON CONFLICT DO NOTHING RETURNING id`,
    [region, id],
  )
  if (restored[0]) return restored[0].id
  const { rows } = await db.query<{ id: string }>(
    `SELECT s.id FROM retracted_subject t JOIN subject s ON s.region_id = t.region_id
       AND (s.credit_code = t.stood ->> 'credit_code'
         OR (s.kind = t.stood ->> 'kind' AND s.code = t.stood ->> 'code'))
     WHERE t.region_id = $1 AND t.subject_id = $2 LIMIT 1`,
    [region, id],
  )
  return rows[0]?.id ?? null
}

/** Rows, and whom they name, are of another subject from now on. */
export async function moveRows(
  db: Db,
  region: number,
  moved: readonly ChangedRow[],
  { from, to }: { from: string; to: string },
): Promise<void> {
  await db.query(
    `UPDATE imported_row r SET subject_id = $2 FROM unnest($3::bigint[], $4::int[]) AS m (no, nth)
     WHERE r.region_id = $1 AND r.import_no = m.no AND r.row = m.nth`,
    [region, to, moved.map(({ no }) => no), moved.map(({ row }) => row)],
  )
  await db.query(
    `UPDATE resource_link SET subject_id = $3
     WHERE region_id = $1 AND subject_id = $2 AND import_no = ANY ($4::bigint[])`,
    [region, from, to, moved.map(({ no }) => no)],
  )
}
