import { type AssignmentProblem, type ByMember, blockingPairs, byMember } from '../../matching/index.js'
import type { Candidates } from './candidates.js'
import type { Side, SideMember, Sides } from './sides.js'
import type { Fixed, Solved, SolvedPair } from './solve.js'

export interface JudgedPair extends SolvedPair {
  /** Which choice each is of the other: 1 is the best, equal ones share a number; null where it is no candidate. */
  readonly leftRank: number | null
  readonly rightRank: number | null
  /** The mean of both likings. */
  readonly score: number | null
}

/** Two who would both rather have each other. */
export interface Blocking extends Fixed {
  readonly leftRank: number
  readonly rightRank: number
  readonly score: number
  /** Whom each would give up for the other; null where it still has room. */
  readonly leftOver: number | null
  readonly rightOver: number | null
}

/**
 * Why somebody is alone: nobody spoke of it or it of nobody; all of whom were spoken are not eligible; people forbade
 * them; all of them are taken up.
 */
export type AloneReason = 'not-listed' | 'not-eligible' | 'forbidden' | 'full'

export interface Alone {
  readonly side: Side
  readonly member: number
  readonly reason: AloneReason
  /** How many it could have been brought together with. */
  readonly candidates: number
}

export interface SideFigures {
  readonly members: number
  readonly capacity: number
  readonly assigned: number
  readonly alone: number
  /** How many pairs are somebody's first choice, and which choice a pair is in the mean. */
  readonly first: number
  readonly meanRank: number | null
}

export interface CountyFigures {
  readonly county: string | null
  readonly left: { readonly members: number; readonly assigned: number }
  readonly right: { readonly members: number; readonly assigned: number }
}

export interface Judged {
  readonly pairs: readonly JudgedPair[]
  readonly blocking: readonly Blocking[]
  readonly alone: readonly Alone[]
  readonly figures: {
    readonly pairs: number
    readonly pinned: number
    readonly candidates: number
    readonly blocking: number
    readonly meanScore: number | null
    readonly left: SideFigures
    readonly right: SideFigures
    readonly counties: readonly CountyFigures[]
  }
}

/** Blocking pairs beyond these are counted only. */
export const MOST_BLOCKING = 1000

/** What an assignment came to: how well each pair suits, who would rather have others, and who was left alone and why. */
export function judgeRound(
  sides: Sides,
  { problem, named }: Candidates,
  { pairs, judged, judgedPairs }: Extract<Solved, { ok: true }>,
): Judged {
  const ranks = { left: rankIn(judged, 'left'), right: rankIn(judged, 'right') }
  const scoreOf = (i: number) => (judged.leftLikes[i] ?? 0) / 2 + (judged.rightLikes[i] ?? 0) / 2
  const at = new Map(judgedPairs.map((i) => [`${judged.left[i]} ${judged.right[i]}`, i]))
  const rated = pairs.map((pair): JudgedPair => {
    const i = at.get(`${pair.left} ${pair.right}`)
    if (i === undefined) return { ...pair, leftRank: null, rightRank: null, score: null }
    return { ...pair, leftRank: ranks.left(i), rightRank: ranks.right(i), score: scoreOf(i) }
  })
  const blocking = blockingPairs(judged, judgedPairs)
  const worst = { left: worstOf(judged, judgedPairs, 'left'), right: worstOf(judged, judgedPairs, 'right') }
  const counts = { left: countsOf(problem, 'left'), right: countsOf(problem, 'right') }
  const open = { left: countsOf(judged, 'left'), right: countsOf(judged, 'right') }
  const alone = (['left', 'right'] as const).flatMap((side) =>
    aloneOf(sides[side], rated, side).map((member): Alone => {
      const candidates = open[side][member] ?? 0
      const all = counts[side][member] ?? 0
      return { side, member, candidates, reason: reasonOf(candidates, all, named[side][member] ?? 0) }
    }),
  )
  return {
    pairs: rated,
    alone,
    blocking: blocking.slice(0, MOST_BLOCKING).map((i) => ({
      left: judged.left[i] ?? 0,
      right: judged.right[i] ?? 0,
      leftRank: ranks.left(i),
      rightRank: ranks.right(i),
      score: scoreOf(i),
      leftOver: worst.left(judged.left[i] ?? 0),
      rightOver: worst.right(judged.right[i] ?? 0),
    })),
    figures: {
      pairs: rated.length,
      pinned: rated.filter(({ pinned }) => pinned).length,
      candidates: problem.left.length,
      blocking: blocking.length,
      meanScore: mean(rated.flatMap(({ score }) => score ?? [])),
      left: sideFigures(sides.left, rated, alone, 'left'),
      right: sideFigures(sides.right, rated, alone, 'right'),
      counties: countiesOf(sides, rated),
    },
  }
}

