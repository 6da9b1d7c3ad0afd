/** How a value came to be known, the stronger first. */
export const STANDINGS = ['correction', 'register', 'document', 'system', 'declaration'] as const
export type Standing = (typeof STANDINGS)[number]

export interface Sourced {
  /** 2026-03-01 */
  readonly observedOn: string
  readonly standing: Standing
  /** 0 to 100. */
  readonly confidence: number
  /** Grows with the time of recording; among values that are alike in all else the later counts. */
  readonly recorded: string
}

/**
 * The stated order in which one of several values is chosen; the others stay beside it. 1. The later day on which it
 * was observed. 2. On one day: a correction that a person entered, a register, a document, another system, a
 * declaration. 3. The greater confidence. 4. What was recorded later.
 */
export function byPrecedence(a: Sourced, b: Sourced): number {
  return (
    compare(b.observedOn, a.observedOn) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    b.confidence - a.confidence ||
    compare(b.recorded, a.recorded)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
