import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { sendDigests } from '../notices/digest.js'
import { tellFollowers } from '../notices/tell.js'
import { findRegion } from '../registry/store-region.js'
import { type Job, repeat } from './repeat.js'

/** A new day, other servers on the database and a digest whose hour has come are noticed after this at the latest. */
const EVERY_MS = 60_000

/** Files what followers are to be told, and mails it. */
export function keepTold(context: AppContext, failed: (error: unknown) => void, everyMs = EVERY_MS): Job {
  const run = async (): Promise<void> => {
    const region = await findRegion(context.pool)
    if (region === null) return
    await whileAlone(context.pool, 'keep-told', async () => {
      await tellFollowers(context, region)
      await sendDigests(context, region)
    })
  }
  const job = repeat({ run, everyMs, failed })
  const deaf = [context.assessed.listen(job.wake), context.wrote.listen(job.wake)]
  job.wake()
  return {
    wake: job.wake,
    stop: () => {
      for (const end of deaf) end()
      return job.stop()
    },
  }
}
