import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { inTransaction } from '../database/pool.js'
import { expireDemands } from '../demands/act.js'
import { lapseIntroductions } from '../introductions/act.js'
import { remindIntroductions } from '../introductions/remind.js'
import { linkEarlier } from '../registry/linked/store-link-earlier.js'
import { passEnds } from '../registry/linked/store-links.js'
import { findRegion } from '../registry/store-region.js'
import { type Job, repeat } from './repeat.js'

/** A day that has passed is noticed after this at the latest. */
const EVERY_MS = 600_000

/** Reminds of what is due, and ends what nobody ended in time: needs and titles whose day has passed, introductions that nobody answered. */
export function keepDue(context: AppContext, failed: (error: unknown) => void, everyMs = EVERY_MS): Job {
  let begun = false
  const run = async (): Promise<void> => {
    const region = await findRegion(context.pool)
    if (region === null) return
    await whileAlone(context.pool, 'keep-due', async () => {
      await remindIntroductions(context, region)
      const ended = (await expireDemands(context, region)) + (await lapseIntroductions(context, region))
      const { pool, today } = context
      // Imports of this server link what they read; those of earlier ones may not have.
      const linked = begun ? 0 : await linkEarlier(pool, region, today())
      begun = true
      const titles = await inTransaction(pool, (db) => passEnds(db, region, today()))
      if (ended + titles + linked > 0) context.wrote.emit()
    })
  }
  const job = repeat({ run, everyMs, failed })
  job.wake()
  return job
}
