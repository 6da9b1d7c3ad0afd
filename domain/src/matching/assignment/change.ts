import type { AssignmentProblem } from './problem.js'

/** The same problem, in which it is worth something, in likings, that a pair of before stays together. */
export function favouring(
  problem: AssignmentProblem,
  before: ReadonlySet<number>,
  worth: number,
): AssignmentProblem {
  const more = (likes: Float64Array) => likes.map((liking, pair) => liking + (before.has(pair) ? worth : 0))
  return { ...problem, leftLikes: more(problem.leftLikes), rightLikes: more(problem.rightLikes) }
}

/** So little that it decides between assignments that are as good to a millionth of the greatest liking. */
export function leastWorth({ leftLikes, rightLikes }: AssignmentProblem): number {
  let greatest = 0
  for (const [pair, liking] of leftLikes.entries())
    greatest = Math.max(greatest, Math.abs(liking), Math.abs(rightLikes[pair] ?? 0))
  return greatest === 0 ? 1 : greatest / 1e6
}
