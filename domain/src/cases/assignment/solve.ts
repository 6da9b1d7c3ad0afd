import {
  type AssignmentFault,
  type AssignmentProblem,
  assignForCoverage,
  assignStably,
  favouring,
  leastWorth,
} from '../../matching/index.js'
import type { Side } from './sides.js'

export type RoundWay = 'stable' | 'coverage'

/** What it is worth that those of before stay together: nothing but ties, a tenth of the greatest liking, or all. */
export const KEEPS = ['ties', 'some', 'most'] as const
export type Keep = (typeof KEEPS)[number]

/** Two that a person puts together or keeps apart, by their numbers. */
export interface Fixed {
  readonly left: number
  readonly right: number
}

export interface RoundProblem {
  readonly problem: AssignmentProblem
  readonly way: RoundWay
  readonly pinned: readonly Fixed[]
  readonly forbidden: readonly Fixed[]
  /** Who were together before; null where nothing was. */
  readonly before: readonly Fixed[] | null
  readonly keep: Keep
}

export interface SolvedPair extends Fixed {
  /** Its number among the candidates; null where it was pinned though it is none. */
  readonly candidate: number | null
  readonly pinned: boolean
}

export type Solved =
  | {
      readonly ok: true
      readonly pairs: readonly SolvedPair[]
      /** The candidates that nobody forbade, with the room that those pinned beside them leave: what it is judged by. */
      readonly judged: AssignmentProblem
      readonly judgedPairs: readonly number[]
    }
  | { readonly ok: false; readonly faults: readonly AssignmentFault[] }
  | { readonly ok: false; readonly full: { readonly side: Side; readonly member: number } }

/** Those who were pinned are brought together first; the rest is assigned in the room that they leave. */
export function solveRound({ problem, way, pinned, forbidden, before, keep }: RoundProblem): Solved {
  const full = overfull(problem, pinned)
  if (full) return { ok: false, full }
  const numbers = numbersOf(problem, [...pinned, ...forbidden, ...(before ?? [])])
  const number = (pair: Fixed) => numbers.get(keyOf(problem, pair))
  const pins = pinned.map((pair) => ({ ...pair, candidate: number(pair) ?? null, pinned: true }))
  const apart = new Set(forbidden.map(number))
  const fixed = new Set(pins.map(({ candidate }) => candidate))
  const allowed = keptPairs(problem, (pair) => !apart.has(pair))
  const judged = withRoomOf(
    subProblem(problem, allowed),
    pins.filter(({ candidate }) => candidate === null),
  )
  const open = allowed.filter((pair) => !fixed.has(pair))
  const rest = withRoomOf(subProblem(problem, open), pins)
  const places = new Map(Array.from(open, (pair, i) => [pair, i] as const))
  const stays = new Set(
    (before ?? []).map((pair) => places.get(number(pair) ?? -1) ?? -1).filter((i) => i >= 0),
  )
  const found = assigned(rest, way, stays, before === null ? 'ties' : keep)
  if (!found.ok) return found
  const chosen = found.pairs.map((at) => open[at] ?? 0)
  const pairs = [
    ...pins,
    ...chosen.map((candidate) => ({
      left: problem.left[candidate] ?? 0,
      right: problem.right[candidate] ?? 0,
      candidate,
      pinned: false,
    })),
  ].sort((a, b) => a.left - b.left || a.right - b.right)
  const together = new Set<number | null>([...chosen, ...fixed])
  const judgedPairs = [...allowed.keys()].filter((i) => together.has(allowed[i] ?? -1))
  return { ok: true, pairs, judged, judgedPairs }
}

function assigned(rest: AssignmentProblem, way: RoundWay, stays: ReadonlySet<number>, keep: Keep) {
  const worth = worthOf(rest, keep)
  if (way === 'stable') return assignStably(worth === 0 ? rest : favouring(rest, stays, worth), stays)
  if (stays.size === 0) return assignForCoverage(rest)
  return assignForCoverage(favouring(rest, stays, worth === 0 ? leastWorth(rest) : worth))
}

function worthOf(problem: AssignmentProblem, keep: Keep): number {
  if (keep === 'ties') return 0
  const greatest = leastWorth(problem) * 1e6
  return keep === 'some' ? greatest / 10 : Math.min(3 * greatest, 5e5)
}

function overfull(
  { leftCapacity, rightCapacity }: AssignmentProblem,
  pinned: readonly Fixed[],
): { side: Side; member: number } | undefined {
  const used = { left: new Map<number, number>(), right: new Map<number, number>() }
  for (const pair of pinned)
    for (const side of ['left', 'right'] as const) {
      const count = (used[side].get(pair[side]) ?? 0) + 1
      used[side].set(pair[side], count)
      const capacity = (side === 'left' ? leftCapacity : rightCapacity)[pair[side]] ?? 0
      if (count > capacity) return { side, member: pair[side] }
    }
  return undefined
}

function keyOf({ rightCapacity }: AssignmentProblem, { left, right }: Fixed): number {
  return left * Math.max(1, rightCapacity.length) + right
}

/** The numbers of those pairs that are asked for, and candidates. */
function numbersOf(problem: AssignmentProblem, asked: readonly Fixed[]): Map<number, number> {
  const keys = new Set(asked.map((pair) => keyOf(problem, pair)))
  const numbers = new Map<number, number>()
  if (keys.size === 0) return numbers
  for (const [pair, left] of problem.left.entries()) {
    const key = keyOf(problem, { left, right: problem.right[pair] ?? 0 })
    if (keys.has(key)) numbers.set(key, pair)
  }
  return numbers
}

function keptPairs({ left }: AssignmentProblem, isKept: (pair: number) => boolean): Int32Array {
  const kept = new Int32Array(left.length)
  let count = 0
  for (let pair = 0; pair < left.length; pair += 1)
    if (isKept(pair)) {
      kept[count] = pair
      count += 1
    }
  return kept.subarray(0, count)
}

function subProblem(problem: AssignmentProblem, pairs: Int32Array): AssignmentProblem {
  if (pairs.length === problem.left.length) return problem
  const { left, right, leftLikes, rightLikes } = problem
  return {
    ...problem,
    left: pairs.map((pair) => left[pair] ?? 0),
    right: pairs.map((pair) => right[pair] ?? 0),
    leftLikes: Float64Array.from(pairs, (pair) => leftLikes[pair] ?? 0),
    rightLikes: Float64Array.from(pairs, (pair) => rightLikes[pair] ?? 0),
  }
}

function withRoomOf(problem: AssignmentProblem, pins: readonly Fixed[]): AssignmentProblem {
  if (pins.length === 0) return problem
  const [leftCapacity, rightCapacity] = [[...problem.leftCapacity], [...problem.rightCapacity]]
  for (const { left, right } of pins) {
    leftCapacity[left] = (leftCapacity[left] ?? 0) - 1
    rightCapacity[right] = (rightCapacity[right] ?? 0) - 1
  }
  return { ...problem, leftCapacity, rightCapacity }
}
