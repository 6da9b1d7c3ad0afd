import type { Judged, Keep, NamedPair, RoundChanges, RoundWay } from '@kehui/domain/cases/assignment'
import type { Db } from '../database/pool.js'

export type RunPhase = 'waiting' | 'gathering' | 'solving' | 'judging' | 'writing' | 'done'

export interface RunSettings {
  readonly way: RoundWay
  readonly keep: Keep
  /** The list it keeps to and is compared with: a round and which answer of it; null where there is none. */
  readonly since: { readonly round: string; readonly run: number; readonly title: string } | null
}

export type RunFigures = Judged['figures'] & {
  readonly changes: { readonly kept: number; readonly added: number; readonly ended: number } | null
}

export interface StoredRun {
  readonly number: number
  readonly state: 'running' | 'done' | 'cancelled' | 'interrupted' | 'failed'
  readonly phase: RunPhase
  readonly done: number
  readonly total: number
  readonly cancelAsked: boolean
  readonly problem: string | null
  readonly settings: RunSettings
  readonly figures: RunFigures | null
  readonly byName: string
  readonly startedAt: Date
  readonly endedAt: Date | null
}

const COLUMNS = `number, state, phase, done, total, cancel_asked AS "cancelAsked", problem, settings, figures,
  by_name AS "byName", started_at AS "startedAt", ended_at AS "endedAt"`

export async function insertRun(
  db: Db,
  region: number,
  round: string,
  { settings, byName }: Pick<StoredRun, 'settings' | 'byName'>,
): Promise<number> {
  const { rows } = await db.query<{ number: number }>(
    `INSERT INTO assignment_run (region_id, round_id, number, settings, by_name)
     SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4 FROM assignment_run WHERE region_id = $1 AND round_id = $2
     RETURNING number`,
    [region, round, JSON.stringify(settings), byName],
  )
  if (!rows[0]) throw new Error('an insert returns its row')
  return rows[0].number
}

export async function findRun(
  db: Db,
  region: number,
  round: string,
  number: number,
): Promise<StoredRun | null> {
  const { rows } = await db.query<StoredRun>(
    `SELECT ${COLUMNS} FROM assignment_run WHERE region_id = $1 AND round_id = $2 AND number = $3`,
    [region, round, number],
  )
  return rows[0] ?? null
}

/** However it went. */
export async function lastRun(db: Db, region: number, round: string): Promise<StoredRun | null> {
  const { rows } = await db.query<StoredRun>(
    `SELECT ${COLUMNS} FROM assignment_run WHERE region_id = $1 AND round_id = $2 ORDER BY number DESC LIMIT 1`,
    [region, round],
  )
  return rows[0] ?? null
}

/** Says whether it is to stop. */
export async function reportRun(
  db: Db,
  region: number,
  round: string,
  number: number,
  { phase, done = 0, total = 0 }: { phase: RunPhase; done?: number; total?: number },
): Promise<{ cancelAsked: boolean }> {
  const { rows } = await db.query<{ cancelAsked: boolean }>(
    `UPDATE assignment_run SET phase = $4, done = $5, total = $6
     WHERE region_id = $1 AND round_id = $2 AND number = $3 AND state = 'running'
     RETURNING cancel_asked AS "cancelAsked"`,
    [region, round, number, phase, done, total],
  )
  // What does not run any more is to stop too.
  return rows[0] ?? { cancelAsked: true }
}

/** Whether one was running. */
export async function askCancel(db: Db, region: number, round: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE assignment_run SET cancel_asked = true
     WHERE region_id = $1 AND round_id = $2 AND state = 'running'`,
    [region, round],
  )
  return rowCount === 1
}

export async function endRun(
  db: Db,
  region: number,
  round: string,
  number: number,
  { state, problem = null }: { state: 'cancelled' | 'interrupted' | 'failed'; problem?: string | null },
): Promise<void> {
  await db.query(
    `UPDATE assignment_run SET state = $4, problem = $5, ended_at = now()
     WHERE region_id = $1 AND round_id = $2 AND number = $3 AND state = 'running'`,
    [region, round, number, state, problem],
  )
}

/** Run it in the transaction that writes what was found. False where it was ended in the meantime. */
export async function finishRun(
  db: Db,
  region: number,
  round: string,
  number: number,
  figures: RunFigures,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE assignment_run SET state = 'done', phase = 'done', done = total, ended_at = now(), figures = $4
     WHERE region_id = $1 AND round_id = $2 AND number = $3 AND state = 'running' AND NOT cancel_asked`,
    [region, round, number, JSON.stringify(figures)],
  )
  return rowCount === 1
}

