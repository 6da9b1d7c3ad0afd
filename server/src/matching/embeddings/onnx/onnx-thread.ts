import { parentPort, workerData } from 'node:worker_threads'
import { openModel } from './model.js'
import { readModelFiles } from './model-files.js'

export interface AskedOfModel {
  readonly id: number
  readonly texts: readonly string[]
  readonly as: 'document' | 'query'
}

export interface AnswerOfModel {
  readonly id: number
  readonly vectors?: readonly (Float32Array | null)[]
  readonly problem?: string
}

const opening = openModel(readModelFiles((workerData as { folder: string }).folder))
// Whoever asks is told.
opening.catch(() => {})

parentPort?.on('message', async ({ id, texts, as }: AskedOfModel) => {
  try {
    const vectors = await (await opening).embed(texts, as)
    parentPort?.postMessage({ id, vectors } satisfies AnswerOfModel)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({ id, problem } satisfies AnswerOfModel)
  }
})
