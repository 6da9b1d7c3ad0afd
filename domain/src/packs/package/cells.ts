import { type Static, Type } from 'typebox'
import { evaluate } from '../../rules/answer/evaluate.js'
import { settle } from '../../rules/answer/settle.js'
import type { Subject } from '../../rules/facts.js'
import type { Library } from '../../rules/programme.js'
import { AmountFen, Nearest, Points, type Result, Verdict } from '../../rules/result.js'
import { homePacks } from './regions.js'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

/**
 * One programme for one subject, as lists of thousands hold it: the answer without its reasons. Those are computed
 * anew where one is opened.
 */
export const Cell = Type.Object({
  verdict: Verdict,
  version: Type.String(),
  /** After settling; null where it promises no money or another one is taken in its place. */
  amountFen: Nullable(AmountFen),
  /** Whether the maximum only mirrors the declared range of an unknown fact: the text names none. */
  unlimited: Type.Boolean(),
  points: Nullable(Points),
  missing: Type.Array(Type.String()),
  judged: Type.Array(Type.String()),
  nearest: Type.Array(Nearest),
  nextYear: Type.Array(Nearest),
  /** False where another programme that excludes it is to be preferred. */
  kept: Type.Boolean(),
})
export type Cell = Static<typeof Cell>

export interface CellsQuestion {
  readonly situation: Subject
  /** Code of the place it is in. */
  readonly place: string | null
  /** Packs to look at beside those of its place. */
  readonly packs: readonly string[]
  readonly on: string
  /** Whether to look for the nearest change; it is most of the work. */
  readonly nearest?: boolean
}

/** Decides all programmes of the regions looked at, in the order of the library. */
export function cellsFor(library: Library, question: CellsQuestion): Map<string, Cell> {
  const { situation, place, packs, on, nearest = true } = question
  const home = new Set(homePacks(library, place).map((pack) => pack.id))
  const looked = [...library.packs.keys()].filter((id) => home.has(id) || packs.includes(id))
  const results: Result[] = settle(library, evaluate(library, situation, { on, packs: looked, nearest }), {
    received: situation.received ?? [],
  })
  return new Map(results.map((result) => [result.programme, cellOf(result)]))
}

function cellOf(result: Result): Cell {
  const { verdict, version, points, missing, judged, nearest, nextYear, settled, trace } = result
  return {
    verdict,
    version,
    amountFen: settled ? settled.amountFen : result.amountFen,
    unlimited: trace.pay?.unlimited ?? false,
    points,
    missing,
    judged,
    nearest,
    nextYear,
    kept: settled?.kept !== false,
  }
}
