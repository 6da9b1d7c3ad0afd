import { libraryHash } from '../assessments/library-hash.js'
import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { HttpError } from '../http/error.js'
import { carryOut } from '../jobs/region-run.js'
import { insertRun, markInterrupted, type RunCause } from './store-runs.js'

export interface Asked {
  readonly on: string
  readonly cause: RunCause
  readonly byName: string | null
}

export interface Started {
  readonly id: string
  /** Comes true when the run ended, however it did; fails where it failed. */
  readonly ended: Promise<void>
}

/** Starts a run and comes back at once; refused while another one of the region runs, on any server of the database. */
export async function startRun(
  context: AppContext,
  region: number,
  { on, cause, byName }: Asked,
): Promise<Started> {
  const { pool, snapshot } = context
  return new Promise((resolve, reject) => {
    const work = async () => {
      await markInterrupted(pool, region)
      const hash = libraryHash(context)
      const id = await insertRun(pool, region, { on, cause, byName, libraryHash: hash, snapshot })
      const { library } = context
      // It ended once the turn is given back too: whoever waits for it can start the next.
      resolve({ id, ended: alone.then(() => undefined) })
      await carryOut({ pool, library, snapshot, region, run: id, on })
    }
    const alone = whileAlone(pool, `region-run.${region}`, work)
    alone.then((ran) => {
      if (!ran) reject(new HttpError('run.running'))
    }, reject)
  })
}

/** Says of runs whose server ended in the middle that they were interrupted; not while one runs. */
export async function tidyRuns({ pool }: Pick<AppContext, 'pool'>, region: number): Promise<void> {
  await whileAlone(pool, `region-run.${region}`, () => markInterrupted(pool, region))
}
