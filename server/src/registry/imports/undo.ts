import type { Kind } from '@kehui/domain/registry/kinds'
import { type Db, inTransaction, type Pool } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { partiesOfImport, unlinkImport } from '../linked/store-links.js'
import { undoRelations } from '../relations/store.js'
import { recordChange } from '../store-changes.js'
import { bumpRevisions } from '../store-revision.js'
import { projectSubjects } from './project.js'
import { undoRetractions } from './retract.js'
import { settleImport } from './settle.js'
import { dropReferences, referencesTo, restoreReferences } from './store-bulk.js'
import { findResourceImport, lockRegionForImport, setUndone } from './store-imports.js'
import { countEntered, keptOf, removeUnheld } from './store-undo.js'

/** From so many on, references to subjects are checked once at the end rather than for each that goes. */
const MANY = 50_000

/** Takes an import back as a whole: its rows hold no longer, and whoever it entered goes unless something holds it. */
export async function undoResourceImport(
  pool: Pool,
  region: number,
  kinds: ReadonlyMap<string, Kind>,
  id: string,
): Promise<void> {
  await inTransaction(pool, async (db) => {
    await lockRegionForImport(db, region)
    const stored = await findResourceImport(db, region, id, true)
    if (!stored) throw new HttpError('imports.not-found')
    if (stored.status !== 'committed') throw new HttpError('imports.not-committed')
    await setUndone(db, region, stored.no)
    const kind = kinds.get(stored.target)
    const parties = kind ? await partiesOfImport(db, region, kind, stored.no) : []
    await unlinkImport(db, region, stored.no)
    if (stored.target === 'relation') await undoRelations(db, region, stored.id)
    if (kind) await undoRetractions(db, region, { ...stored, kind })
    await remove(db, region, stored.no)
    if (kind) {
      await settleImport(db, region, kind, stored.no)
      const kept = await keptOf(db, region, stored.no)
      await projectSubjects(db, kind, kept)
      await bumpRevisions(db, kept)
    }
    await bumpRevisions(db, parties)
    await recordChange(db, region, { what: 'undone', importNo: stored.no })
  })
}

async function remove(db: Db, region: number, no: string): Promise<void> {
  const many = (await countEntered(db, region, no)) > MANY
  const references = await referencesTo(db, 'subject')
  if (many) await dropReferences(db, references)
  await removeUnheld(db, region, no, references)
  if (many) await restoreReferences(db, 'subject', references)
}
