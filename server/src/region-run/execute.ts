import type { Library } from '@kehui/domain/rules'
import type { Pool } from '../database/pool.js'
import { runRegion, Stopped } from './run.js'
import { endRun, type RunPhase, tellProgress } from './store-runs.js'

export interface Execution {
  readonly pool: Pool
  readonly library: Library
  readonly region: number
  readonly run: string
  readonly on: string
}

/** How often it is written down how far a run is. */
const EVERY_MS = 200

/** Carries a run to its end, whichever it is, and says so in its line. Throws where it failed. */
export async function executeRun(execution: Execution): Promise<void> {
  const { pool, region, run } = execution
  const teller = new Teller(execution)
  try {
    await runRegion({ ...execution, progress: (phase, done, total) => teller.tell(phase, done, total) })
    await teller.settled()
  } catch (error) {
    await teller.settled()
    if (error instanceof Stopped) {
      await endRun(pool, region, run, 'cancelled')
      return
    }
    await endRun(pool, region, run, 'failed', error instanceof Error ? error.message : String(error))
    throw error
  }
}

/** Writes down how far it is, some times a second, and hears whether it is to stop. */
class Teller {
  private readonly execution: Execution
  private isAsked = false
  private told = 0
  private telling: Promise<void> = Promise.resolve()
  private busy = false

  constructor(execution: Execution) {
    this.execution = execution
  }

  tell(phase: RunPhase, done: number, total: number): boolean {
    if (!this.busy && performance.now() - this.told > EVERY_MS) {
      this.busy = true
      this.told = performance.now()
      const { pool, region, run } = this.execution
      this.telling = tellProgress(pool, region, run, { phase, done, total }).then(
        ({ cancelAsked }) => {
          this.isAsked ||= cancelAsked
          this.busy = false
        },
        // What it works with fails too, and says so.
        () => {
          this.busy = false
        },
      )
    }
    return this.isAsked
  }

  settled(): Promise<void> {
    return this.telling
  }
}
