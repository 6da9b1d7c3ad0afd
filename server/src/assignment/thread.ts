import { parentPort, workerData } from 'node:worker_threads'
import { createPool } from '../database/pool.js'
import { CancelledError, executeRound, UnsolvableError } from './execute.js'
import type { ThreadData } from './start.js'

const { url, ...execution } = workerData as ThreadData
const pool = createPool(url)
try {
  await executeRound({ pool, ...execution })
} catch (error) {
  if (error instanceof UnsolvableError) parentPort?.postMessage({ problem: error.code })
  else if (!(error instanceof CancelledError)) throw error
} finally {
  await pool.end()
}
