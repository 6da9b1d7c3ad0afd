import type { Change, KnownThen, Standing } from '@kehui/domain/packs/cultivation'
import type { Cell } from '@kehui/domain/packs/package'
import type { Db } from '../database/pool.js'
import type { StoredValue } from '../registry/stored-value.js'

export type Cells = Readonly<Record<string, Cell>>

/** What a result was computed from: it holds as long as all of it is still so. */
export interface Basis {
  readonly on: string
  readonly hash: string
}

export interface Assessment extends Basis {
  readonly subject: string
  readonly revision: number
  readonly cells: Cells
  readonly known: KnownThen<StoredValue>
}

/** A subject has no result, or one of another day, of other programmes or of what was known before. */
export const STALE = `(a.subject_id IS NULL OR a.on_date <> $2::date OR a.library_hash <> $3 OR a.revision <> s.revision)`

export async function staleIds(
  db: Db,
  region: number,
  { on, hash }: Basis,
  { limit, among }: { limit: number; among?: readonly string[] },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT s.id FROM subject s LEFT JOIN assessment a ON a.region_id = s.region_id AND a.subject_id = s.id
     WHERE s.region_id = $1 AND ${STALE} AND ($5::uuid[] IS NULL OR s.id = ANY ($5)) LIMIT $4`,
    [region, on, hash, limit, among ?? null],
  )
  return rows.map(({ id }) => id)
}

export async function countStale(
  db: Db,
  region: number,
  { on, hash }: Basis,
): Promise<{ total: number; stale: number }> {
  const { rows } = await db.query<{ total: number; stale: number }>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE ${STALE})::int AS stale
     FROM subject s LEFT JOIN assessment a ON a.region_id = s.region_id AND a.subject_id = s.id
     WHERE s.region_id = $1`,
    [region, on, hash],
  )
  return rows[0] ?? { total: 0, stale: 0 }
}

export async function revisionsOf(
  db: Db,
  region: number,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ id: string; revision: number }>(
    'SELECT id, revision FROM subject WHERE region_id = $1 AND id = ANY ($2::uuid[])',
    [region, ids],
  )
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

export async function findAssessments(db: Db, region: number, ids: readonly string[]): Promise<Assessment[]> {
  const { rows } = await db.query<Assessment>(
    `SELECT subject_id AS subject, on_date AS on, library_hash AS hash, revision, cells, known
     FROM assessment WHERE region_id = $1 AND subject_id = ANY ($2::uuid[])`,
    [region, ids],
  )
  return rows
}

/** Nobody else writes results of the region until the transaction ends, so that a change is told once. */
export async function lockAssessments(db: Db, region: number): Promise<void> {
  await db.query("SELECT pg_advisory_xact_lock(hashtext('kehui.assessment'), $1)", [region])
}

export async function saveAssessments(
  db: Db,
  region: number,
  given: readonly (Assessment & { readonly standing: Standing })[],
): Promise<void> {
  await db.query(
    `INSERT INTO assessment (region_id, subject_id, on_date, library_hash, revision, cells, known,
       met, open, unmet, certain_fen, possible_fen, nearness)
     SELECT $1, s.id, g.on_date, g.hash, g.revision, g.cells, g.known,
       ARRAY (SELECT jsonb_array_elements_text(g.met)), ARRAY (SELECT jsonb_array_elements_text(g.open)),
       ARRAY (SELECT jsonb_array_elements_text(g.unmet)), g.certain, g.possible, g.nearness
     FROM jsonb_to_recordset($2::jsonb) AS g (subject uuid, on_date date, hash text, revision integer,
       cells jsonb, known jsonb, met jsonb, open jsonb, unmet jsonb, certain bigint, possible bigint, nearness integer)
     JOIN subject s ON s.id = g.subject AND s.region_id = $1
     ON CONFLICT (region_id, subject_id) DO UPDATE SET (on_date, library_hash, revision, computed_at, cells, known,
       met, open, unmet, certain_fen, possible_fen, nearness) = (excluded.on_date, excluded.library_hash,
       excluded.revision, now(), excluded.cells, excluded.known, excluded.met, excluded.open, excluded.unmet,
       excluded.certain_fen, excluded.possible_fen, excluded.nearness)`,
    [region, JSON.stringify(given.map(rowOf))],
  )
}

function rowOf({ subject, on, hash, revision, cells, known, standing }: Assessment & { standing: Standing }) {
  const { programmes, certainFen, possibleFen, nearness } = standing
  return {
    subject,
    on_date: on,
    hash,
    revision,
    cells,
    known,
    met: programmes.yes,
    open: programmes.unknown,
    unmet: programmes.no,
    certain: certainFen.toString(),
    possible: possibleFen.toString(),
    nearness,
  }
}

export type NewChange = Change<StoredValue> & { readonly subject: string; readonly on: string }

export async function insertChanges(db: Db, region: number, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return
  await db.query(
    `INSERT INTO assessment_change (region_id, subject_id, programme, on_date, before, after, reasons)
     SELECT $1, s.id, g.programme, g.on, nullif(g.before, 'null'), nullif(g.after, 'null'), g.reasons
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (subject uuid, programme text, "on" date,
       before jsonb, after jsonb, reasons jsonb)) WITH ORDINALITY
       AS g (subject, programme, "on", before, after, reasons, place)
     JOIN subject s ON s.id = g.subject AND s.region_id = $1 ORDER BY g.place`,
    [region, JSON.stringify(changes)],
  )
}
