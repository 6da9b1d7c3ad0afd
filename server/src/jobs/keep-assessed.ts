import { assessSubjects, basisOf } from '../assessments/assess.js'
import { staleIds } from '../assessments/store.js'
import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { findRegion } from '../registry/store-region.js'
import { type Job, repeat } from './repeat.js'

/** Midnight, other servers on the database and a missed signal are noticed after this at the latest. */
const EVERY_MS = 30_000
const BATCH = 200

/** Computes what is stale until nothing is: after an import, saved facts, publishing, and when a day begins. */
export function keepAssessed(context: AppContext, failed: (error: unknown) => void, everyMs = EVERY_MS): Job {
  const run = async (signal: AbortSignal): Promise<void> => {
    const region = await findRegion(context.pool)
    if (region === null) return
    await whileAlone(context.pool, 'keep-assessed', async () => {
      for (let computed = false; !signal.aborted; computed = true) {
        const ids = await staleIds(context.pool, region, basisOf(context), { limit: BATCH })
        if (ids.length === 0) {
          if (computed) context.assessed.emit()
          return
        }
        await assessSubjects(context, region, ids, { signal, background: true })
      }
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
