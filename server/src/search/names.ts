import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Pool } from '../database/pool.js'
import type { NameAnswer, NameQuery } from './index/name-index.js'
import { nameKeeper } from './keeper.js'
import type { Asked } from './worker.js'

/** Looks for names; the millions of them are held by a thread of their own. */
export interface Names {
  search(region: number, query: NameQuery): Promise<NameAnswer>
  stop(): Promise<void>
}

/** Others may write to the database too: what they wrote is looked for so often. */
const FOLLOW_EVERY_MS = 2_000
const FILE = fileURLToPath(new URL('./worker.js', import.meta.url))
const BUILT = import.meta.url.endsWith('.js')

/** `wrote` tells whether anything was written since it was asked last. */
export function names(pool: Pool, wrote: () => boolean): Names {
  const ask = BUILT ? inThread(String(pool.options.connectionString)) : inPlace(pool)
  let followed = 0
  return {
    search: (region, query) => {
      const now = Date.now()
      const fresh = wrote() || now - followed > FOLLOW_EVERY_MS
      if (fresh) followed = now
      return ask.search(region, query, fresh)
    },
    stop: ask.stop,
  }
}

interface Asking {
  search(region: number, query: NameQuery, fresh: boolean): Promise<NameAnswer>
  stop(): Promise<void>
}

/** Sources are run by the tests, where threads cannot read them. */
function inPlace(pool: Pool): Asking {
  const keeper = nameKeeper(pool, async () => {})
  return { search: keeper.search, stop: async () => {} }
}

interface Waiting {
  readonly answer: (answer: NameAnswer) => void
  readonly fail: (error: Error) => void
}

/** Started when first asked; one that died is started anew. */
function inThread(url: string): Asking {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, Waiting>()

  const died = (of: Worker, error: Error): void => {
    if (worker !== of) return
    worker = null
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(FILE, { workerData: { url } })
    started.unref()
    started.on(
      'message',
      ({ id, answer, problem }: { id: number; answer?: NameAnswer; problem?: string }) => {
        const asked = waiting.get(id)
        waiting.delete(id)
        if (answer) asked?.answer(answer)
        else asked?.fail(new Error(problem))
      },
    )
    started.on('error', (error) => died(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => died(started, new Error('The search has ended')))
    return started
  }
  return {
    search: (region, query, fresh) =>
      new Promise((answer, fail) => {
        worker ??= start()
        last += 1
        waiting.set(last, { answer, fail })
        worker.postMessage({ id: last, region, query, fresh } satisfies Asked)
      }),
    stop: async () => {
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
