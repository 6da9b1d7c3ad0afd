import { type IntroductionParty, type IntroductionState, moveIntroduction } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import { isBroker, type Looking } from '../demands/viewer.js'
import { requireName } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { isThing } from '../registry/holders/holders.js'
import { regionOf } from '../registry/store-region.js'
import { enterContract } from './contract.js'
import { dueOf } from './due.js'
import type { ActOnIntroduction } from './schema.js'
import {
  findIntroduction,
  insertIntroductionEvent,
  listIntroductions,
  type StoredIntroduction,
  saveIntroduction,
  saveReminded,
} from './store.js'
import { tellAwaited, tellSides } from './tell.js'

/** Which side somebody is of; null: none. */
export function partyOf(
  { seekerId, providerId, providerKind, holderId }: StoredIntroduction,
  { actor, as }: Looking,
): IntroductionParty | null {
  // The team that acts for a side has that side's word, and the log says whose it was.
  if (as === seekerId) return 'seeker'
  if (as !== null && as === holderId) return 'provider'
  // A thing says nothing: who holds it answers, or the team that spoke with somebody.
  if (as === providerId && (isBroker(actor) || !isThing(providerKind))) return 'provider'
  return isBroker(actor) ? 'broker' : null
}

export async function actOnIntroduction(
  context: AppContext,
  id: string,
  given: ActOnIntroduction,
  looking: Looking,
): Promise<void> {
  const { name, role } = requireName(looking.actor)
  const { action, meetsOn = null, outcome = null, contract = null, amountFen = null, said = null } = given
  const note = given.note?.trim() || null
  if (meetsOn !== null && meetsOn < context.today()) throw new HttpError('introduction.day')
  const signs = action === 'conclude' && outcome === 'contract'
  if (!signs && (contract !== null || amountFen !== null)) throw new HttpError('introduction.contract')
  await inTransaction(context.pool, async (db) => {
    const region = await regionOf(db)
    const before = await findIntroduction(db, region, id, true)
    if (!before) throw new HttpError('introduction.not-found')
    const by = partyOf(before, looking)
    if (by === null) throw new HttpError('introduction.party')
    const onBehalf = isBroker(looking.actor) && by !== 'broker'
    const moved = moveIntroduction(before, { action, by, note, meetsOn, outcome, onBehalf, said })
    if (!moved.ok) throw new HttpError(`introduction.${moved.why}`, { state: before.state, action })
    if (action === 'remind') await markReminded(context, db, region, before)
    else
      await saveIntroduction(db, region, id, moved.introduction, dueOf(moved.introduction, context.today()))
    await insertIntroductionEvent(db, region, id, {
      action,
      party: by,
      byName: name,
      byRole: role,
      note,
      meetsOn: action === 'schedule' ? meetsOn : null,
      outcome: action === 'conclude' || action === 'decline' ? outcome : null,
      contract,
      amountFen: amountFen === null ? null : BigInt(amountFen),
      said: onBehalf && said ? { ...said, by: said.by.trim() } : null,
    })
    if (signs) await enterContract(context, db, region, { id, contract, amountFen, by: name })
    const tell = action === 'remind' ? tellAwaited : tellSides
    await tell(db, region, id, { action, by: name, at: context.now() })
  })
}

/** A person who reminds twice a day is no longer read. */
async function markReminded(
  { today }: AppContext,
  db: Db,
  region: number,
  { id, dueOn, remindedOn }: StoredIntroduction,
): Promise<void> {
  if (remindedOn === today()) throw new HttpError('introduction.reminded')
  await saveReminded(db, region, id, { on: today(), of: dueOn })
}

const WAITING: readonly IntroductionState[] = ['proposed']
const AT_ONCE = 500

/** Proposals that nobody answered in time lapse; how many. */
export async function lapseIntroductions(context: AppContext, region: number): Promise<number> {
  const { pool, today } = context
  const late = await listIntroductions(pool, region, {
    states: WAITING,
    before: today(),
    side: null,
    limit: AT_ONCE,
    offset: 0,
  })
  for (const { id } of late.items) await inTransaction(pool, (db) => lapse(db, region, id, context))
  return late.items.length
}

async function lapse(db: Db, region: number, id: string, { today, now }: AppContext): Promise<void> {
  const before = await findIntroduction(db, region, id, true)
  if (!before || (before.dueOn ?? today()) >= today()) return
  const moved = moveIntroduction(before, { action: 'lapse', by: 'clock' })
  if (!moved.ok) return
  await saveIntroduction(db, region, id, moved.introduction, null)
  await insertIntroductionEvent(db, region, id, {
    action: 'lapse',
    party: 'clock',
    byName: null,
    byRole: 'clock',
    note: null,
    meetsOn: null,
    outcome: moved.introduction.outcome,
    contract: null,
    amountFen: null,
  })
  await tellSides(db, region, id, { action: 'lapse', by: null, at: now() })
}
