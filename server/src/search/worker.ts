import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { createPool } from '../database/pool.js'
import type { NameQuery } from './index/name-index.js'
import { nameKeeper } from './keeper.js'

export interface Asked {
  readonly id: number
  readonly region: number
  readonly query: NameQuery
  readonly fresh: boolean
}

const { url } = workerData as { url: string }
const pool = createPool(url)
const keeper = nameKeeper(pool, () => setImmediate())

parentPort?.on('message', async ({ id, region, query, fresh }: Asked) => {
  try {
    parentPort?.postMessage({ id, answer: await keeper.search(region, query, fresh) })
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) })
  }
})
