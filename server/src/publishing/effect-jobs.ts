import { programmeStep } from '@kehui/domain/packs/publishing'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { regionOf } from '../registry/store-region.js'
import { check, soundOrRefuse, textOf } from './act.js'
import { type EffectRun, runEffect } from './effect-run.js'
import { groundOf } from './ground.js'
import type { Effect } from './schema.js'
import { findDraft } from './store-drafts.js'

const PAGE_SIZE = 20
/** Results are lists of thousands at most; of more drafts than this nobody looks at the effect at once. */
const KEPT = 12

interface Job {
  /** Text, library and day for which it holds. */
  readonly key: string
  readonly abort: AbortController
  readonly at: Date
  state: 'running' | 'done' | 'cancelled' | 'failed'
  run: EffectRun
}

const EMPTY: EffectRun = {
  done: 0,
  total: 0,
  looked: 0,
  counts: new Map(),
  certain: { before: {}, after: {} },
  rows: [],
}

/** The effects that are being worked out or were asked for last, one a draft. */
export class EffectJobs {
  private readonly context: AppContext
  private readonly report: (error: unknown) => void
  private readonly jobs = new Map<string, Job>()

  constructor(context: AppContext, report: (error: unknown) => void) {
    this.context = context
    this.report = report
  }

  /** Starts what is not running or done for the present text, library and day. */
  async start(id: string, lang: Lang): Promise<void> {
    const { context } = this
    const { pool, library: before } = context
    const region = await regionOf(pool)
    const draft = await findDraft(pool, region, id)
    if (!draft) throw new HttpError('draft.not-found', { id })
    const on = context.today()
    const key = this.keyOf(draft.hash)
    const known = this.jobs.get(id)
    if (known && known.key === key && known.state !== 'cancelled' && known.state !== 'failed') return
    const checked = check(context, await groundOf(context, pool), draft, await textOf(pool, draft))
    if (!checked.library || !checked.programme) {
      soundOrRefuse(checked)
      return
    }
    this.cancel(id)
    const abort = new AbortController()
    const job: Job = { key, abort, at: context.now(), state: 'running', run: EMPTY }
    this.keep(id, job)
    const step = programmeStep(draft.programme, before, checked.library)
    const progress = (run: EffectRun) => {
      job.run = run
    }
    runEffect(context, { step, region, on, lang, signal: abort.signal, progress }).then(
      () => {
        job.state = abort.signal.aborted ? 'cancelled' : 'done'
      },
      (error: unknown) => {
        job.state = abort.signal.aborted ? 'cancelled' : 'failed'
        if (!abort.signal.aborted) this.report(error)
      },
    )
  }

  cancel(id: string): void {
    this.jobs.get(id)?.abort.abort()
  }

  cancelAll(): void {
    for (const { abort } of this.jobs.values()) abort.abort()
  }

  /** How far it is, and one page of those for whom something changes. */
  async effect(id: string, page: number): Promise<Effect> {
    const job = this.jobs.get(id)
    const hash = await this.hashOf(id)
    const run = job?.run ?? EMPTY
    return {
      state: job?.state ?? 'none',
      done: run.done,
      total: run.total,
      current: job !== undefined && job.key === this.keyOf(hash),
      at: job?.at.toISOString() ?? null,
      looked: run.looked,
      changed: run.rows.length,
      counts: [...run.counts].map(([key, count]) => {
        const [before, after] = key.split('→')
        return { before: before || null, after: after || null, count }
      }),
      certain: { before: fenOf(run.certain.before), after: fenOf(run.certain.after) },
      rows: run.rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      pageSize: PAGE_SIZE,
    }
  }

  /** All for whom something changes; only once it is worked out for the present text. */
  async finished(id: string): Promise<EffectRun> {
    const job = this.jobs.get(id)
    if (job?.state !== 'done' || job.key !== this.keyOf(await this.hashOf(id)))
      throw new HttpError('effect.not-ready')
    return job.run
  }

  /** What a publication remembers of it; nothing where it was not worked out for this text. */
  async summary(id: string): Promise<Readonly<Record<string, unknown>>> {
    const { state, current, looked, changed, counts, certain } = await this.effect(id, 1)
    return state === 'done' && current ? { effect: { looked, changed, counts, certain } } : {}
  }

  private async hashOf(id: string): Promise<string> {
    const draft = await findDraft(this.context.pool, await regionOf(this.context.pool), id)
    if (!draft) throw new HttpError('draft.not-found', { id })
    return draft.hash
  }

  private keyOf(hash: string): string {
    return `${hash} ${this.context.snapshot} ${this.context.today()}`
  }

  private keep(id: string, job: Job): void {
    this.jobs.delete(id)
    this.jobs.set(id, job)
    const [oldest] = this.jobs.keys()
    if (this.jobs.size <= KEPT || oldest === undefined) return
    this.cancel(oldest)
    this.jobs.delete(oldest)
  }
}

function fenOf(certain: Partial<Record<string, bigint>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(certain).map(([benefit, fen]) => [benefit, (fen ?? 0n).toString()]),
  )
}
