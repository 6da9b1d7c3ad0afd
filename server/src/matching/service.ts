import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Vocabulary } from '@kehui/domain/matching'
import type { Pool } from '../database/pool.js'
import type { Signal } from '../jobs/signal.js'
import type { EmbeddingSettings } from './embeddings/index.js'
import { type IndexState, type MatchingKeeper, matchingKeeper } from './keeper.js'
import type { RetrievalHit, RetrievalQuery } from './retrieval.js'
import type { Asked, WorkerData } from './worker.js'

/** What can be matched, held by a thread of its own. */
export interface MatchingService {
  query(region: number, query: RetrievalQuery): Promise<readonly RetrievalHit[]>
  /** Takes in what was written; the documents that are new or other than before. */
  follow(region: number): Promise<readonly string[]>
  state(region: number): Promise<IndexState>
  /** Keeps on disk what is in memory, and ends. */
  stop(): Promise<void>
}

export interface ServiceOptions {
  readonly pool: Pool
  readonly vocabulary: Vocabulary
  /** The folder of the server's data; null keeps nothing on disk. */
  readonly dataFolder: string | null
  /** The address of an OpenSearch that holds the index; null holds it in memory. */
  readonly openSearch: string | null
  /** Where vectors of texts come from; null matches by words alone. */
  readonly embeddings: EmbeddingSettings | null
  /** Emitted when something may have been written. */
  readonly wrote: Signal
}

/** Others may write to the database too: what they wrote is looked for so often. */
const FOLLOW_EVERY_MS = 2_000
const FILE = fileURLToPath(new URL('./worker.js', import.meta.url))
const BUILT = import.meta.url.endsWith('.js')

export function matchingService({
  pool,
  vocabulary,
  dataFolder,
  openSearch,
  embeddings,
  wrote,
}: ServiceOptions): MatchingService {
  const url = String(pool.options.connectionString)
  const folder = dataFolder === null ? null : join(dataFolder, 'matching')
  // Sources are run by the tests, where threads cannot read them.
  const keeper = BUILT
    ? inThread({ url, vocabulary, folder, openSearch, embeddings })
    : matchingKeeper({ pool, vocabulary, folder, openSearch, embeddings, log, rest: async () => {} })
  let followed = 0
  let written = true
  const deaf = wrote.listen(() => {
    written = true
  })
  const asked = new Set<number>()
  return {
    query: (region, query) => {
      asked.add(region)
      const now = Date.now()
      const fresh = written || now - followed > FOLLOW_EVERY_MS
      if (fresh) followed = now
      written = false
      return keeper.query(region, query, fresh)
    },
    follow: (region) => {
      asked.add(region)
      return keeper.follow(region)
    },
    state: keeper.state,
    stop: async () => {
      deaf()
      for (const region of asked) await keeper.save(region).catch(() => {})
      await keeper.stop()
    },
  }
}

function log(line: string): void {
  console.error(line)
}

interface Waiting {
  readonly answer: (answer: unknown) => void
  readonly fail: (error: Error) => void
}

/** Omitted from each member of a union by itself. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** Started when first asked; one that died is started anew and reads its last snapshot. */
function inThread(data: WorkerData): MatchingKeeper {
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
    const started = new Worker(FILE, { workerData: data })
    started.unref()
    started.on('message', ({ id, answer, problem }: { id: number; answer?: unknown; problem?: string }) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (problem === undefined) asked?.answer(answer)
      else asked?.fail(new Error(problem))
    })
    started.on('error', (error) => died(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => died(started, new Error('Matching has ended')))
    return started
  }
  const ask = <T>(asked: Without<Asked, 'id'>): Promise<T> =>
    new Promise((answer, fail) => {
      worker ??= start()
      last += 1
      waiting.set(last, { answer: answer as (answer: unknown) => void, fail })
      worker.postMessage({ ...asked, id: last })
    })
  return {
    query: (region, query, fresh) => ask({ what: 'query', region, query, fresh }),
    follow: (region) => ask({ what: 'follow', region }),
    state: (region) => ask({ what: 'state', region }),
    save: (region) => ask({ what: 'save', region }),
    stop: async () => {
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
