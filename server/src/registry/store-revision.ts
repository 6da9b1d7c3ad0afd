import type { Db } from '../database/pool.js'
import { recordChangeOf } from './store-changes.js'

/**
 * Says that something was written of these subjects that results depend on: facts, records, regions looked at, awards.
 * What was computed of them, and of all that they own, is then stale. Every store function that writes such things
 * calls it, in the transaction in which it writes.
 */
export async function bumpRevisions(db: Db, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return
  // Locked in one order, so that two writers of the same subjects do not wait for each other.
  await db.query(
    `WITH RECURSIVE touched AS (
       SELECT id FROM subject WHERE id = ANY ($1::uuid[])
       UNION SELECT s.id FROM subject s JOIN touched t ON s.owner_id = t.id
     ), locked AS (
       SELECT id FROM subject WHERE id IN (SELECT id FROM touched) ORDER BY id FOR NO KEY UPDATE
     )
     UPDATE subject s SET revision = s.revision + 1 FROM locked WHERE s.id = locked.id`,
    [[...new Set(subjects)]],
  )
  await recordChangeOf(db, subjects)
}
