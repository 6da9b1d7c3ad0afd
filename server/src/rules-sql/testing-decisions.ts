import { batched, type Decision, decision, REFUSED } from '@kehui/domain/packs/agreement/testing'
import {
  type BatchProgram,
  compileSql,
  decisionIn,
  type SqlPlan,
  type Subject,
  snapshotRow,
} from '@kehui/domain/rules'
import type { Pool } from '../database/pool.js'
import { inTransaction } from '../database/pool.js'
import { addToSnapshot, createSnapshot, decideInDatabase } from './store.js'

const PART = { region: 1, on: '2026-11-24' }
const TABLE = 'snapshot of a test'

/** Decides in the database what a batch decides, in the same form; what SQL leaves to the interpreter, the batch does. */
export async function decidedBySql(
  pool: Pool,
  program: BatchProgram,
  subjects: readonly Subject[],
  count: (decisions: number) => void = () => {},
): Promise<Decision[][]> {
  const bounds = program.plans.map(({ bound }) => bound)
  const plan = compileSql(program.engine, bounds, { table: TABLE })
  const decided = batched(program, subjects)
  const rows = await rowsOf(pool, plan, subjects)
  const places = new Map(subjects.map(({ id }, i) => [id, i]))
  for (const [q, { programmes }] of plan.queries.entries())
    for (const row of rows[q] ?? [])
      for (const programme of programmes) {
        const { verdict, amountFen, missing } = decisionIn(row, programme)
        const ends = amountFen && { min: `${amountFen.min}`, max: `${amountFen.max}` }
        const said =
          verdict === 'no' ? REFUSED : decision(programme.bound, verdict === 'unknown', ends, missing)
        const at = decided[places.get(String(row[0])) ?? -1]
        if (!at) throw new Error(`No subject is called ${row[0]}`)
        at[bounds.indexOf(programme.bound)] = said
      }
  count(plan.queries.reduce((sum, { programmes }) => sum + programmes.length, 0) * subjects.length)
  return decided
}

async function rowsOf(pool: Pool, plan: SqlPlan, subjects: readonly Subject[]): Promise<unknown[][][]> {
  return inTransaction(pool, async (db) => {
    await createSnapshot(db, plan.snapshot, TABLE)
    const values = subjects.map((subject) => ({ id: subject.id, values: snapshotRow(plan, subject) }))
    await addToSnapshot(db, plan.snapshot, TABLE, PART, values)
    const rows: unknown[][][] = []
    for (const query of plan.queries) {
      const found: unknown[][] = []
      for await (const some of decideInDatabase(db, query, PART)) found.push(...some)
      if (found.length !== subjects.length) throw new Error(`${found.length} of ${subjects.length} subjects`)
      rows.push(found)
    }
    await db.query(`DROP TABLE "${TABLE}"`)
    return rows
  })
}
