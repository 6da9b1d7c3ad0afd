import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type Certain,
  effectOn,
  type ProgrammeStep,
  type SubjectEffect,
} from '@kehui/domain/packs/publishing'
import type { Library } from '@kehui/domain/rules'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { placeOf } from '../registry/known.js'
import { situationsOf } from '../registry/situations.js'
import type { EffectRow } from './schema.js'
import { subjectIds } from './store-subjects.js'

/** So many are read together; between two of them others have their turn. */
const CHUNK = 100
/** Longest time for which others wait while effects are computed. */
const TURN_MS = 10

export interface EffectRun {
  readonly done: number
  readonly total: number
  readonly looked: number
  readonly counts: ReadonlyMap<string, number>
  readonly certain: { readonly before: Certain; readonly after: Certain }
  readonly rows: readonly EffectRow[]
}

export interface EffectAsk {
  readonly step: ProgrammeStep
  readonly region: number
  readonly on: string
  readonly lang: Lang
  readonly signal: AbortSignal
  readonly progress: (run: EffectRun) => void
}

/** Asks every subject of the region under both texts; ends early where the signal says so. */
export async function runEffect({ pool }: AppContext, ask: EffectAsk): Promise<void> {
  const { step, region, on, lang, signal, progress } = ask
  const ids = await subjectIds(pool, region)
  const sum = new Sum(step.after, ids.length)
  progress(sum.run())
  let since = performance.now()
  for (let first = 0; first < ids.length && !signal.aborted; first += CHUNK) {
    const situated = await situationsOf(pool, step.before, region, ids.slice(first, first + CHUNK))
    for (const { stored, situation, packs } of situated) {
      const place = placeOf(situation) ?? stored.place
      sum.add(stored, place, effectOn(step, { situation, place, packs, on, lang }))
      if (performance.now() - since < TURN_MS) continue
      await nextTurn()
      if (signal.aborted) return
      since = performance.now()
    }
    sum.done = Math.min(ids.length, first + CHUNK)
    progress(sum.run())
  }
}

/** Adds up what comes out for one after the other. */
class Sum {
  done = 0
  private looked = 0
  private readonly counts = new Map<string, number>()
  private readonly certain: { before: Certain; after: Certain } = { before: {}, after: {} }
  private readonly rows: EffectRow[] = []
  private readonly library: Library
  private readonly total: number

  constructor(library: Library, total: number) {
    this.library = library
    this.total = total
  }

  add(stored: { id: string; name: string }, place: string | null, effect: SubjectEffect | null): void {
    if (effect === null) return
    const { changed, before, after, because, others } = effect
    this.looked += 1
    const key = `${before?.verdict ?? ''}→${after?.verdict ?? ''}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    addTo(this.certain.before, effect.certain.before)
    addTo(this.certain.after, effect.certain.after)
    if (!changed) return
    this.rows.push({
      subject: stored.id,
      name: stored.name,
      place: place === null ? null : this.library.places.path(place),
      before,
      after,
      because: [...because],
      others: [...others],
    })
  }

  run(): EffectRun {
    const { done, total, looked, counts, certain, rows } = this
    return { done, total, looked, counts, certain, rows }
  }
}

function addTo(sum: Certain, more: Certain): void {
  for (const [benefit, fen] of Object.entries(more) as [keyof Certain, bigint][])
    sum[benefit] = (sum[benefit] ?? 0n) + fen
}
