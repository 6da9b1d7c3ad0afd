import { Worker } from 'node:worker_threads'
import { type Details, HttpError } from '../../http/error.js'
import type { ErrorCode } from '../../http/error-table.js'
import { LIMITS } from '../limits.js'
import type { ReadingProgress, Tell } from './job.js'

type Message =
  | { readonly progress: ReadingProgress }
  | { readonly report: string }
  | { readonly refusal: { readonly code: ErrorCode; readonly details?: Details } }
  | { readonly failure: string }

export interface ThreadBounds {
  readonly megabytes: number
  readonly minutes: number
}

/** A file that is being read: what comes of it, and how it is called off. */
export interface Reading {
  readonly report: Promise<string>
  readonly stop: () => Promise<void>
}

const BOUNDS: ThreadBounds = { megabytes: LIMITS.threadMegabytes, minutes: LIMITS.minutes }

/** Runs a module in a thread that is bounded in memory and time; whatever ends the thread is told as a refusal. */
export function readInThread(
  module: URL,
  workerData: unknown,
  tell: Tell,
  { megabytes, minutes }: ThreadBounds = BOUNDS,
): Reading {
  const worker = new Worker(module, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  })
  let stopped = false
  const report = new Promise<string>((resolve, reject) => {
    const refuse = (code: ErrorCode, details: Details = {}) => reject(new HttpError(code, details))
    const timer = setTimeout(() => {
      refuse('ingest.too-long', { minutes })
      void worker.terminate()
    }, minutes * 60_000)
    worker.on('message', (message: Message) => {
      if ('progress' in message) tell(message.progress)
      else if ('report' in message) resolve(message.report)
      else if ('refusal' in message) refuse(message.refusal.code, message.refusal.details)
      else reject(new Error(message.failure))
    })
    worker.on('error', (error: unknown) =>
      isOutOfMemory(error) ? refuse('ingest.out-of-memory', { megabytes }) : reject(error),
    )
    worker.on('exit', (code) => {
      clearTimeout(timer)
      if (stopped) refuse('ingest.cancelled')
      else reject(new Error(`The thread that reads a file ended with ${code}`))
    })
  })
  return {
    report,
    stop: async () => {
      stopped = true
      await worker.terminate()
    },
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
