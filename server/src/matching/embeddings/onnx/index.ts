import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Embedder, EmbeddingError } from '../embedder.js'
import { type LocalModel, openModel } from './model.js'
import { type ModelFiles, readModelFiles } from './model-files.js'
import type { AnswerOfModel, AskedOfModel } from './onnx-thread.js'

const FILE = fileURLToPath(new URL('./onnx-thread.js', import.meta.url))
const BUILT = import.meta.url.endsWith('.js')

/** Vectors of a model in a folder of this machine: no text leaves it. */
export function folderEmbedder(folder: string): Embedder {
  const files = readModelFiles(folder)
  const { name, prompts } = files
  // Sources are run by the tests, where threads cannot read them.
  const model = BUILT ? inThread(folder) : inPlace(files)
  return { name, symmetric: prompts.document === prompts.query, embed: model.embed, stop: model.close }
}

function inPlace(files: ModelFiles): LocalModel {
  let opening: Promise<LocalModel> | null = null
  return {
    async embed(texts, as) {
      opening ??= openModel(files)
      return (await opening).embed(texts, as)
    },
    close: async () => (await opening?.catch(() => null))?.close(),
  }
}

interface Waiting {
  readonly answer: (vectors: (Float32Array | null)[]) => void
  readonly fail: (error: Error) => void
}

/** A model reckons for long; words are not to wait for it. One that died is started anew. */
function inThread(folder: string): LocalModel {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<number, Waiting>()
  const start = (): Worker => {
    const started = new Worker(FILE, { workerData: { folder } })
    started.unref()
    const died = (message: string): void => {
      if (worker !== started) return
      worker = null
      for (const { fail } of waiting.values()) fail(new EmbeddingError(message))
      waiting.clear()
    }
    started.on('message', ({ id, vectors, problem }: AnswerOfModel) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (vectors) asked?.answer([...vectors])
      else asked?.fail(new EmbeddingError(problem ?? 'The model did not answer.'))
    })
    started.on('error', (error) => died(`The model ended: ${String(error)}`))
    started.on('exit', () => died('The model has ended.'))
    return started
  }
  return {
    embed: (texts, as) =>
      new Promise((answer, fail) => {
        worker ??= start()
        last += 1
        waiting.set(last, { answer, fail })
        worker.postMessage({ id: last, texts, as } satisfies AskedOfModel)
      }),
    close: async () => {
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
