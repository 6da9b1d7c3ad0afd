import type { PairAction, PairState, Reason } from '@kehui/domain/registry/resolve'
import type { Db } from '../database/pool.js'
import type { Named } from '../http/auth.js'

export interface StoredPair {
  readonly id: string
  readonly kind: string
  readonly leftId: string
  readonly rightId: string
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly state: PairState
}

export type NewPair = Pick<StoredPair, 'kind' | 'leftId' | 'rightId' | 'score' | 'reasons'>

const COLUMNS = `id, kind, left_id AS "leftId", right_id AS "rightId", score, reasons, state`

/** Resources of a kind with what they are compared by. */
export interface Comparable {
  readonly id: string
  readonly name: string
  readonly creditCode: string | null
  readonly code: string | null
  readonly place: string | null
}

export async function comparables(db: Db, region: number, kind: string, most: number): Promise<Comparable[]> {
  const { rows } = await db.query<Comparable>(
    `SELECT id, name, credit_code AS "creditCode", code, place FROM subject
     WHERE region_id = $1 AND kind = $2 AND merged_into IS NULL ORDER BY id LIMIT $3`,
    [region, kind, most],
  )
  return rows
}

/** Pairs that are new are entered; of those that are open the score is told anew; decisions stand. */
export async function savePairs(db: Db, region: number, pairs: readonly NewPair[]): Promise<number> {
  if (pairs.length === 0) return 0
  const { rows } = await db.query<{ added: boolean }>(
    `INSERT INTO duplicate_pair (region_id, kind, left_id, right_id, score, reasons)
     SELECT $1, * FROM unnest($2::text[], $3::uuid[], $4::uuid[], $5::float8[], $6::jsonb[])
     ON CONFLICT (region_id, left_id, right_id) DO UPDATE SET score = excluded.score, reasons = excluded.reasons
       WHERE duplicate_pair.state = 'open'
     RETURNING xmax = 0 AS added`,
    [
      region,
      pairs.map((p) => p.kind),
      pairs.map((p) => p.leftId),
      pairs.map((p) => p.rightId),
      pairs.map((p) => p.score),
      pairs.map((p) => JSON.stringify(p.reasons)),
    ],
  )
  return rows.filter(({ added }) => added).length
}

/** Open pairs whose two are both there; what was put off comes last. Those decided: the latest first. */
export async function listPairs(
  db: Db,
  region: number,
  { state, limit, offset }: { state: PairState; limit: number; offset: number },
): Promise<{ pairs: StoredPair[]; total: number }> {
  const { rows } = await db.query<StoredPair & { total: number }>(
    `SELECT ${COLUMNS}, count(*) OVER ()::int AS total FROM duplicate_pair p
     WHERE region_id = $1 AND state = $2
       AND (state <> 'open' OR 2 = (SELECT count(*) FROM subject s
            WHERE s.region_id = $1 AND s.id IN (p.left_id, p.right_id) AND s.merged_into IS NULL))
     ORDER BY later, CASE WHEN state = 'open' THEN score END DESC,
       (SELECT max(step.id) FROM duplicate_step step WHERE step.region_id = $1 AND step.pair_id = p.id) DESC NULLS LAST, id
     LIMIT $3 OFFSET $4`,
    [region, state, limit, offset],
  )
  return { pairs: rows.map(({ total: _total, ...pair }) => pair), total: rows[0]?.total ?? 0 }
}

export async function pairCounts(db: Db, region: number): Promise<Partial<Record<PairState, number>>> {
  const { rows } = await db.query<{ state: PairState; count: number }>(
    'SELECT state, count(*)::int AS count FROM duplicate_pair WHERE region_id = $1 GROUP BY state',
    [region],
  )
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

export async function findPair(db: Db, region: number, id: string, lock = false): Promise<StoredPair | null> {
  const { rows } = await db.query<StoredPair>(
    `SELECT ${COLUMNS} FROM duplicate_pair WHERE region_id = $1 AND id = $2${lock ? ' FOR UPDATE' : ''}`,
    [region, id],
  )
  return rows[0] ?? null
}

export interface Step {
  readonly action: PairAction
  readonly byName: string
  readonly byRole: string
  readonly note: string | null
  readonly at: string
}

export async function saveStep(
  db: Db,
  region: number,
  pair: string,
  step: { state: PairState; action: PairAction; by: Named; note: string | null },
): Promise<void> {
  await db.query(
    `UPDATE duplicate_pair SET state = $3, later = CASE WHEN $4 = 'later' THEN later + 1 ELSE 0 END
     WHERE region_id = $1 AND id = $2`,
    [region, pair, step.state, step.action],
  )
  await db.query(
    `INSERT INTO duplicate_step (region_id, pair_id, action, by_name, by_role, note) VALUES ($1, $2, $3, $4, $5, $6)`,
    [region, pair, step.action, step.by.name, step.by.role, step.note],
  )
}

export async function stepsOf(db: Db, region: number, pair: string): Promise<Step[]> {
  const { rows } = await db.query<Step>(
    `SELECT action, by_name AS "byName", by_role AS "byRole", note,
            to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
     FROM duplicate_step WHERE region_id = $1 AND pair_id = $2 ORDER BY id`,
    [region, pair],
  )
  return rows
}

export interface Side {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly creditCode: string | null
  readonly code: string | null
  readonly sample: boolean
  readonly mergedInto: string | null
  readonly importName: string | null
  readonly enteredAt: string
  readonly facts: number
  readonly records: number
  readonly relations: number
}

/** What tells two resources apart at a glance, and how much is known of each. */
export async function sidesOf(db: Db, region: number, ids: readonly string[]): Promise<Map<string, Side>> {
  const { rows } = await db.query<Side>(
    `SELECT s.id, s.name, s.place, s.credit_code AS "creditCode", s.code, s.sample, s.merged_into AS "mergedInto",
            (SELECT i.file_name FROM resource_import i WHERE i.region_id = $1 AND i.no = s.import_no) AS "importName",
            to_char(s.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "enteredAt",
            (SELECT count(*)::int FROM observation o WHERE o.subject_id = s.id AND o.retracted_at IS NULL)
              + (SELECT count(*)::int FROM imported_row r WHERE r.subject_id = s.id AND r.retracted_at IS NULL)
              AS facts,
            (SELECT count(*)::int FROM record_row r WHERE r.subject_id = s.id AND r.retracted_at IS NULL) AS records,
            (SELECT count(*)::int FROM relation r WHERE r.region_id = $1 AND s.id IN (r.from_id, r.to_id)
              AND r.retracted_at IS NULL) AS relations
     FROM subject s WHERE s.region_id = $1 AND s.id = ANY ($2::uuid[])`,
    [region, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
