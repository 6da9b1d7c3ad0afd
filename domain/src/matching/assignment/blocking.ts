import type { AssignmentProblem } from './problem.js'

/** The eligible pairs that were not brought together though each of both has room, or likes the other more than one it has. */
export function blockingPairs(problem: AssignmentProblem, assigned: readonly number[]): number[] {
  const { leftCapacity, rightCapacity, left, right, leftLikes, rightLikes } = problem
  const least = {
    left: bars(leftCapacity, left, leftLikes, assigned),
    right: bars(rightCapacity, right, rightLikes, assigned),
  }
  const together = new Set(assigned)
  const blocking: number[] = []
  for (let pair = 0; pair < left.length; pair += 1) {
    if (together.has(pair)) continue
    const wanted = (leftLikes[pair] ?? 0) > (least.left[left[pair] ?? 0] ?? 0)
    if (wanted && (rightLikes[pair] ?? 0) > (least.right[right[pair] ?? 0] ?? 0)) blocking.push(pair)
  }
  return blocking
}

/** What each member must like more than, to change: nothing where there is room, all where it takes nobody. */
function bars(
  capacities: readonly number[],
  members: Int32Array,
  likes: Float64Array,
  assigned: readonly number[],
): Float64Array {
  const counts = new Int32Array(capacities.length)
  const worst = new Float64Array(capacities.length).fill(Number.POSITIVE_INFINITY)
  for (const pair of assigned) {
    const member = members[pair] ?? 0
    counts[member] = (counts[member] ?? 0) + 1
    worst[member] = Math.min(worst[member] ?? 0, likes[pair] ?? 0)
  }
  return worst.map((bar, i) => ((counts[i] ?? 0) < (capacities[i] ?? 0) ? Number.NEGATIVE_INFINITY : bar))
}
