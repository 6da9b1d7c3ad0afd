import { Flow } from './flow.js'
import { type AssignmentFault, type AssignmentProblem, faultsOf } from './problem.js'
import { type Assigned, aloneIn } from './stable.js'

/**
 * As many of the right side as can be are served by somebody at all; of the assignments that serve so many, the one
 * whose scores sum highest. A score is the mean of both likings. Who both would rather have is not asked: blocking
 * pairs may remain.
 */
export function assignForCoverage(problem: AssignmentProblem): Assigned {
  const faults = [...faultsOf(problem), ...endlessFaults(problem)]
  if (faults.length > 0) return { ok: false, faults }
  const { left, right, leftCapacity, rightCapacity } = problem
  const scores = scoresOf(problem)
  const flow = new Flow(problem, scores, weightOfOne(problem, scores))
  const degrees = new Int32Array(leftCapacity.length)
  for (const member of left) degrees[member] = (degrees[member] ?? 0) + 1
  for (const [member, capacity] of leftCapacity.entries())
    for (let place = Math.min(capacity, degrees[member] ?? 0); place > 0; place -= 1)
      if (!flow.add(member)) break
  const pairs = [...left.keys()].filter((pair) => flow.isTaken[pair] === 1)
  return {
    ok: true,
    pairs,
    leftAlone: aloneIn(leftCapacity, left, pairs),
    rightAlone: aloneIn(rightCapacity, right, pairs),
  }
}

/** The mean of both likings of each pair. */
export function scoresOf({ leftLikes, rightLikes }: AssignmentProblem): Float64Array {
  return leftLikes.map((liking, pair) => liking / 2 + (rightLikes[pair] ?? 0) / 2)
}

/** More than all that the other scores of an assignment can differ by. */
function weightOfOne({ leftCapacity, rightCapacity }: AssignmentProblem, scores: Float64Array): number {
  let greatest = 0
  for (const score of scores) greatest = Math.max(greatest, Math.abs(score))
  const most = Math.min(sum(leftCapacity), sum(rightCapacity), scores.length)
  return 1 + 2 * greatest * (most + 1)
}

/** A sum cannot be compared that a score without end is in, or one so great that small ones are lost beside it. */
function endlessFaults({ leftLikes, rightLikes }: AssignmentProblem): AssignmentFault[] {
  const at = leftLikes.findIndex((liking, i) => !isCountable(liking) || !isCountable(rightLikes[i] ?? 0))
  if (at < 0 || Number.isNaN(leftLikes[at]) || Number.isNaN(rightLikes[at])) return []
  const message = `Pair ${at} has a liking of a million or more; give smaller ones to sum`
  return [{ code: 'assignment.liking', at, message }]
}

function isCountable(liking: number): boolean {
  return Math.abs(liking) < 1e6
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
