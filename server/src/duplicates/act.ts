import { movePair } from '@kehui/domain/registry/resolve'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import type { Named } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import type { ActOnDuplicate } from './schema.js'
import { findPair, saveStep, sidesOf } from './store.js'
import { mergeSubjects, undoMerge } from './store-merge.js'
import { suggested } from './view.js'

/** Takes one step; a merge and the line that says who decided it are written together or not at all. */
export async function actOnDuplicate(
  { pool }: AppContext,
  id: string,
  given: ActOnDuplicate,
  by: Named,
): Promise<void> {
  const note = given.note?.trim() || null
  await inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    const pair = await findPair(db, region, id, true)
    if (!pair) throw new HttpError('duplicates.not-found', { id })
    const moved = movePair(pair.state, given.action, note)
    if (!moved.ok) throw new HttpError(moved.why === 'note' ? 'duplicates.note' : 'duplicates.state')
    if (given.action === 'merge') {
      const sides = await sidesOf(db, region, [pair.leftId, pair.rightId])
      const kept = given.keep ?? suggested(sides.get(pair.leftId), sides.get(pair.rightId)) ?? pair.leftId
      if (kept !== pair.leftId && kept !== pair.rightId) throw new HttpError('duplicates.keep')
      const merged = kept === pair.leftId ? pair.rightId : pair.leftId
      await mergeSubjects(db, region, { pair: id, kept, merged })
    }
    if (given.action === 'undo') await undoMerge(db, region, id)
    await saveStep(db, region, id, { state: moved.state, action: given.action, by, note })
  })
}
