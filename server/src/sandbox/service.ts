import { Worker } from 'node:worker_threads'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { type Details, HttpError } from '../http/error.js'
import type { ErrorCode } from '../http/error-table.js'
import { SandboxQueue, type Waiting } from './queue.js'
import { Sandbox } from './sandbox.js'
import type { SandboxAnswer, SandboxAsk, SandboxCheck, SandboxFileAsk, SandboxSettled } from './schema.js'
import { carryOut, type Work } from './work.js'
import type { ThreadWork } from './worker.js'

/** The sandbox as routes see it; it works in a thread of its own, with the facts of the region in its memory. */
export interface SandboxService {
  /** Takes up what was written since; for a page that opens. */
  refresh(): Promise<void>
  /** A newer question of the same asker takes the place of one that waits. */
  answer(ask: SandboxAsk, lang: Lang, from: Pick<Waiting, 'asker' | 'isGone'>): Promise<SandboxAnswer>
  settled(ask: SandboxAsk, lang: Lang): Promise<SandboxSettled>
  check(ask: SandboxAsk, lang: Lang): Promise<SandboxCheck>
  file(ask: SandboxFileAsk, lang: Lang): Promise<Uint8Array>
  stop(): Promise<void>
}

/** From sources, as tests run, there are no threads: Node reads no TypeScript. */
const THREAD = import.meta.url.endsWith('.js') ? new URL('worker.js', import.meta.url) : null
const NOBODY = { asker: null, isGone: () => false }

export function sandboxService(context: AppContext): SandboxService {
  const url = context.pool.options.connectionString
  const thread = THREAD === null || url === undefined ? null : new SandboxThread(THREAD, url)
  const here = new Sandbox(context)
  const queue = new SandboxQueue((work) => {
    const { snapshot } = context
    // Without a snapshot the thread could not tell what is in force.
    if (thread === null || snapshot === 0) return carryOut(here, work)
    return thread.run({ work, snapshot, on: context.today() })
  })
  const ask = <T>(work: Work, from: Pick<Waiting, 'asker' | 'isGone'> = NOBODY): Promise<T> =>
    new Promise((answer, fail) => {
      queue.add({ work, ...from, answer: answer as (answer: unknown) => void, fail })
    })
  return {
    refresh: () => ask({ what: 'refresh' }),
    answer: (text, lang, from) => ask({ what: 'answer', ask: text, lang }, from),
    settled: (text, lang) => ask({ what: 'settled', ask: text, lang }),
    check: (text, lang) => ask({ what: 'check', ask: text, lang }),
    file: (text, lang) => ask({ what: 'file', ask: text, lang }),
    stop: async () => {
      await thread?.stop()
    },
  }
}

type Told =
  | { readonly answer: unknown }
  | { readonly refusal: { readonly code: ErrorCode; readonly details?: Details } }
  | { readonly failure: string }

/** Started when first asked; one that died is started anew and reads the region again. */
class SandboxThread {
  private readonly file: URL
  private readonly url: string
  private worker: Worker | null = null

  constructor(file: URL, url: string) {
    this.file = file
    this.url = url
  }

  run(sent: ThreadWork): Promise<unknown> {
    this.worker ??= this.start()
    const { worker } = this
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.off('message', told).off('error', died).off('exit', ended)
        act()
      }
      const told = (message: Told) =>
        settle(() => {
          if ('answer' in message) resolve(message.answer)
          else if ('refusal' in message) reject(new HttpError(message.refusal.code, message.refusal.details))
          else reject(new Error(message.failure))
        })
      const died = (error: unknown) => settle(() => reject(error))
      const ended = () => settle(() => reject(new Error('The thread of the sandbox has ended')))
      worker.on('message', told).on('error', died).on('exit', ended)
      worker.postMessage(sent)
    })
  }

  private start(): Worker {
    const worker = new Worker(this.file, { workerData: { url: this.url } })
    worker.unref()
    const gone = () => {
      if (this.worker === worker) this.worker = null
    }
    worker.on('error', gone).on('exit', gone)
    return worker
  }

  async stop(): Promise<void> {
    await this.worker?.terminate()
  }
}
