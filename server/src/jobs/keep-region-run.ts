import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { startRun } from '../region-run/start-run.js'
import { latestRuns, type StoredRun } from '../region-run/store-runs.js'
import { findRegion } from '../registry/store-region.js'
import { endThreads } from './region-run.js'
import { type Job, repeat } from './repeat.js'

/** Midnight and runs that were interrupted are noticed after this at the latest. */
const EVERY_MS = 60_000
/** When day begins for runs: imports of the evening are through, and staff find the results in the morning. */
const FROM_HOUR = 2
/** What failed is tried again after this. */
const AGAIN_MS = 3_600_000

/** Runs the region once a day, from two in the morning in China; one that was interrupted begins anew. */
export function keepRegionRun(
  context: AppContext,
  failed: (error: unknown) => void,
  everyMs = EVERY_MS,
): Job {
  const run = async (): Promise<void> => {
    const region = await findRegion(context.pool)
    if (region === null) return
    const on = context.today()
    const runs = await latestRuns(context.pool, region, 20)
    if (!isDue({ on, hour: hourInChina(context.now()), now: context.now() }, runs)) return
    try {
      const { ended } = await startRun(context, region, { on, cause: 'nightly', byName: null })
      await ended
    } catch (error) {
      // Somebody was quicker.
      if (!(error instanceof HttpError)) throw error
    }
  }
  const job = repeat({ run, everyMs, failed })
  job.wake()
  return {
    wake: job.wake,
    stop: async () => {
      const stopped = job.stop()
      await endThreads()
      await stopped
    },
  }
}

/** One that still says that it runs may have been interrupted: whether it was shows when the next one starts. */
export function isDue(
  { on, hour, now }: { on: string; hour: number; now: Date },
  runs: readonly Pick<StoredRun, 'on' | 'state' | 'endedAt'>[],
): boolean {
  if (hour < FROM_HOUR) return false
  return !runs.some(
    ({ on: day, state, endedAt }) =>
      day === on &&
      (state === 'done' ||
        state === 'cancelled' ||
        (state === 'failed' && endedAt !== null && now.getTime() - endedAt.getTime() < AGAIN_MS)),
  )
}

function hourInChina(now: Date): number {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    hourCycle: 'h23',
  })
  return Number(text.format(now))
}
