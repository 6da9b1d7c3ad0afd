import type { AssignmentProblem } from '../../matching/index.js'
import type { RoundRules, SideMember, Sides, Wishes } from './sides.js'

export interface Candidates {
  readonly problem: AssignmentProblem
  /** How many pairs of each member somebody spoke of, eligible or not. */
  readonly named: { readonly left: Int32Array; readonly right: Int32Array }
}

/** Of those of whom nobody said anything so many are looked at, nearest first. */
export const USUAL_NEAREST = 50
/** More pairs of silent members than this are not gone through. */
const MOST_COMPARED = 20_000_000

export type CandidatesFound =
  | { readonly ok: true; readonly candidates: Candidates }
  | { readonly ok: false; readonly pairs: number }

/**
 * The pairs that are eligible. Whoever gave a list takes nobody who is not on it; whoever gave none takes anybody,
 * those with more fields in common and of the same county rather. Where neither said anything the nearest are taken.
 */
export function candidatesOf(
  sides: Sides,
  said: { readonly left: Wishes; readonly right: Wishes },
  rules: RoundRules,
  nearest: number = USUAL_NEAREST,
): CandidatesFound {
  const { left, right } = sides
  const spoke = {
    left: membersOf(said.left.left, left.length),
    right: membersOf(said.right.right, right.length),
  }
  const quiet = [...right.keys()].filter((r) => spoke.right[r] === 0)
  const silent = left.filter((_, l) => spoke.left[l] === 0).length * quiet.length
  if (silent > MOST_COMPARED) return { ok: false, pairs: silent }
  const [mine, theirs] = [byLeft(said.left, left.length), byLeft(said.right, left.length)]
  const found = columns()
  const named = { left: new Int32Array(left.length), right: new Int32Array(right.length) }
  for (const [l, member] of left.entries()) {
    const told = toldOf(mine(l), theirs(l))
    for (const r of told.keys()) {
      named.left[l] = (named.left[l] ?? 0) + 1
      named.right[r] = (named.right[r] ?? 0) + 1
    }
    if (spoke.left[l] === 0) addNearest(told, { member, l, quiet, right, rules, nearest })
    for (const [r, { ofLeft, ofRight }] of told) {
      const other = right[r]
      if (!other || !isEligible(member, other, rules)) continue
      if ((ofLeft === undefined && spoke.left[l] === 1) || (ofRight === undefined && spoke.right[r] === 1))
        continue
      const near = ofLeft === undefined || ofRight === undefined ? nearness(member, other) : 0
      found.add(l, r, ofLeft ?? near, ofRight ?? near)
    }
  }
  const capacities = (members: readonly SideMember[]) => members.map(({ capacity }) => capacity)
  return {
    ok: true,
    candidates: {
      problem: {
        leftCapacity: capacities(left),
        rightCapacity: capacities(right),
        ...found.done(),
      },
      named,
    },
  }
}

/** Whether the rules of the round, and what the two said of counties, let them be brought together. */
export function isEligible(left: SideMember, right: SideMember, rules: RoundRules): boolean {
  // Nobody is brought together with themselves, though they stand on both sides.
  if (left.link !== null && left.link === right.link) return false
  if (rules.sameCounty && (left.county === null || left.county !== right.county)) return false
  if (rules.sharedField && !left.fields.some((field) => right.fields.includes(field))) return false
  return goesTo(left, right.county) && goesTo(right, left.county)
}

function goesTo({ counties }: SideMember, county: string | null): boolean {
  return counties.length === 0 || (county !== null && counties.includes(county))
}

/** 0 to 1: seven tenths are fields in common, the rest is the county. */
export function nearness(left: SideMember, right: SideMember): number {
  const asked = right.fields.length === 0 ? left.fields : right.fields
  const shared = asked.filter((field) => left.fields.includes(field) && right.fields.includes(field)).length
  const fields = asked.length === 0 ? 0 : shared / asked.length
  return 0.7 * fields + (left.county !== null && left.county === right.county ? 0.3 : 0)
}

interface Told {
  readonly ofLeft: number | undefined
  readonly ofRight: number | undefined
}

function toldOf(
  mine: readonly (readonly [number, number])[],
  theirs: readonly (readonly [number, number])[],
) {
  const told = new Map<number, Told>()
  for (const [r, liking] of mine) told.set(r, { ofLeft: liking, ofRight: undefined })
  for (const [r, liking] of theirs) told.set(r, { ofLeft: told.get(r)?.ofLeft, ofRight: liking })
  return told
}

interface Nearest {
  readonly member: SideMember
  readonly l: number
  readonly quiet: readonly number[]
  readonly right: readonly SideMember[]
  readonly rules: RoundRules
  readonly nearest: number
}

/** Of equally near ones each member begins at another place, so that not all of them look at the same few. */
function addNearest(told: Map<number, Told>, { member, l, quiet, right, rules, nearest }: Nearest): void {
  const near = quiet.flatMap((_, i) => {
    const r = quiet[(i + l) % quiet.length] ?? 0
    const other = right[r]
    return other && isEligible(member, other, rules) ? [{ r, at: nearness(member, other) }] : []
  })
  near.sort((a, b) => b.at - a.at)
  for (const { r } of near.slice(0, nearest))
    if (!told.has(r)) told.set(r, { ofLeft: undefined, ofRight: undefined })
}

function membersOf(column: readonly number[], count: number): Uint8Array {
  const spoke = new Uint8Array(count)
  for (const member of column) spoke[member] = 1
  return spoke
}

/** By member of the left side, what was said of it and whom. */
function byLeft({ left, right, liking }: Wishes, count: number) {
  const starts = new Int32Array(count + 1)
  for (const l of left) starts[l + 1] = (starts[l + 1] ?? 0) + 1
  for (let l = 0; l < count; l += 1) starts[l + 1] = (starts[l + 1] ?? 0) + (starts[l] ?? 0)
  const next = starts.slice()
  const order = new Int32Array(left.length)
  for (const [i, l] of left.entries()) {
    const at = next[l] ?? 0
    order[at] = i
    next[l] = at + 1
  }
  return (l: number): (readonly [number, number])[] =>
    Array.from(order.subarray(starts[l], starts[l + 1]), (i) => [right[i] ?? 0, liking[i] ?? 0] as const)
}

function columns() {
  const [left, right]: [number[], number[]] = [[], []]
  const [leftLikes, rightLikes]: [number[], number[]] = [[], []]
  return {
    add(l: number, r: number, ofLeft: number, ofRight: number): void {
      left.push(l)
      right.push(r)
      leftLikes.push(ofLeft)
      rightLikes.push(ofRight)
    },
    done: () => ({
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      leftLikes: Float64Array.from(leftLikes),
      rightLikes: Float64Array.from(rightLikes),
    }),
  }
}
