import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Vocabulary } from '@kehui/domain/matching'
import { createPool } from '../database/pool.js'
import type { EmbeddingSettings } from './embeddings/index.js'
import { matchingKeeper } from './keeper.js'
import type { RetrievalQuery } from './retrieval.js'

export interface WorkerData {
  readonly url: string
  readonly vocabulary: Vocabulary
  readonly folder: string | null
  readonly openSearch: string | null
  readonly embeddings: EmbeddingSettings | null
}

export type Asked = { readonly id: number; readonly region: number } & (
  | { readonly what: 'query'; readonly query: RetrievalQuery; readonly fresh: boolean }
  | { readonly what: 'follow' | 'state' | 'save' }
)

const { url, ...settings } = workerData as WorkerData
const pool = createPool(url)
const keeper = matchingKeeper({
  pool,
  ...settings,
  log: (line) => console.error(line),
  rest: () => setImmediate(),
})

function answerTo(asked: Asked): Promise<unknown> {
  if (asked.what === 'query') return keeper.query(asked.region, asked.query, asked.fresh)
  return keeper[asked.what](asked.region)
}

parentPort?.on('message', async (asked: Asked) => {
  const { id } = asked
  try {
    parentPort?.postMessage({ id, answer: await answerTo(asked) })
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) })
  }
})
