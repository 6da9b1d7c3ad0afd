import { Worker } from 'node:worker_threads'
import type { Lang } from '@kehui/domain/shared'
import type { Pool } from '../database/pool.js'
import { type Details, HttpError } from '../http/error.js'
import type { ErrorCode } from '../http/error-table.js'
import { createFromFile } from './act.js'
import { previewOf } from './preview.js'
import { candidatesIn, readFile, refuseRows } from './read-file.js'
import type { FileQuery, RoundPreview } from './schema.js'

/** A file with what is to be done with it: looked at, or made a round of. */
export interface TakenFile {
  readonly what: 'preview' | 'create'
  readonly bytes: Uint8Array
  readonly query: FileQuery
  readonly fileName: string
  readonly byName: string
  readonly region: number
  readonly lang: Lang
}

/** The preview, or the id of the round that was made. */
export type FileTaken = RoundPreview | string

/** Smaller ones are read in less than a thread takes to start. */
const SMALL = 256 * 1024
/** From sources, as tests run, there are no threads: Node reads no TypeScript. */
const THREAD = import.meta.url.endsWith('.js') ? new URL('take-file-thread.js', import.meta.url) : null

/** Reads a file; where it is large in a thread of its own, so that requests are answered meanwhile. */
export async function takeFile(pool: Pool, file: TakenFile): Promise<FileTaken> {
  const url = pool.options.connectionString
  if (THREAD === null || url === undefined || file.bytes.length <= SMALL) return takeHere(pool, file)
  const worker = new Worker(THREAD, { workerData: { url, file } satisfies FileThreadData })
  return new Promise((resolve, reject) => {
    worker.once('message', (said: FileThreadSaid) => {
      if ('answer' in said) resolve(said.answer)
      else reject(new HttpError(said.code, said.details))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that reads a file ended without an answer')))
  })
}

export interface FileThreadData {
  readonly url: string
  readonly file: TakenFile
}

export type FileThreadSaid =
  | { readonly answer: FileTaken }
  | { readonly code: ErrorCode; readonly details: Details | undefined }

export async function takeHere(pool: Pool, file: TakenFile): Promise<FileTaken> {
  const { what, bytes, query, fileName, byName, region, lang } = file
  const read = await readFile(bytes, query.kind)
  if (what === 'create') {
    refuseRows(read.problems, lang)
    return createFromFile({ pool }, region, query, { read, fileName, byName })
  }
  const { sameCounty = false, sharedField = false } = query
  const usable = read.problems.length === 0
  const candidates = usable ? candidatesIn(read, { sameCounty, sharedField }).problem.left.length : 0
  return previewOf(read, { kind: query.kind, fileName, candidates, lang })
}
