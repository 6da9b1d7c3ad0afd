import { quoted, type Snapshot, type SqlQuery, snapshotTable } from '@kehui/domain/rules'
import type { Db } from '../database/pool.js'

/** One region on one decision date. */
export interface SnapshotPart {
  readonly region: number
  /** `2026-11-24` */
  readonly on: string
}

export interface SnapshotSubject {
  readonly id: string
  /** In the order of the snapshot's columns. */
  readonly values: readonly (bigint | null)[]
}

export async function createSnapshot(db: Db, snapshot: Snapshot, table: string): Promise<void> {
  await db.query(snapshotTable(snapshot, table))
}

/** Adds subjects; a value that its fact cannot have fails with the name of its column, and nothing is added. */
export async function addToSnapshot(
  db: Db,
  { columns }: Snapshot,
  table: string,
  { region, on }: SnapshotPart,
  subjects: readonly SnapshotSubject[],
): Promise<void> {
  const names = ['region_id', 'decided_on', 'subject_id', ...columns.map(({ name }) => quoted(name))]
  const arrays = columns.map((_, i) => `$${i + 4}::numeric[]`)
  const values = columns.map((_, i) => subjects.map((subject) => subject.values[i] ?? null))
  await db.query(
    `INSERT INTO ${quoted(table)} (${names.join()})
     SELECT $1::integer, $2::date, given.* FROM unnest(${['$3::text[]', ...arrays].join()}) AS given`,
    [region, on, subjects.map(({ id }) => id), ...values],
  )
}

/** Rows that are in memory at a time. */
const AT_ONCE = 2000

/**
 * A row for each subject, as `decisionIn` reads it, some at a time. Needs an open transaction, which
 * must end where not all rows are read. Compiling queries this
 * long to machine code would take longer than running them.
 */
export async function* decideInDatabase(
  db: Db,
  { text }: SqlQuery,
  { region, on }: SnapshotPart,
): AsyncGenerator<unknown[][]> {
  await db.query('SET LOCAL jit = off')
  await db.query(`DECLARE decided NO SCROLL CURSOR FOR ${text}`, [region, on])
  for (;;) {
    const { rows } = await db.query<unknown[]>({ text: `FETCH ${AT_ONCE} FROM decided`, rowMode: 'array' })
    if (rows.length > 0) yield rows
    if (rows.length < AT_ONCE) break
  }
  await db.query('CLOSE decided')
}