function reasonOf(candidates: number, all: number, named: number): AloneReason {
  if (candidates > 0) return 'full'
  if (all > 0) return 'forbidden'
  return named > 0 ? 'not-eligible' : 'not-listed'
}

function rankIn(problem: AssignmentProblem, side: Side): (pair: number) => number {
  const [members, likes] =
    side === 'left' ? [problem.left, problem.leftLikes] : [problem.right, problem.rightLikes]
  const count = (side === 'left' ? problem.leftCapacity : problem.rightCapacity).length
  const { starts, pairs }: ByMember = byMember(members, count)
  return (pair) => {
    const member = members[pair] ?? 0
    let rank = 1
    for (let i = starts[member] ?? 0; i < (starts[member + 1] ?? 0); i += 1)
      if ((likes[pairs[i] ?? 0] ?? 0) > (likes[pair] ?? 0)) rank += 1
    return rank
  }
}

/** The partner that a member with no room left likes least. */
function worstOf(
  problem: AssignmentProblem,
  assigned: readonly number[],
  side: Side,
): (member: number) => number | null {
  const isLeft = side === 'left'
  const [members, others] = isLeft ? [problem.left, problem.right] : [problem.right, problem.left]
  const [likes, capacities] = isLeft
    ? [problem.leftLikes, problem.leftCapacity]
    : [problem.rightLikes, problem.rightCapacity]
  const held = new Map<number, { count: number; worst: number }>()
  for (const pair of assigned) {
    const before = held.get(members[pair] ?? 0)
    const isWorse = !before || (likes[pair] ?? 0) < (likes[before.worst] ?? 0)
    held.set(members[pair] ?? 0, {
      count: (before?.count ?? 0) + 1,
      worst: isWorse ? pair : before.worst,
    })
  }
  return (member) => {
    const found = held.get(member)
    return found && found.count >= (capacities[member] ?? 0) ? (others[found.worst] ?? null) : null
  }
}

function countsOf(problem: AssignmentProblem, side: Side): Int32Array {
  const counts = new Int32Array((side === 'left' ? problem.leftCapacity : problem.rightCapacity).length)
  for (const member of side === 'left' ? problem.left : problem.right)
    counts[member] = (counts[member] ?? 0) + 1
  return counts
}

function aloneOf(members: readonly SideMember[], pairs: readonly Fixed[], side: Side): number[] {
  const served = new Set(pairs.map((pair) => pair[side]))
  return [...members.keys()].filter((i) => !served.has(i) && (members[i]?.capacity ?? 0) > 0)
}

function sideFigures(
  members: readonly SideMember[],
  pairs: readonly JudgedPair[],
  alone: readonly Alone[],
  side: Side,
): SideFigures {
  const ranks = pairs.flatMap((pair) => (side === 'left' ? pair.leftRank : pair.rightRank) ?? [])
  return {
    members: members.length,
    capacity: members.reduce((total, { capacity }) => total + capacity, 0),
    assigned: new Set(pairs.map((pair) => pair[side])).size,
    alone: alone.filter((one) => one.side === side).length,
    first: ranks.filter((rank) => rank === 1).length,
    meanRank: mean(ranks),
  }
}

/** By county how many have somebody, those with the smallest share of the right side first. */
function countiesOf(sides: Sides, pairs: readonly Fixed[]): CountyFigures[] {
  const served = {
    left: new Set(pairs.map(({ left }) => left)),
    right: new Set(pairs.map(({ right }) => right)),
  }
  const found = new Map<string | null, Record<Side, { members: number; assigned: number }>>()
  for (const side of ['left', 'right'] as const)
    for (const [i, { county, capacity }] of sides[side].entries()) {
      if (capacity === 0) continue
      const figures = found.get(county) ?? {
        left: { members: 0, assigned: 0 },
        right: { members: 0, assigned: 0 },
      }
      found.set(county, figures)
      figures[side].members += 1
      if (served[side].has(i)) figures[side].assigned += 1
    }
  const share = ({ right }: CountyFigures) => (right.members === 0 ? 2 : right.assigned / right.members)
  return [...found]
    .map(([county, figures]) => ({ county, ...figures }))
    .sort((a, b) => share(a) - share(b) || (a.county ?? '').localeCompare(b.county ?? '', 'zh'))
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
