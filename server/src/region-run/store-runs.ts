import type { Db } from '../database/pool.js'

export type RunState = 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed'
export type RunPhase = 'facts' | 'columns' | 'programmes' | 'done'
export type RunCause = 'asked' | 'nightly'

export interface StoredRun {
  readonly id: string
  /** `2026-11-24` */
  readonly on: string
  readonly state: RunState
  readonly cause: RunCause
  readonly byName: string | null
  readonly phase: RunPhase
  readonly done: number
  readonly total: number
  readonly libraryHash: string
  readonly subjects: number
  readonly programmes: number
  readonly changes: number
  readonly faults: number
  readonly columns: readonly number[]
  readonly problem: string | null
  readonly cancelAsked: boolean
  readonly startedAt: Date
  readonly endedAt: Date | null
}

const COLUMNS = `id::text, on_date AS on, state, cause, by_name AS "byName", phase, done::int, total::int,
  library_hash AS "libraryHash", subjects, programmes, changes, faults, columns, problem,
  cancel_asked AS "cancelAsked", started_at AS "startedAt", ended_at AS "endedAt"`

export async function insertRun(
  db: Db,
  region: number,
  run: { on: string; cause: RunCause; byName: string | null; libraryHash: string; snapshot: number },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO region_run (region_id, on_date, cause, by_name, library_hash, snapshot_id)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::text`,
    [region, run.on, run.cause, run.byName, run.libraryHash, run.snapshot],
  )
  const [row] = rows
  if (!row) throw new Error('an insert returns its row')
  return row.id
}

export async function findRun(db: Db, region: number, id: string): Promise<StoredRun | null> {
  const { rows } = await db.query<StoredRun>(
    `SELECT ${COLUMNS} FROM region_run WHERE region_id = $1 AND id = $2::bigint`,
    [region, id],
  )
  return rows[0] ?? null
}

export async function latestRuns(db: Db, region: number, limit: number): Promise<StoredRun[]> {
  const { rows } = await db.query<StoredRun>(
    `SELECT ${COLUMNS} FROM region_run WHERE region_id = $1 ORDER BY region_run.id DESC LIMIT $2`,
    [region, limit],
  )
  return rows
}

/** The latest that was finished: what entitlements say. */
export async function lastDone(db: Db, region: number): Promise<StoredRun | null> {
  const { rows } = await db.query<StoredRun>(
    `SELECT ${COLUMNS} FROM region_run WHERE region_id = $1 AND state = 'done' ORDER BY region_run.id DESC LIMIT 1`,
    [region],
  )
  return rows[0] ?? null
}

/** Says how far it is, and whether it was asked to stop. */
export async function tellProgress(
  db: Db,
  region: number,
  id: string,
  { phase, done, total }: { phase: RunPhase; done: number; total: number },
): Promise<{ cancelAsked: boolean }> {
  const { rows } = await db.query<{ cancelAsked: boolean }>(
    `UPDATE region_run SET phase = $3, done = $4, total = $5 WHERE region_id = $1 AND id = $2::bigint
       AND state = 'running' RETURNING cancel_asked AS "cancelAsked"`,
    [region, id, phase, done, total],
  )
  return { cancelAsked: rows[0]?.cancelAsked ?? false }
}

/** Whether it was still running. */
export async function askCancel(db: Db, region: number, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE region_run SET cancel_asked = true WHERE region_id = $1 AND id = $2::bigint AND state = 'running'`,
    [region, id],
  )
  return rowCount === 1
}

export interface Finished {
  readonly subjects: number
  readonly programmes: number
  readonly changes: number
  readonly faults: number
  readonly columns: readonly number[]
}

/** Run it in the transaction that writes what was found. */
export async function finishRun(db: Db, region: number, id: string, found: Finished): Promise<void> {
  await db.query(
    `UPDATE region_run SET state = 'done', phase = 'done', done = total, ended_at = now(), subjects = $3,
       programmes = $4, changes = $5, faults = $6, columns = $7 WHERE region_id = $1 AND id = $2::bigint`,
    [region, id, found.subjects, found.programmes, found.changes, found.faults, found.columns],
  )
}

export async function endRun(
  db: Db,
  region: number,
  id: string,
  state: 'cancelled' | 'failed',
  problem: string | null = null,
): Promise<void> {
  await db.query(
    `UPDATE region_run SET state = $3, problem = $4, ended_at = now()
     WHERE region_id = $1 AND id = $2::bigint AND state = 'running'`,
    [region, id, state, problem],
  )
}

/** What still says that it runs while nobody is at it was interrupted. Call it while holding the turn of runs. */
export async function markInterrupted(db: Db, region: number): Promise<void> {
  await db.query(
    `UPDATE region_run SET state = 'interrupted', ended_at = now() WHERE region_id = $1 AND state = 'running'`,
    [region],
  )
}

export interface RunProgramme {
  readonly programme: string
  readonly version: string
  readonly met: number
  readonly open: number
  readonly leastFen: string
  readonly mostFen: string
}

export async function insertRunProgramme(
  db: Db,
  region: number,
  run: string,
  { programme, version, met, open, leastFen, mostFen }: RunProgramme,
): Promise<void> {
  await db.query(
    `INSERT INTO region_run_programme (region_id, run_id, programme, version, met, open, least_fen, most_fen)
     VALUES ($1, $2::bigint, $3, $4, $5, $6, $7::numeric, $8::numeric)`,
    [region, run, programme, version, met, open, leastFen, mostFen],
  )
}

export async function programmesOfRun(db: Db, region: number, run: string): Promise<RunProgramme[]> {
  const { rows } = await db.query<RunProgramme>(
    `SELECT programme, version, met, open, least_fen::text AS "leastFen", most_fen::text AS "mostFen"
     FROM region_run_programme WHERE region_id = $1 AND run_id = $2::bigint ORDER BY programme`,
    [region, run],
  )
  return rows
}
