import { parentPort, workerData } from 'node:worker_threads'
import { HttpError } from '../../../http/error.js'
import type { LoadJob } from './job.js'
import { load } from './load.js'

/** A thread of its own: taking a file of 300 MB apart leaves the server's loop free. */
try {
  const result = await load(workerData as LoadJob, (progress) => parentPort?.postMessage({ progress }))
  parentPort?.postMessage({ result })
} catch (error) {
  parentPort?.postMessage(
    error instanceof HttpError
      ? { refusal: { code: error.code, details: error.details } }
      : { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) },
  )
}
