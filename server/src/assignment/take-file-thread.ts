import { parentPort, workerData } from 'node:worker_threads'
import { createPool } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { type FileThreadData, type FileThreadSaid, takeHere } from './take-file.js'

const { url, file } = workerData as FileThreadData
const pool = createPool(url)
const tell = (said: FileThreadSaid) => parentPort?.postMessage(said)
try {
  tell({ answer: await takeHere(pool, file) })
} catch (error) {
  if (!(error instanceof HttpError)) throw error
  tell({ code: error.code, details: error.details })
} finally {
  await pool.end()
}
