import { parentPort, workerData } from 'node:worker_threads'
import { createPool } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { libraryAt } from '../publishing/library-at.js'
import { Sandbox } from './sandbox.js'
import { carryOut, type Work } from './work.js'

/** What is in force may be another at each question. */
export interface ThreadWork {
  readonly work: Work
  readonly snapshot: number
  readonly on: string
}

const { url } = workerData as { readonly url: string }
const pool = createPool(url)
let sandbox: Sandbox | null = null
let ground: ConstructorParameters<typeof Sandbox>[0] | null = null

async function sandboxFor({ snapshot, on }: ThreadWork): Promise<Sandbox> {
  const library = await libraryAt(pool, snapshot)
  const today = () => on
  if (sandbox === null || ground === null) {
    ground = { pool, library, today }
    sandbox = new Sandbox(ground)
  } else Object.assign(ground, { library, today })
  return sandbox
}

/** One piece of work at a time: the service sends the next when this one is told. */
parentPort?.on('message', async (sent: ThreadWork) => {
  try {
    parentPort?.postMessage({ answer: await carryOut(await sandboxFor(sent), sent.work) })
  } catch (error) {
    parentPort?.postMessage(
      error instanceof HttpError
        ? { refusal: { code: error.code, details: error.details } }
        : { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    )
  }
})
