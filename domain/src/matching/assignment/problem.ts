import { byMember } from './by-member.js'

/**
 * Two sides to be brought together, such as commissioners and villages: how many each member takes, and the pairs that
 * are eligible, column by column. Who is not in a pair with somebody cannot be brought together with them.
 */
export interface AssignmentProblem {
  readonly leftCapacity: readonly number[]
  readonly rightCapacity: readonly number[]
  readonly left: Int32Array
  readonly right: Int32Array
  /** How much the left one of each pair wants the right one; more is better, and equal ones are as good. */
  readonly leftLikes: Float64Array
  readonly rightLikes: Float64Array
}

export interface AssignmentFault {
  readonly code:
    | 'assignment.capacity'
    | 'assignment.columns'
    | 'assignment.member'
    | 'assignment.liking'
    | 'assignment.twice'
  /** The number of the member or of the pair. */
  readonly at: number
  readonly message: string
}

/** What keeps a problem from being solved, the first of each kind. A capacity of zero takes nobody and is no fault. */
export function faultsOf(problem: AssignmentProblem): AssignmentFault[] {
  const { leftCapacity, rightCapacity, left, right, leftLikes, rightLikes } = problem
  if ([right, leftLikes, rightLikes].some(({ length }) => length !== left.length))
    return [{ code: 'assignment.columns', at: left.length, message: 'The columns of pairs differ in length' }]
  const faults = [capacityFault('left', leftCapacity), capacityFault('right', rightCapacity)]
  const stranger = left.findIndex((l, i) => !isIn(l, leftCapacity) || !isIn(right[i] ?? -1, rightCapacity))
  if (stranger >= 0)
    faults.push({
      code: 'assignment.member',
      at: stranger,
      message: `Pair ${stranger} names a member that no capacity is given for`,
    })
  const unsaid = left.findIndex((_, i) => Number.isNaN(leftLikes[i]) || Number.isNaN(rightLikes[i]))
  if (unsaid >= 0)
    faults.push({
      code: 'assignment.liking',
      at: unsaid,
      message: `Pair ${unsaid} has a liking that is no number; leave the pair out if they are not eligible`,
    })
  if (stranger < 0) faults.push(twiceFault(problem))
  return faults.filter((fault) => fault !== undefined)
}

function capacityFault(side: string, capacities: readonly number[]): AssignmentFault | undefined {
  const at = capacities.findIndex((c) => !Number.isInteger(c) || c < 0)
  if (at < 0) return undefined
  const message = `Capacity ${at} of the ${side} side is ${capacities[at]}; give a whole number from 0`
  return { code: 'assignment.capacity', at, message }
}

function twiceFault({
  left,
  right,
  leftCapacity,
  rightCapacity,
}: AssignmentProblem): AssignmentFault | undefined {
  const { starts, pairs } = byMember(left, leftCapacity.length)
  const lastOf = new Int32Array(rightCapacity.length).fill(-1)
  for (let l = 0; l < leftCapacity.length; l += 1)
    for (let i = starts[l] ?? 0; i < (starts[l + 1] ?? 0); i += 1) {
      const at = pairs[i] ?? 0
      const r = right[at] ?? 0
      if (lastOf[r] === l)
        return { code: 'assignment.twice', at, message: `Pair ${at} is there already; keep one` }
      lastOf[r] = l
    }
  return undefined
}

function isIn(member: number, side: readonly unknown[]): boolean {
  return member >= 0 && member < side.length
}
