import { isReminderDue, moveIntroduction } from '@kehui/domain/cases'
import type { AppContext } from '../context.js'
import { type Db, inTransaction } from '../database/pool.js'
import {
  findIntroduction,
  insertIntroductionEvent,
  listIntroductions,
  type StoredIntroduction,
  saveReminded,
} from './store.js'
import { tellAwaited } from './tell.js'

const AT_ONCE = 500

/** Whoever it waits for is reminded before the day due, once for each such day. How many were. */
export async function remindIntroductions(context: AppContext, region: number): Promise<number> {
  const { pool, today } = context
  const { items } = await listIntroductions(pool, region, {
    states: ['proposed', 'scheduled', 'met'],
    side: null,
    limit: AT_ONCE,
    offset: 0,
  })
  let reminded = 0
  for (const one of items.filter((stored) => isDue(stored, today())))
    reminded += await inTransaction(pool, (db) => remind(db, region, one.id, context))
  return reminded
}

function isDue(stored: StoredIntroduction, today: string): boolean {
  const { dueOn, remindedFor } = stored
  return isReminderDue({ introduction: stored, dueOn, remindedFor }, today)
}

async function remind(db: Db, region: number, id: string, { today, now }: AppContext): Promise<number> {
  const stored = await findIntroduction(db, region, id, true)
  if (!stored || !isDue(stored, today()) || !moveIntroduction(stored, { action: 'remind', by: 'clock' }).ok)
    return 0
  await saveReminded(db, region, id, { on: today(), of: stored.dueOn })
  await insertIntroductionEvent(db, region, id, {
    action: 'remind',
    party: 'clock',
    byName: null,
    byRole: 'clock',
    note: null,
    meetsOn: null,
    outcome: null,
    contract: null,
    amountFen: null,
  })
  await tellAwaited(db, region, id, { action: 'remind', by: null, at: now() })
  return 1
}
