import type { Entry } from '@kehui/server/client'
import { createContext, use } from 'react'

export const EntryContext = createContext<Entry | null>(null)

/** The programme whose answer is being shown. */
export function useEntry(): Entry {
  const entry = use(EntryContext)
  if (entry === null) throw new Error('useEntry outside an entry')
  return entry
}
