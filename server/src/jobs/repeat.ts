export interface Job {
  /** Runs it soon, without waiting for its next time. */
  readonly wake: () => void
  /** Comes true once nothing of it runs any more. */
  readonly stop: () => Promise<void>
}

export interface Repeating {
  readonly run: (signal: AbortSignal) => Promise<void>
  readonly everyMs: number
  /** Hears of a failure once, not each time it comes again; the next run tries anew. */
  readonly failed: (error: unknown) => void
}

/** Runs one thing again and again, never twice at once; woken while it runs, it runs once more. */
export function repeat({ run, everyMs, failed }: Repeating): Job {
  const stopping = new AbortController()
  const { signal } = stopping
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let again = false
  let lastFailure = ''

  const once = async (): Promise<void> => {
    try {
      do {
        again = false
        await run(signal)
      } while (again && !signal.aborted)
      lastFailure = ''
    } catch (error) {
      if (!signal.aborted && String(error) !== lastFailure) failed(error)
      lastFailure = String(error)
    }
  }
  const wake = (): void => {
    if (signal.aborted) return
    again = true
    if (running !== null) return
    clearTimeout(timer)
    running = once().finally(() => {
      running = null
      if (!signal.aborted) timer = setTimeout(wake, everyMs)
    })
  }
  const stop = async (): Promise<void> => {
    stopping.abort()
    clearTimeout(timer)
    await running
  }
  return { wake, stop }
}
