import { hasRoom, type Load, PROPOSED, USUAL_CAPACITY, USUAL_HOLDER_CAPACITY } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import { findDemand } from '../demands/store.js'
import { isBroker, type Looking, viewerOf } from '../demands/viewer.js'
import { requireName } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { type SeenMatch, seenBetween } from '../matching/seen.js'
import { insertMatch } from '../matching-audit/store.js'
import { holderOf } from '../registry/holders/holders.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { dueOf } from './due.js'
import type { ProposeIntroduction } from './schema.js'
import { findBetween, insertIntroduction, insertIntroductionEvent } from './store.js'
import { loadOf, lockSides } from './store-capacity.js'
import { tellSides } from './tell.js'

/** Proposes that two meet over a need; its id. Whoever proposes for a side has that side's word. */
export async function proposeIntroduction(
  context: AppContext,
  demandId: string,
  given: ProposeIntroduction,
  looking: Looking,
): Promise<string> {
  const { name, role } = requireName(looking.actor)
  const seen = await seenOf(context, demandId, given.provider)
  return inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const demand = await findDemand(db, region, demandId)
    if (!demand) throw new HttpError('demand.not-found')
    const { as } = await viewerOf(db, region, demand, looking)
    if (as === 'other') throw new HttpError('demand.not-yours')
    if (demand.state !== 'published') throw new HttpError('introduction.not-open')
    if (given.provider === demand.subjectId) throw new HttpError('introduction.self')
    const provider = await findSubject(db, region, given.provider)
    if (!provider) throw new HttpError('subject.not-found', { id: given.provider })
    const holder = await holderOf(db, region, given.provider)
    if (holder?.id === demand.subjectId) throw new HttpError('introduction.self')
    const same = await findBetween(db, region, demandId, given.provider)
    if (same) throw new HttpError('introduction.exists', { id: same.id })
    await lockSides(db, region, [given.provider, ...(holder ? [holder.id] : [])])
    const excepted = given.overCapacity === true && isBroker(looking.actor)
    await requireRoom(db, region, { ...provider, usual: USUAL_CAPACITY, excepted })
    if (holder) await requireRoom(db, region, { ...holder, usual: USUAL_HOLDER_CAPACITY, excepted })
    const id = await insertIntroduction(db, region, {
      demandId,
      providerId: given.provider,
      holderId: holder?.id ?? null,
      reasons: given.reasons,
      dueOn: dueOf(PROPOSED, context.today()),
      score: given.score ?? seen?.score ?? null,
    })
    // Somebody was faster by a moment.
    if (id === null) throw new HttpError('introduction.exists', {})
    if (seen) await insertMatch(db, region, id, seen)
    await insertIntroductionEvent(db, region, id, {
      action: 'propose',
      party: as === 'owner' ? 'seeker' : 'broker',
      byName: name,
      byRole: role,
      note: null,
      meetsOn: null,
      outcome: null,
      contract: null,
      amountFen: null,
    })
    await tellSides(db, region, id, { action: 'propose', by: name, at: context.now() })
    return id
  })
}

/** Nobody is swamped: neither who is brought in nor who answers for it. */
async function requireRoom(
  db: Db,
  region: number,
  { id, name, usual, excepted }: { id: string; name: string; usual: number; excepted: boolean },
): Promise<void> {
  const load: Load = await loadOf(db, region, id)
  if (load.capacity !== null && load.capacity <= 0) throw new HttpError('introduction.refuses-all', { name })
  if (hasRoom(load, usual) || excepted) return
  throw new HttpError('introduction.capacity', { name, open: load.open, capacity: load.capacity ?? usual })
}

/** What the ranking sees is for the audit alone: an index that cannot be asked keeps nobody from meeting. */
async function seenOf(context: AppContext, demandId: string, provider: string): Promise<SeenMatch | null> {
  const region = await regionOf(context.pool)
  const demand = await findDemand(context.pool, region, demandId)
  return demand === null ? null : seenBetween(context, region, demand, provider).catch(() => null)
}
