import { HttpError } from '../http/error.js'
import type { Work } from './work.js'

export interface Waiting {
  readonly work: Work
  /** Who asks about which programme: a newer question of theirs takes the place of an older one; null of none. */
  readonly asker: string | null
  /** Whether nobody waits for the answer any more. */
  readonly isGone: () => boolean
  readonly answer: (answer: unknown) => void
  readonly fail: (error: unknown) => void
}

/** What is to be worked out, one after the other: questions of pages first, since somebody looks at them. */
export class SandboxQueue {
  private readonly waiting: Waiting[] = []
  private busy = false
  private readonly run: (work: Work) => Promise<unknown>

  constructor(run: (work: Work) => Promise<unknown>) {
    this.run = run
  }

  add(one: Waiting): void {
    const older = this.waiting.findIndex(({ asker }) => asker !== null && asker === one.asker)
    if (older >= 0) for (const { fail } of this.waiting.splice(older, 1)) fail(new HttpError('sandbox.newer'))
    this.waiting.push(one)
    if (!this.busy) void this.next()
  }

  private async next(): Promise<void> {
    this.busy = true
    for (let one = this.take(); one; one = this.take()) {
      try {
        one.answer(await this.run(one.work))
      } catch (error) {
        one.fail(error)
      }
    }
    this.busy = false
  }

  private take(): Waiting | undefined {
    for (;;) {
      const page = this.waiting.findIndex(({ work }) => work.what === 'answer')
      const [one] = this.waiting.splice(Math.max(page, 0), 1)
      if (!one?.isGone()) return one
      one.fail(new HttpError('sandbox.newer'))
    }
  }
}
