import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { type SeenChanges, tellMatches } from '../matching/standing.js'
import { findRegion } from '../registry/store-region.js'
import { type Job, repeat } from './repeat.js'

/** What others wrote to the database, and a missed signal, are noticed after this at the latest. */
const EVERY_MS = 30_000
const MOST_SEEN = 5_000

/** Tells who fits whom, as soon as one of them is new or changed. */
export function keepMatched(context: AppContext, failed: (error: unknown) => void, everyMs = EVERY_MS): Job {
  const seen: SeenChanges = new Set()
  const run = async (): Promise<void> => {
    const region = await findRegion(context.pool)
    if (region === null) return
    await whileAlone(context.pool, 'keep-matched', async () => {
      await tellMatches(context, region, seen)
      // Going through some again does no harm: what was told is not told again.
      if (seen.size > MOST_SEEN) seen.clear()
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