export async function writeAnswer(
  db: Db,
  region: number,
  round: string,
  run: number,
  { pairs, blocking, alone }: Judged,
  changes: RoundChanges | null,
): Promise<void> {
  const isNew = newIn(changes)
  const key = [region, round, run] as const
  await insertRows(db, key, {
    table: 'assignment_pair',
    columns: {
      position: 'integer',
      left_no: 'integer',
      right_no: 'integer',
      left_rank: 'integer',
      right_rank: 'integer',
      score: 'double precision',
      pinned: 'boolean',
      is_new: 'boolean',
    },
    rows: pairs.map(({ left, right, leftRank, rightRank, score, pinned }, i) => [
      i,
      left,
      right,
      leftRank,
      rightRank,
      score,
      pinned,
      isNew(left, right),
    ]),
  })
  await insertRows(db, key, {
    table: 'assignment_blocking',
    columns: {
      position: 'integer',
      left_no: 'integer',
      right_no: 'integer',
      left_rank: 'integer',
      right_rank: 'integer',
      score: 'double precision',
      left_over: 'integer',
      right_over: 'integer',
    },
    rows: blocking.map((one, i) => [
      i,
      one.left,
      one.right,
      one.leftRank,
      one.rightRank,
      one.score,
      one.leftOver,
      one.rightOver,
    ]),
  })
  await insertRows(db, key, {
    table: 'assignment_alone',
    columns: { side: 'text', member_no: 'integer', reason: 'text', candidates: 'integer' },
    rows: alone.map(({ side, member, reason, candidates }) => [side, member, reason, candidates]),
  })
  await insertRows(db, key, {
    table: 'assignment_change',
    columns: {
      position: 'integer',
      kind: 'text',
      left_name: 'text',
      right_name: 'text',
      reason: 'text',
      other: 'text',
    },
    rows: (changes?.items ?? []).map(({ kind, left, right, reason, other }, i) => [
      i,
      kind,
      left.name,
      right.name,
      reason,
      other,
    ]),
  })
}

function newIn(changes: RoundChanges | null): (left: number, right: number) => boolean {
  const added = new Set(
    (changes?.items ?? []).flatMap(({ numbers }) => (numbers ? [`${numbers.left} ${numbers.right}`] : [])),
  )
  return (left, right) => added.has(`${left} ${right}`)
}

interface Rows {
  readonly table: string
  /** With their types. */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

const BATCH = 10_000

async function insertRows(
  db: Db,
  key: readonly [number, string, number],
  { table, columns, rows }: Rows,
): Promise<void> {
  const names = Object.keys(columns).join(', ')
  const arrays = Object.values(columns).map((type, i) => `$${i + 4}::${type}[]`)
  for (let from = 0; from < rows.length; from += BATCH) {
    const piece = rows.slice(from, from + BATCH)
    await db.query(
      `INSERT INTO ${table} (region_id, round_id, run, ${names})
       SELECT $1, $2, $3, ${names} FROM unnest(${arrays.join(', ')}) AS t (${names})`,
      [...key, ...Object.keys(columns).map((_, i) => piece.map((row) => row[i] ?? null))],
    )
  }
}

/** Who was together in an answer, by what they are called. */
export async function namedPairs(
  db: Db,
  region: number,
  round: string,
  run: number,
): Promise<(NamedPair & { readonly pinned: boolean })[]> {
  const { rows } = await db.query<{
    leftCode: string
    leftName: string
    rightCode: string
    rightName: string
    pinned: boolean
  }>(
    `SELECT l.code AS "leftCode", l.name AS "leftName", r.code AS "rightCode", r.name AS "rightName", p.pinned
     FROM assignment_pair p
     JOIN assignment_member l ON l.region_id = p.region_id AND l.round_id = p.round_id AND l.side = 'left'
       AND l.number = p.left_no
     JOIN assignment_member r ON r.region_id = p.region_id AND r.round_id = p.round_id AND r.side = 'right'
       AND r.number = p.right_no
     WHERE p.region_id = $1 AND p.round_id = $2 AND p.run = $3 ORDER BY p.position`,
    [region, round, run],
  )
  return rows.map(({ leftCode, leftName, rightCode, rightName, pinned }) => ({
    left: { code: leftCode, name: leftName },
    right: { code: rightCode, name: rightName },
    pinned,
  }))
}

/** Old answers go; the latest stay to be compared. */
export async function tidyAnswers(db: Db, region: number, round: string, last: number): Promise<void> {
  const KEPT = 5
  for (const table of ['assignment_pair', 'assignment_blocking', 'assignment_alone', 'assignment_change'])
    await db.query(`DELETE FROM ${table} WHERE region_id = $1 AND round_id = $2 AND run <= $3`, [
      region,
      round,
      last - KEPT,
    ])
}
