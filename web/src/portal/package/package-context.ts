import type { Package, Question } from '@kehui/server/client'
import { createContext, use } from 'react'

export type Answers = Readonly<Record<string, string>>

/** What every part of the package page shares. */
export interface PackageState {
  readonly pkg: Package
  /** The figures being tried out, or null where answers are stored. */
  readonly trying: Answers | null
  readonly questionOf: (key: string) => Question | undefined
  readonly labelOf: (key: string) => string
  /** What may be tried out: every fact that a company can be asked for. */
  readonly askable: readonly { readonly key: string; readonly label: string }[]
  /** Stores an answer, or tries it; done when the package is computed anew. */
  readonly answer: (key: string, text: string) => Promise<void>
  readonly tryFacts: (facts: Answers) => void
  readonly startTrying: () => void
  readonly stopTrying: (key?: string) => void
  readonly readings: Answers
  readonly chooseReading: (programme: string, option: string) => void
}

export const PackageContext = createContext<PackageState | null>(null)

export function usePackage(): PackageState {
  const state = use(PackageContext)
  if (state === null) throw new Error('usePackage outside a package page')
  return state
}
