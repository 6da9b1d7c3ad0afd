import { afterRestart, isSettled } from '@kehui/domain/ingest/batch'
import type { AppContext } from '../../context.js'
import { HttpError } from '../../http/error.js'
import { findRegion } from '../../registry/store-region.js'
import { type Reading, readInThread } from '../reading/in-thread.js'
import type { ReadingJob, ReadingProgress } from '../reading/job.js'
import { readFileInto } from '../reading/read-file.js'
import { batchPath, filesHere, isHere, removeFile } from './files.js'
import {
  type FileKey,
  findFile,
  moveStored,
  openFiles,
  type Refusal,
  type StoredFile,
} from './store-batches.js'

/** Reads the files that wait, one after the other, each in a thread of its own. */
export interface ReportReader {
  /** Looks for files that wait; what an earlier run of the server left goes on. */
  readonly wake: () => void
  readonly progressOf: (at: Pick<FileKey, 'batch' | 'n'>) => ReadingProgress | null
  /** Ends the thread of a file that was called off. */
  readonly callOff: (at: Pick<FileKey, 'batch' | 'n'>) => Promise<void>
  /** Comes true when nothing is being read. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

interface Begun {
  reading: Reading | null
  progress: ReadingProgress
}

type Context = Pick<AppContext, 'pool' | 'files' | 'wrote' | 'now'>

/** From sources, as tests run, there are no threads: Node reads no TypeScript. */
const THREAD = import.meta.url.endsWith('.js') ? new URL('../reading/worker.js', import.meta.url) : null

export function reportReader(context: Context, failed: (error: unknown) => void): ReportReader {
  const now = new Map<string, Begun>()
  let running: Promise<void> | null = null
  let again = false
  let stopping = false
  let resumed = false
  const keyOf = ({ batch, n }: Pick<FileKey, 'batch' | 'n'>) => `${batch}/${n}`

  async function all(): Promise<void> {
    const region = await findRegion(context.pool)
    if (region === null) return
    if (!resumed) {
      await goOn(context, region)
      await clearOut(context, region)
    }
    resumed = true
    for (let next = await take(context, region); next && !stopping; next = await take(context, region))
      await one(next)
  }

  async function one(job: ReadingJob): Promise<void> {
    const begun: Begun = { reading: null, progress: NONE }
    begun.reading = begin(context, job, (progress) => {
      begun.progress = progress
    })
    now.set(keyOf(job), begun)
    try {
      await begun.reading.report
      removeFile(context, job)
      context.wrote.emit()
    } catch (error) {
      // A server that stops leaves the file as it is: the next start goes on with it.
      if (!stopping) await refuse(job, error)
    } finally {
      now.delete(keyOf(job))
    }
  }

  async function refuse(job: ReadingJob, error: unknown): Promise<void> {
    const refusal: Refusal =
      error instanceof HttpError
        ? { code: error.code, details: error.details }
        : { code: 'ingest.crashed', details: {} }
    if (!(error instanceof HttpError)) failed(error)
    await moveStored(context.pool, job, 'refuse', { refusal })
    if (!MAY_PASS.has(refusal.code)) removeFile(context, job)
  }

  const wake = (): void => {
    again = true
    if (running !== null || stopping) return
    running = (async () => {
      while (again && !stopping) {
        again = false
        await all()
      }
    })()
      .catch(failed)
      .finally(() => {
        running = null
        // Woken after the last look.
        if (again) wake()
      })
  }
  return {
    wake,
    progressOf: (at) => now.get(keyOf(at))?.progress ?? null,
    callOff: async (at) => {
      await now.get(keyOf(at))?.reading?.stop()
    },
    idle: async () => {
      while (running !== null) await running
    },
    stop: async () => {
      stopping = true
      await Promise.all([...now.values()].map(({ reading }) => reading?.stop()))
      await running
    },
  }
}

const NONE: ReadingProgress = { share: 0, pages: null, articles: 0, facts: 0 }
/** Refusals that say less of the file than of the moment: it is kept, to be tried again. */
const MAY_PASS: ReadonlySet<string> = new Set([
  'ingest.crashed',
  'ingest.cancelled',
  'ingest.too-long',
  'ingest.out-of-memory',
])

function begin({ pool }: Context, job: ReadingJob, tell: (progress: ReadingProgress) => void): Reading {
  const url = pool.options.connectionString
  if (THREAD !== null && url !== undefined) return readInThread(THREAD, { url, job }, tell)
  return { report: readFileInto(pool, job, tell), stop: async () => {} }
}

/** The next that waits and lies here: on a database that several servers share, others lie elsewhere. */
async function take(context: Context, region: number): Promise<ReadingJob | null> {
  for (const file of await openFiles(context.pool, region)) {
    if (file.state !== 'queued' || !isHere(context, file)) continue
    if (await moveStored(context.pool, { region, ...file }, 'take')) return jobOf(context, region, file)
  }
  return null
}

function jobOf(context: Context, region: number, file: StoredFile): ReadingJob {
  const { batch, n, fileName, byName, hash } = file
  return { region, batch, n, fileName, byName, hash: hash ?? '', path: batchPath(context, file) }
}

/** What a server that ended left behind goes on, or waits for a person. */
async function goOn(context: Context, region: number): Promise<void> {
  for (const file of await openFiles(context.pool, region)) {
    const action = afterRestart(file.state, file.attempts, isHere(context, file))
    if (action === 'resume' || action === 'interrupt')
      await moveStored(context.pool, { region, ...file }, action)
  }
}

const KEPT_DAYS = 7

/** Files that nobody tried again in a week; those of another region are not its. */
async function clearOut(context: Context, region: number): Promise<void> {
  const oldest = context.now().getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000
  for (const at of filesHere(context)) {
    const file = await findFile(context.pool, { region, ...at })
    if (file && isSettled(file.state) && file.changedAt.getTime() < oldest) removeFile(context, at)
  }
}
