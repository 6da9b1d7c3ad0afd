import { byMember } from './by-member.js'
import { Held } from './held.js'
import { type AssignmentFault, type AssignmentProblem, faultsOf } from './problem.js'

export type Assigned =
  | {
      readonly ok: true
      /** The numbers of the pairs that were brought together, rising. */
      readonly pairs: readonly number[]
      /** Who was brought together with nobody, though there was room. */
      readonly leftAlone: readonly number[]
      readonly rightAlone: readonly number[]
    }
  | { readonly ok: false; readonly faults: readonly AssignmentFault[] }

/**
 * Deferred acceptance (Gale and Shapley 1962), the left side proposing: nobody of a pair that was not brought together
 * would both rather have the other. It is the best such assignment for the left side; of those that are liked the same
 * those who were together before go first, and then the lower number, so the same problem always has the same answer.
 */
export function assignStably(problem: AssignmentProblem, before: ReadonlySet<number> = new Set()): Assigned {
  const faults = faultsOf(problem)
  if (faults.length > 0) return { ok: false, faults }
  const { leftCapacity, rightCapacity, left, right, leftLikes, rightLikes } = problem
  const stays = new Uint8Array(left.length)
  for (const pair of before) stays[pair] = 1
  const wishes = byMember(left, leftCapacity.length)
  for (let l = 0; l < leftCapacity.length; l += 1)
    wishes.pairs
      .subarray(wishes.starts[l], wishes.starts[l + 1])
      .sort((a, b) => compared(leftLikes, stays, right, a, b))
  const held = new Held(
    byMember(right, rightCapacity.length),
    (a, b) => compared(rightLikes, stays, left, a, b) < 0,
  )
  const next = wishes.starts.slice(0, -1)
  const room = Int32Array.from(leftCapacity, (c) => Math.min(c, left.length))
  const waiting = Array.from(leftCapacity.keys()).reverse()
  for (let l = waiting.pop(); l !== undefined; l = waiting.pop()) {
    const end = wishes.starts[l + 1] ?? 0
    while ((room[l] ?? 0) > 0 && (next[l] ?? end) < end) {
      const pair = wishes.pairs[next[l] ?? 0] ?? 0
      next[l] = (next[l] ?? 0) + 1
      room[l] = (room[l] ?? 0) - 1
      const r = right[pair] ?? 0
      const free = held.offer(r, pair, rightCapacity[r] ?? 0)
      if (free === undefined) continue
      const loser = left[free] ?? 0
      room[loser] = (room[loser] ?? 0) + 1
      if (loser !== l) waiting.push(loser)
    }
  }
  const pairs = held.list().sort((a, b) => a - b)
  return {
    ok: true,
    pairs,
    leftAlone: aloneIn(leftCapacity, left, pairs),
    rightAlone: aloneIn(rightCapacity, right, pairs),
  }
}

/** Which of two pairs of one member comes first: the one liked more; of equal ones the one of before, the lower number. */
function compared(likes: Float64Array, stays: Uint8Array, others: Int32Array, a: number, b: number): number {
  const x = likes[a] ?? 0
  const y = likes[b] ?? 0
  if (x !== y) return x > y ? -1 : 1
  if (stays[a] !== stays[b]) return stays[a] === 1 ? -1 : 1
  return (others[a] ?? 0) - (others[b] ?? 0)
}

export function aloneIn(
  capacities: readonly number[],
  members: Int32Array,
  pairs: readonly number[],
): number[] {
  const served = new Uint8Array(capacities.length)
  for (const pair of pairs) served[members[pair] ?? 0] = 1
  return [...capacities.keys()].filter((i) => served[i] === 0 && (capacities[i] ?? 0) > 0)
}
