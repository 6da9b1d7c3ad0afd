import { clarityOf, type Demand, isEditable, redactDemand } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { namesOf } from './owner-names.js'
import type { NewDemand, SaveDemand } from './schema.js'
import { findDemand, insertDemand, insertDemandEvent, saveContent, type Written } from './store.js'
import { isBroker, type Looking, viewerOf } from './viewer.js'

/** Begins a need of a company, as a draft; its id. */
export async function createDemand(
  { pool, today }: AppContext,
  subject: string,
  given: NewDemand,
  { actor, as }: Looking,
): Promise<string> {
  const { content, visit } = given
  const channel = given.channel ?? (visit ? 'visit' : 'web')
  const told = visit && isBroker(actor) && visit.on <= today() && visit.toldBy.trim() !== ''
  // What somebody told on a visit is worth what can be asked again.
  if ((channel === 'visit') !== (visit !== undefined) || (visit && !told)) throw new HttpError('demand.visit')
  return inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    const owner = await findSubject(db, region, subject)
    if (!owner) throw new HttpError('subject.not-found', { id: subject })
    if (actor.role === 'manager' && as !== subject) throw new HttpError('demand.not-yours')
    const id = await insertDemand(db, region, {
      ...written(content, owner.name),
      subjectId: subject,
      channel,
      visit: visit && { ...visit, toldBy: visit.toldBy.trim() },
    })
    await insertDemandEvent(db, region, id, {
      action: 'create',
      byName: actor.name,
      byRole: actor.role,
      note: null,
    })
    return id
  })
}

/** Keeps the words as they are now; the revision that they have. */
export async function saveDemand(
  context: AppContext,
  id: string,
  { content, revision }: SaveDemand,
  looking: Looking,
): Promise<{ revision: number; clarity: number }> {
  return inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const demand = await findDemand(db, region, id, true)
    if (!demand) throw new HttpError('demand.not-found')
    await requireSide(db, region, id, looking)
    if (!isEditable(demand.state)) throw new HttpError('demand.state')
    if (demand.revision !== revision) throw new HttpError('demand.changed', { revision: demand.revision })
    const next = written(content, demand.subjectName)
    // A draft is saved every few seconds; what others have seen changes by a line in its log.
    if (demand.state !== 'draft')
      await insertDemandEvent(db, region, id, {
        action: 'revise',
        byName: looking.actor.name,
        byRole: looking.actor.role,
        note: null,
      })
    return { revision: await saveContent(db, region, id, next), clarity: next.clarity }
  })
}

/** Whoever may change a need: its company, or the team that serves it. */
export async function requireSide(db: Db, region: number, id: string, looking: Looking): Promise<void> {
  const demand = await findDemand(db, region, id)
  if (!demand) throw new HttpError('demand.not-found')
  const viewer = await viewerOf(db, region, demand, looking)
  if (viewer.as === 'other') throw new HttpError('demand.not-yours')
}

/** What is matched is made with what is written: there is no moment at which they differ. */
export function written(content: Demand, owner: string): Written {
  return { content, redacted: redactDemand(content, namesOf(owner)), clarity: clarityOf(content).points }
}
