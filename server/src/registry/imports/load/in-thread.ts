import { Worker } from 'node:worker_threads'
import { type Details, HttpError } from '../../../http/error.js'
import type { ErrorCode } from '../../../http/error-table.js'
import type { LoadResult, Progress } from '../schema.js'
import type { LoadJob, Report } from './job.js'
import { load } from './load.js'

type Message =
  | { readonly progress: Progress }
  | { readonly result: LoadResult }
  | { readonly refusal: { readonly code: ErrorCode; readonly details?: Details } }
  | { readonly failure: string }

/** Loads in a thread of its own; from sources, which threads cannot run, in this one. */
export function loadInThread(job: LoadJob, report: Report): Promise<LoadResult> {
  if (import.meta.url.endsWith('.ts')) return load(job, report)
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 96 },
    })
    worker.on('message', (message: Message) => {
      if ('progress' in message) report(message.progress)
      else if ('result' in message) resolve(message.result)
      else if ('refusal' in message) reject(new HttpError(message.refusal.code, message.refusal.details))
      else reject(new Error(message.failure))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`The import's thread ended with ${code}`)))
  })
}
