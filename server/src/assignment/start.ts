import { once } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { moveRound } from '@kehui/domain/cases/assignment'
import type { AppContext } from '../context.js'
import { whileAlone } from '../database/advisory-lock.js'
import { inTransaction, type Pool } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { ERRORS } from '../http/error-table.js'
import { CancelledError, type Execution, executeRound, UnsolvableError } from './execute.js'
import { gather } from './gather.js'
import { findRound, lockRound, type StoredRound, setRoundState } from './store.js'
import { countCandidates } from './store-problem.js'
import { askCancel, endRun, findRun, insertRun, lastRun, type RunSettings } from './store-runs.js'

/** What a thread is told. */
export interface ThreadData {
  readonly url: string
  readonly region: number
  readonly round: string
  readonly run: number
}

/** From sources, as tests run, there are no threads: Node reads no TypeScript. */
const THREAD = import.meta.url.endsWith('.js') ? new URL('thread.js', import.meta.url) : null
/** Fewer are solved in some milliseconds, in less than a thread takes to start. */
const FEW_CANDIDATES = 20_000
/** Most runs end within it: whoever asked sees the answer at once. */
const WAITED_MS = 1_500

export interface ComputeAsked {
  readonly way: RunSettings['way']
  readonly keep: RunSettings['keep']
  /** Reads the registry anew. */
  readonly gather: boolean
  readonly byName: string
}

/** Starts computing, and comes back when it is done or takes longer than one waits for. */
export async function computeRound(
  context: AppContext,
  region: number,
  id: string,
  asked: ComputeAsked,
): Promise<void> {
  const { pool } = context
  await new Promise<void>((resolve, reject) => {
    const work = async () => {
      const run = await begin(pool, region, id, asked)
      const execution = { pool, region, round: id, run }
      void after(WAITED_MS).then(resolve)
      await carryOut(context, execution, asked.gather)
      resolve()
    }
    whileAlone(pool, `assignment.${region}.${id}`, work).then((ran) => {
      if (!ran) reject(new HttpError('assignment.running'))
    }, reject)
  })
}

/** Computes a small round and comes back when it is done. */
export async function computeNow(
  pool: Pool,
  region: number,
  id: string,
  asked: Omit<ComputeAsked, 'gather'>,
): Promise<void> {
  await executeRound({ pool, region, round: id, run: await begin(pool, region, id, asked) })
}

async function begin(
  pool: Pool,
  region: number,
  id: string,
  asked: Omit<ComputeAsked, 'gather'> & { readonly gather?: boolean },
): Promise<number> {
  return inTransaction(pool, async (db) => {
    const round = await lockRound(db, region, id)
    if (!round) throw new HttpError('assignment.not-found')
    if (moveRound(round.state, 'compute') === null)
      throw new HttpError('assignment.state', { state: round.state, action: 'compute' })
    const running = await lastRun(db, region, id)
    // Whoever was at it holds the turn no more.
    if (running?.state === 'running') await endRun(db, region, id, running.number, { state: 'interrupted' })
    const { way, keep } = asked
    await setRoundState(db, region, id, round.state, { way, options: { ...round.options, keep } })
    const anew = asked.gather === true && round.source === 'registry'
    const since = await sinceOf(db, region, anew ? { ...round, run: 0 } : round)
    return insertRun(db, region, id, { settings: { way, keep, since }, byName: asked.byName })
  })
}

/** A round that is to take another's place is compared with that; others with their answer before. */
async function sinceOf(
  db: Parameters<typeof findRound>[0],
  region: number,
  round: StoredRound,
): Promise<RunSettings['since']> {
  const replaced = round.replaces === null ? null : await findRound(db, region, round.replaces)
  if (replaced && replaced.run > 0) return { round: replaced.id, run: replaced.run, title: replaced.title }
  return round.run === 0 ? null : { round: round.id, run: round.run, title: round.title }
}

const threads = new Map<string, Worker>()

async function carryOut(context: AppContext, execution: Execution, again: boolean): Promise<void> {
  const { pool, region, round, run } = execution
  try {
    await gather(context, execution, again)
    const url = pool.options.connectionString
    const few = (await countCandidates(pool, region, round)) <= FEW_CANDIDATES
    if (few || THREAD === null || url === undefined) await executeRound(execution)
    else await inThread(THREAD, { url, region, round, run })
    // A thread says of itself what it came to, unless it was ended.
    if ((await findRun(pool, region, round, run))?.state === 'running') throw new CancelledError()
  } catch (error) {
    if (error instanceof CancelledError) return endRun(pool, region, round, run, { state: 'cancelled' })
    const problem = problemOf(error)
    await endRun(pool, region, round, run, { state: 'failed', problem })
    if (problem === 'server.failed') console.error('An assignment failed:', error)
  }
}

/** A code of the table of errors. */
function problemOf(error: unknown): string {
  if (error instanceof UnsolvableError || error instanceof HttpError)
    return error.code in ERRORS ? error.code : 'server.failed'
  return 'server.failed'
}

async function inThread(file: URL, data: ThreadData): Promise<void> {
  const key = `${data.region} ${data.round}`
  const worker = new Worker(file, { workerData: data })
  worker.unref()
  threads.set(key, worker)
  let problem: string | undefined
  let failure: unknown
  worker.on('message', (said: { problem: string }) => {
    problem = said.problem
  })
  worker.on('error', (error) => {
    failure = error
  })
  try {
    await once(worker, 'exit')
  } finally {
    threads.delete(key)
  }
  if (problem !== undefined) throw new UnsolvableError(problem)
  if (failure !== undefined) throw failure
}

/** A thread is ended at once: the database takes back what it wrote. Whoever is between two steps stops at the next. */
export async function cancelRound(pool: Pool, region: number, round: string): Promise<boolean> {
  const asked = await askCancel(pool, region, round)
  await threads.get(`${region} ${round}`)?.terminate()
  return asked
}

/** Says of a run whose server ended in the middle that it was interrupted. */
export async function tidyRun(pool: Pool, region: number, round: string): Promise<void> {
  await whileAlone(pool, `assignment.${region}.${round}`, async () => {
    const run = await lastRun(pool, region, round)
    if (run?.state === 'running') await endRun(pool, region, round, run.number, { state: 'interrupted' })
  })
}

export async function endAssignmentThreads(): Promise<void> {
  await Promise.all([...threads.values()].map((worker) => worker.terminate()))
}
