import type { Position } from '../shared/diagnostic.js'
import type { Text } from '../shared/text.js'
import type { Cite } from './programme.js'

/** One title on a ladder. */
export interface LadderStep {
  readonly id: string
  readonly title: Text
  /** Yes-or-no facts any of which says that it is held. */
  readonly held: readonly string[]
  /** Titles that programmes grant, of any region, that are this step. */
  readonly grants: readonly string[]
  /** Steps from which one comes to it; several where there are several ways. */
  readonly after: readonly string[]
  readonly cite: Cite
  readonly at: Position
}

/** Titles in the order in which companies climb them: a graph without circles. */
export interface Ladder {
  readonly id: string
  readonly pack: string
  readonly title: Text
  readonly cite: Cite
  /** Each after those that lead to it. */
  readonly steps: readonly LadderStep[]
}
