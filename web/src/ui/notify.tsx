import { useEffect, useSyncExternalStore } from 'react'

export interface Notice {
  readonly text: string
  readonly tone: 'good' | 'bad'
  readonly action?: { readonly label: string; readonly run: () => void }
}

let notice: Notice | null = null
const listeners = new Set<() => void>()

function show(next: Notice | null): void {
  notice = next
  for (const listener of listeners) listener()
}

/** Tells the reader what just happened, on the screen and through the live region. */
export function notify(next: Notice): void {
  show(next)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Long enough to read and to reach its button; longer where there is one. */
const SHOWN_FOR_MS = { plain: 6_000, withAction: 20_000 }

/** The live region is always in the document: one that appears with its text is often not read out. */
export function Notices() {
  const shown = useSyncExternalStore(
    subscribe,
    () => notice,
    () => null,
  )
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => show(null), shown.action ? SHOWN_FOR_MS.withAction : SHOWN_FOR_MS.plain)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <div role="status" aria-live="polite">
      {shown && (
        <div className={`toast ${shown.tone}`}>
          <span>{shown.text}</span>
          {shown.action && (
            <button
              type="button"
              onClick={() => {
                shown.action?.run()
                show(null)
              }}
            >
              {shown.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
