import type { Db } from '../database/pool.js'

export interface Change {
  readonly what: 'written' | 'removed' | 'imported' | 'undone'
  readonly subjects?: readonly string[]
  /** Whose rows were written or taken back; its subjects are not listed here. */
  readonly importNo?: string
}

/** Says in the transaction that writes what others who follow the registry are to be told. */
export async function recordChange(
  db: Db,
  region: number,
  { what, subjects = [], importNo }: Change,
): Promise<void> {
  await db.query(
    'INSERT INTO registry_change (region_id, what, subjects, import_no) VALUES ($1, $2, $3::uuid[], $4)',
    [region, what, subjects, importNo ?? null],
  )
}

/** The same of subjects whose region is theirs to know. */
export async function recordChangeOf(db: Db, subjects: readonly string[]): Promise<void> {
  await db.query(
    `INSERT INTO registry_change (region_id, what, subjects)
     SELECT region_id, 'written', array_agg(id ORDER BY id) FROM subject
     WHERE id = ANY ($1::uuid[]) GROUP BY region_id`,
    [subjects],
  )
}
