import type { DemandContent } from '@kehui/server/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../ui/api.js'

export type Kept = 'saved' | 'saving' | 'unsaved'

interface Start {
  /** Null before anything was written. */
  readonly id: string | null
  readonly revision: number
  readonly content: DemandContent
}

interface Draft {
  readonly id: string | null
  readonly content: DemandContent
  readonly kept: Kept
  readonly error: unknown
  readonly change: (part: Partial<DemandContent>) => void
  /** Saves what is not saved yet; rejects with why it could not be. The id. */
  readonly flush: () => Promise<string | null>
}

/** A pause in writing after which the words are saved. */
const PAUSE_MS = 800

/** A need that is saved as it is written: one save at a time, each with the revision of the one before. */
export function useDraft(start: Start, as: string | undefined): Draft {
  const [content, setContent] = useState(start.content)
  const [kept, setKept] = useState<Kept>('saved')
  const [error, setError] = useState<unknown>(null)
  const [id, setId] = useState(start.id)
  const now = useRef({ ...start, written: 0, savedAt: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const save = useCallback(async (): Promise<string | null> => {
    const { current } = now
    const { written } = current
    if (written === current.savedAt) return current.id
    setKept('saving')
    try {
      if (current.id === null) {
        const made = await api.createDemand(as ?? '', { content: current.content })
        current.id = made.id
        current.revision = made.revision
        setId(made.id)
      } else {
        const { revision } = await api.saveDemand(
          current.id,
          { content: current.content, revision: current.revision },
          as,
        )
        current.revision = revision
      }
      current.savedAt = written
      setKept(current.written === written ? 'saved' : 'unsaved')
      setError(null)
    } catch (cause) {
      setKept('unsaved')
      setError(cause)
      throw cause
    }
    return current.id
  }, [as])

  const flush = useCallback((): Promise<string | null> => {
    const next = last.current.catch(() => undefined).then(save)
    last.current = next
    return next
  }, [save])

  const change = useCallback(
    (part: Partial<DemandContent>) => {
      const { current } = now
      current.content = { ...current.content, ...part }
      current.written += 1
      setContent(current.content)
      setKept('unsaved')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => flush().catch(() => undefined), PAUSE_MS)
    },
    [flush],
  )

  // Leaving the page in the middle of a word loses none.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      flush().catch(() => undefined)
    },
    [flush],
  )
  return { id, content, kept, error, change, flush }
}
