import { parentPort, workerData } from 'node:worker_threads'
import { createPool } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import type { ReadingJob } from './job.js'
import { readFileInto } from './read-file.js'

/** A thread of its own for one file: whatever the file does to it, the server goes on. */
const { url, job } = workerData as { readonly url: string; readonly job: ReadingJob }
const pool = createPool(url)
try {
  const report = await readFileInto(pool, job, (progress) => parentPort?.postMessage({ progress }))
  parentPort?.postMessage({ report })
} catch (error) {
  parentPort?.postMessage(
    error instanceof HttpError
      ? { refusal: { code: error.code, details: error.details } }
      : { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) },
  )
} finally {
  await pool.end()
}
