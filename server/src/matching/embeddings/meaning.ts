import { setTimeout } from 'node:timers/promises'
import { LEAST_MEANING, type Near } from '@kehui/domain/matching'
import type { Pool } from '../../database/pool.js'
import { needOf } from '../documents.js'
import { forgetMatched } from '../store-standing.js'
import { type Embedder, EmbeddingError } from './embedder.js'
import { type Held, openHeld, PROBE } from './held.js'
import { QueryVectors } from './query-vectors.js'
import { documentsToCompare } from './store-vectors.js'

/** How far the vectors of a region are. */
export interface MeaningState {
  readonly state: 'starting' | 'ready' | 'failing'
  readonly model: string
  /** Documents that can be found by meaning. */
  readonly documents: number
  /** Documents that have not been looked at yet. */
  readonly waiting: number
  /** Why it is failing; null where it is not. */
  readonly problem: string | null
}

/** What is near in meaning, in a region. It follows behind the words, and never keeps anybody waiting for long. */
export interface Meaning {
  /** These are new or other than they were: they are looked at as soon as can be. */
  look(ids: readonly string[]): void
  /** These are gone, at once. */
  forget(ids: readonly string[]): void
  /** Whatever may be other than it was when the vectors were made is looked at. */
  lookAtAll(): void
  /** Nearest first; null where that cannot be told now. */
  nearest(text: string, k: number, filter: readonly (readonly string[])[]): Promise<readonly Near[] | null>
  state(): MeaningState
  stop(): Promise<void>
}

export interface MeaningOptions {
  readonly pool: Pool
  readonly region: number
  readonly embedder: Embedder
  /** Told when it begins to fail, and when it goes on. */
  readonly log: (line: string) => void
  readonly rest: () => Promise<void>
  /** Rests between attempts while it fails, the last one again and again. */
  readonly againMs?: readonly number[]
  /** How long a question waits for its vector before it is answered by words alone. */
  readonly patienceMs?: number
}

const AT_ONCE = 64
const AGAIN_MS = [1_000, 5_000, 20_000, 60_000]
/** Whoever asks to be left alone for longer is asked anyway. */
const LONGEST_PAUSE_MS = 3_600_000
const PATIENCE_MS = 2_000

/** Said of an answer that takes longer. */
const LATE: unique symbol = Symbol('late')

export function followMeaning(options: MeaningOptions): Meaning {
  const { pool, region, embedder, log, rest, againMs = AGAIN_MS, patienceMs = PATIENCE_MS } = options
  const pending = new Set<string>()
  const queries = new QueryVectors(embedder)
  const stopped = new AbortController()
  let held: Held | null = null
  let all = true
  let listed = false
  /** Documents that are being read. */
  let reading = 0
  let problem: Error | null = null
  let attempts = 0
  /** Questions whose vector did not come in time and is still awaited: no other one waits meanwhile. */
  let late = 0
  let working: Promise<void> | null = null
  /** Whether words were matched that had no vectors yet: at first, and after a failure. */
  let behind = true
  /** What got a vector since matches were last told by it. */
  const owed = new Set<string>()

  const failed = (error: unknown): void => {
    if (stopped.signal.aborted) return
    const first = problem === null
    behind = true
    problem = error instanceof Error ? error : new Error(String(error))
    if (first) log(`Matching goes on by words alone: ${problem.message}`)
  }
  const went = (): void => {
    if (problem !== null) log('Matching goes on by meaning too.')
    problem = null
    attempts = 0
  }
  /** Standing matches by what had no vector when its words were matched; what was told is not told again. */
  const matchAnew = async (): Promise<void> => {
    if (pending.size > 0 || all) return
    const needs = [...owed].flatMap((id) => needOf(id) ?? [])
    if (owed.size > 0 && behind) await forgetMatched(pool, region)
    else if (needs.length > 0) await forgetMatched(pool, region, needs)
    owed.clear()
    behind = false
  }
  /** Whether more may be to do. */
  const step = async (): Promise<boolean> => {
    held ??= await openHeld(pool, region, embedder)
    if (all) {
      // Whatever is asked for meanwhile is listed again.
      all = false
      try {
        for (const id of await documentsToCompare(pool, region)) pending.add(id)
        listed = true
      } catch (error) {
        all = true
        throw error
      }
    }
    const ids = [...pending].slice(0, AT_ONCE)
    // Texts that stayed as they were say nothing of whether it answers again.
    if (problem !== null) await embedder.embed([PROBE], 'query')
    // What is written while it is read is looked at again.
    for (const id of ids) pending.delete(id)
    reading = ids.length
    try {
      for (const id of await held.look(ids)) owed.add(id)
    } catch (error) {
      for (const id of ids) pending.add(id)
      throw error
    } finally {
      reading = 0
    }
    await matchAnew()
    went()
    await rest()
    return pending.size > 0 || all
  }
  const work = async (): Promise<void> => {
    for (let more = true; more && !stopped.signal.aborted; ) {
      if (problem !== null) {
        const said = problem instanceof EmbeddingError ? problem.retryAfterMs : null
        const usual = againMs[Math.min(attempts, againMs.length - 1)] ?? 0
        const pause = Math.min(LONGEST_PAUSE_MS, Math.max(usual, said ?? 0))
        attempts += 1
        await setTimeout(pause, undefined, { ref: false, signal: stopped.signal }).catch(() => {})
        if (stopped.signal.aborted) return
      }
      more = await step().catch((error) => {
        failed(error)
        return true
      })
    }
  }
  const wake = (): void => {
    if (working !== null || stopped.signal.aborted) return
    working = work().finally(() => {
      working = null
      // Something may have come after it looked last.
      if (pending.size > 0 || all || problem !== null) wake()
    })
  }
  /** The vector of a question; undefined where it is not to be had in time. */
  const asked = async (text: string): Promise<Float32Array | null | undefined> => {
    if (problem !== null || late > 0) return undefined
    const answer = queries.vectorOf(text).catch((error) => {
      failed(error)
      wake()
      return undefined
    })
    const inTime = await within(answer, patienceMs)
    if (inTime !== LATE) return inTime
    late += 1
    answer.finally(() => {
      late -= 1
    })
    return undefined
  }
  return {
    look: (ids) => {
      for (const id of ids) pending.add(id)
      wake()
    },
    forget: (ids) => {
      for (const id of ids) {
        held?.forget(id)
        pending.add(id)
      }
      wake()
    },
    lookAtAll: () => {
      all = true
      wake()
    },
    async nearest(text, k, filter) {
      if (held === null) return null
      if (!/[\p{L}\p{N}]/u.test(text)) return []
      const vector = (embedder.symmetric ? held.vectorOf(text) : undefined) ?? (await asked(text))
      if (vector === undefined) return null
      return vector === null ? [] : held.vectors.nearest(vector, k, filter, LEAST_MEANING)
    },
    state: () => ({
      state: problem !== null ? 'failing' : listed ? 'ready' : 'starting',
      model: embedder.name,
      documents: held?.vectors.size ?? 0,
      waiting: pending.size + reading,
      problem: problem?.message ?? null,
    }),
    async stop() {
      stopped.abort()
      await working
    },
  }
}

async function within<T>(answer: Promise<T>, ms: number): Promise<T | typeof LATE> {
  const waiting = new AbortController()
  try {
    return await Promise.race([answer, setTimeout(ms, LATE, { ref: false, signal: waiting.signal })])
  } finally {
    waiting.abort()
  }
}
