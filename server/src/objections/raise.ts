import { ANSWER_WITHIN_DAYS } from '@kehui/domain/cases'
import { addWorkdays, formatDay, parseDay } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { inTransaction } from '../database/pool.js'
import type { Actor } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import type { RaiseObjection } from './schema.js'
import { conditionOf, entryNow, standingOf } from './standing.js'
import { findSameOpen, insertEvent, insertObjection } from './store.js'

/** Files an objection against what the page shows now; its id. */
export async function raiseObjection(
  context: AppContext,
  subject: string,
  given: RaiseObjection,
  { actor, lang }: { actor: Actor; lang: 'zh' | 'en' },
): Promise<string> {
  const { pool, library } = context
  const [reason, byName] = [given.reason.trim(), given.name.trim()]
  if (reason === '') throw new HttpError('objection.reason')
  if (byName === '') throw new HttpError('role.no-name')
  if (!library.programmes.has(given.programme))
    throw new HttpError('programme.not-found', { id: given.programme })
  const entry = await entryNow(context, subject, given.programme, lang)
  if (!entry) throw new HttpError('programme.not-for-subject', { id: given.programme })
  const objection = {
    subjectId: subject,
    programme: given.programme,
    condition: given.condition === undefined ? null : conditionOf(entry, given.condition),
    shown: standingOf(entry),
    reason,
    byName,
    byRole: actor.role,
    contact: given.contact?.trim() || null,
    dueOn: dueFrom(context.today()),
  }
  return inTransaction(pool, async (db) => {
    const region = await regionOf(db)
    const same = await findSameOpen(db, region, objection)
    if (same !== null) throw new HttpError('objection.exists', { id: same })
    const id = await insertObjection(db, region, objection)
    await insertEvent(db, region, id, {
      action: 'raise',
      byName,
      byRole: actor.role,
      note: reason,
      detail: {},
    })
    return id
  })
}

export function dueFrom(today: string): string {
  const day = parseDay(today)
  if (day === undefined) throw new Error(`“${today}” is no date`)
  return formatDay(addWorkdays(day, ANSWER_WITHIN_DAYS))
}
