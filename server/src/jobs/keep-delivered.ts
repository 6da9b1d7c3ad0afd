import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { findRegion } from '../registry/store-region.js'
import { deliverChanges } from '../webhooks/deliver.js'
import { type Job, repeat } from './repeat.js'

/** What waits for its next try is noticed after this at the latest. */
const EVERY_MS = 5_000

/** Tells other systems what changed. */
export function keepDelivered(
  context: AppContext,
  failed: (error: unknown) => void,
  everyMs = EVERY_MS,
): Job {
  const run = async (signal: AbortSignal): Promise<void> => {
    const region = await findRegion(context.pool)
    if (region === null) return
    await whileAlone(context.pool, 'keep-delivered', async () => {
      for (let more = true; more && !signal.aborted; ) more = await deliverChanges(context, region, signal)
    })
  }
  const job = repeat({ run, everyMs, failed })
  const deaf = context.wrote.listen(job.wake)
  job.wake()
  return {
    wake: job.wake,
    stop: () => {
      deaf()
      return job.stop()
    },
  }
}
