import { workerData } from 'node:worker_threads'
import { createPool } from '../database/pool.js'
import { libraryAt } from '../publishing/library-at.js'
import { executeRun } from '../region-run/execute.js'
import type { ThreadData } from './region-run.js'

const { url, snapshot, region, run, on } = workerData as ThreadData
const pool = createPool(url)
try {
  await executeRun({ pool, library: await libraryAt(pool, snapshot), region, run, on })
} finally {
  await pool.end()
}
