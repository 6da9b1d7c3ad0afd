import type { AssignmentProblem } from '../../matching/index.js'
import { placesOf, type Sides } from './sides.js'
import type { Fixed } from './solve.js'

/** Somebody of a round, as the next one can still name it. */
export interface NamedMember {
  readonly code: string
  readonly name: string
}

export interface NamedPair {
  readonly left: NamedMember
  readonly right: NamedMember
}

/** Why two are not together any more, or are now. */
export type ChangeReason =
  | 'left-gone'
  | 'right-gone'
  | 'forbidden'
  | 'not-eligible'
  | 'left-better'
  | 'right-better'
  | 'balance'
  | 'pinned'
  | 'was-free'
  | 'instead'

export interface PairChange extends NamedPair {
  readonly kind: 'ended' | 'added'
  readonly reason: ChangeReason
  /** Whom one of them has instead, or had. */
  readonly other: string | null
  /** Of those who are new. */
  readonly numbers: Fixed | null
}

export interface RoundChanges {
  readonly kept: number
  readonly items: readonly PairChange[]
}

export interface Now {
  readonly sides: Sides
  readonly problem: AssignmentProblem
  readonly pairs: readonly (Fixed & { readonly pinned: boolean })[]
  readonly forbidden: readonly Fixed[]
}

/** Who of an earlier list is still together, who is not and why, and who is new and why. */
export function changesSince(now: Now, before: readonly NamedPair[]): RoundChanges {
  const { sides, pairs } = now
  const places = { left: placesOf(sides.left), right: placesOf(sides.right) }
  const was = before.map((pair) => ({
    pair,
    left: places.left.get(pair.left.code),
    right: places.right.get(pair.right.code),
  }))
  const together = new Set(pairs.map(({ left, right }) => `${left} ${right}`))
  const earlier = new Set(was.map(({ left, right }) => `${left} ${right}`))
  const asked = new Set([...together, ...earlier])
  const said = reasons(now, asked)
  const ended = was.flatMap(({ pair, left, right }): PairChange[] => {
    if (together.has(`${left} ${right}`)) return []
    return [{ kind: 'ended', left: pair.left, right: pair.right, numbers: null, ...said.ended(left, right) }]
  })
  const had = new Map<number, string>()
  for (const { left, pair } of was.filter(({ left, right }) => !together.has(`${left} ${right}`)))
    if (left !== undefined) had.set(left, pair.right.name)
  const added = pairs.flatMap((pair): PairChange[] => {
    const [left, right] = [sides.left[pair.left], sides.right[pair.right]]
    if (!left || !right || earlier.has(`${pair.left} ${pair.right}`)) return []
    const other = had.get(pair.left) ?? null
    const reason = pair.pinned ? 'pinned' : other === null ? 'was-free' : 'instead'
    return [
      {
        kind: 'added',
        left: nameOf(left),
        right: nameOf(right),
        reason,
        other,
        numbers: { left: pair.left, right: pair.right },
      },
    ]
  })
  return { kept: before.length - ended.length, items: [...ended, ...added] }
}

function reasons({ sides, problem, pairs, forbidden }: Now, asked: ReadonlySet<string>) {
  const apart = new Set(forbidden.map(({ left, right }) => `${left} ${right}`))
  const likes = new Map<string, number>()
  // Of millions of candidates few were together or are.
  for (const [i, left] of problem.left.entries()) {
    const key = `${left} ${problem.right[i]}`
    if (asked.has(key)) likes.set(key, i)
  }
  const partners = { left: grouped(pairs, 'left', 'right'), right: grouped(pairs, 'right', 'left') }
  const ended = (
    left: number | undefined,
    right: number | undefined,
  ): { reason: ChangeReason; other: string | null } => {
    if (left === undefined) return { reason: 'left-gone', other: null }
    if (right === undefined) return { reason: 'right-gone', other: null }
    if (apart.has(`${left} ${right}`)) return { reason: 'forbidden', other: null }
    const pair = likes.get(`${left} ${right}`)
    if (pair === undefined) return { reason: 'not-eligible', other: null }
    const liking = (of: Float64Array, l: number, r: number) => of[likes.get(`${l} ${r}`) ?? -1] ?? 0
    const { leftLikes, rightLikes } = problem
    const better = (partners.left.get(left) ?? []).find(
      (r) => liking(leftLikes, left, r) > (leftLikes[pair] ?? 0),
    )
    if (better !== undefined) return { reason: 'left-better', other: sides.right[better]?.name ?? null }
    const rival = (partners.right.get(right) ?? []).find(
      (l) => liking(rightLikes, l, right) >= (rightLikes[pair] ?? 0),
    )
    if (rival !== undefined) return { reason: 'right-better', other: sides.left[rival]?.name ?? null }
    return { reason: 'balance', other: null }
  }
  return { ended }
}

function grouped(
  pairs: readonly Fixed[],
  by: 'left' | 'right',
  of: 'left' | 'right',
): Map<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const pair of pairs) {
    const list = found.get(pair[by]) ?? []
    list.push(pair[of])
    found.set(pair[by], list)
  }
  return found
}

function nameOf({ code, name }: NamedMember): NamedMember {
  return { code, name }
}
