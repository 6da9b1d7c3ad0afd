/** Tells those who listen that something happened; each hears of it once for each time. */
export interface Signal {
  readonly emit: () => void
  /** Gives back what ends the listening. */
  readonly listen: (listener: () => void) => () => void
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>()
  return {
    emit: () => {
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
