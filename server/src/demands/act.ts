import { type DemandParty, lacking, moveDemand } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import { requireName } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import type { ActOnDemand } from './schema.js'
import { findDemand, insertDemandEvent, lateDemands, type StoredDemand, saveState } from './store.js'
import { isBroker, type Looking } from './viewer.js'
import { requireSide } from './write.js'

/** Takes one step with a need. */
export async function actOnDemand(
  context: AppContext,
  id: string,
  { action, note = '' }: ActOnDemand,
  looking: Looking,
): Promise<void> {
  const { name, role } = requireName(looking.actor)
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const demand = await findDemand(db, region, id, true)
    if (!demand) throw new HttpError('demand.not-found')
    await requireSide(db, region, id, looking)
    const by: DemandParty = isBroker(looking.actor) ? 'broker' : 'owner'
    const moved = moveDemand(demand.state, action, { by, note, demand: demand.content })
    if (!moved.ok) refuse(moved.why, demand)
    const { neededBy } = demand.content
    if (moved.state === 'published' && neededBy !== null && neededBy < context.today())
      throw new HttpError('demand.expired', { day: neededBy })
    await saveState(db, region, id, moved.state)
    await insertDemandEvent(db, region, id, {
      action,
      byName: name,
      byRole: role,
      note: note.trim() || null,
    })
  })
}

const PARTS: Readonly<Record<string, string>> = { title: '标题', problem: '问题', contact: '联系人' }

function refuse(why: 'party' | 'state' | 'note' | 'incomplete', { content, state }: StoredDemand): never {
  if (why === 'party') throw new HttpError('demand.not-yours')
  if (why === 'note') throw new HttpError('demand.note')
  if (why === 'state') throw new HttpError('demand.state', { state })
  throw new HttpError('demand.incomplete', {
    lacks: lacking(content)
      .map((part) => PARTS[part] ?? part)
      .join('、'),
    parts: lacking(content),
  })
}

/** Ends the needs whose day has passed; how many. */
export async function expireDemands({ pool, today }: AppContext, region: number): Promise<number> {
  const late = await lateDemands(pool, region, today())
  for (const id of late)
    await inTransaction(pool, async (db) => {
      const demand = await findDemand(db, region, id, true)
      if (!demand) return
      const moved = moveDemand(demand.state, 'expire', { by: 'clock', note: null, demand: demand.content })
      if (!moved.ok) return
      await saveState(db, region, id, moved.state)
      await insertDemandEvent(db, region, id, { action: 'expire', byName: null, byRole: 'clock', note: null })
    })
  return late.length
}
