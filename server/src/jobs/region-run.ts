import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Library } from '@kehui/domain/rules'
import { type Execution, executeRun } from '../region-run/execute.js'

export interface CarryOut extends Execution {
  readonly library: Library
  /** Which texts are in force: the thread reads them anew. */
  readonly snapshot: number
}

/** What a thread is told. */
export interface ThreadData {
  readonly url: string
  readonly snapshot: number
  readonly region: number
  readonly run: string
  readonly on: string
}

/** From sources, as tests run, there are no threads: Node reads no TypeScript. */
const THREAD = import.meta.url.endsWith('.js') ? new URL('region-run-thread.js', import.meta.url) : null

/** Carries a run out in a thread of its own, so that requests are answered meanwhile. */
export async function carryOut({ snapshot, ...execution }: CarryOut): Promise<void> {
  const { pool, region, run, on } = execution
  const url = pool.options.connectionString
  if (THREAD === null || url === undefined || snapshot === 0) return executeRun(execution)
  const workerData: ThreadData = { url, snapshot, region, run, on }
  const worker = new Worker(THREAD, { workerData })
  threads.add(worker)
  let failure: unknown
  worker.on('error', (error) => {
    failure = error
  })
  await once(worker, 'exit')
  threads.delete(worker)
  if (failure !== undefined) throw failure
}

const threads = new Set<Worker>()

/** Ends runs that are going on, as a server that stops does: the database takes back what they wrote. */
export async function endThreads(): Promise<void> {
  await Promise.all([...threads].map((worker) => worker.terminate()))
}
