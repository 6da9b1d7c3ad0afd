import { divideFen } from './divide.js'

/** What somebody is to be paid, and what decides who comes first. */
export interface Claim {
  readonly id: string
  readonly fen: bigint
  /** What is ranked by, the greater the better; null where it is not known, which comes last. */
  readonly score?: number | null | undefined
  /** The day from which it could be paid, as YYYY-MM-DD; null where it is not known, which comes last. */
  readonly since?: string | null | undefined
}

export const METHODS = ['rank', 'first-come', 'pro-rata'] as const
export type Method = (typeof METHODS)[number]

export interface Allocating {
  readonly budgetFen: bigint
  readonly method: Method
  /** Whether the first for whom the rest is not enough has that rest; without it nobody is paid in part. */
  readonly partly?: boolean
}

export interface Share {
  readonly id: string
  /** Its place in the order, from 1; those that nothing tells apart have the same. */
  readonly place: number
  readonly askedFen: bigint
  readonly paidFen: bigint
  readonly state: 'paid' | 'part' | 'out'
}

export interface Allocation {
  readonly shares: readonly Share[]
  readonly askedFen: bigint
  readonly paidFen: bigint
  readonly leftFen: bigint
  /** Those that nothing tells apart, of whom some are paid and some are not: the order among them is by id alone. */
  readonly tied: readonly string[]
  /** Pro rata: how many were given the one fen that shares rounded down leave. */
  readonly roundedUp: number
}

/** Who is paid what out of a budget: never more than it, never more than was asked for, exact to the fen. */
export function allocate(
  claims: readonly Claim[],
  { budgetFen, method, partly = false }: Allocating,
): Allocation {
  if (budgetFen < 0n || claims.some(({ fen }) => fen < 0n))
    throw new RangeError('a budget and what is asked of it are nought or more')
  const order = inOrder(claims, method)
  const askedFen = claims.reduce((sum, { fen }) => sum + fen, 0n)
  const paid = method === 'pro-rata' ? cut(order, budgetFen, askedFen) : inTurn(order, budgetFen, partly)
  const shares = order.map(({ claim, place }, i): Share => {
    const paidFen = paid[i] ?? 0n
    const state = paidFen === claim.fen ? 'paid' : paidFen > 0n ? 'part' : 'out'
    return { id: claim.id, place, askedFen: claim.fen, paidFen, state }
  })
  const paidFen = shares.reduce((sum, share) => sum + share.paidFen, 0n)
  return {
    shares,
    askedFen,
    paidFen,
    leftFen: budgetFen - paidFen,
    tied: method === 'pro-rata' ? [] : tiedAtTheLine(shares),
    roundedUp: method === 'pro-rata' ? roundedUp(shares, budgetFen, askedFen) : 0,
  }
}

interface Placed {
  readonly claim: Claim
  readonly place: number
}

function inOrder(claims: readonly Claim[], method: Method): Placed[] {
  const compare = COMPARE[method]
  const sorted = [...claims].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const placed: Placed[] = []
  for (const [i, claim] of sorted.entries()) {
    const before = placed.at(-1)
    placed.push({ claim, place: before && compare(before.claim, claim) === 0 ? before.place : i + 1 })
  }
  return placed
}

const COMPARE: Readonly<Record<Method, (a: Claim, b: Claim) => number>> = {
  rank: (a, b) => {
    const [left, right] = [a.score ?? Number.NEGATIVE_INFINITY, b.score ?? Number.NEGATIVE_INFINITY]
    return left === right ? 0 : left > right ? -1 : 1
  },
  'first-come': (a, b) => {
    const [left, right] = [a.since ?? LAST, b.since ?? LAST]
    return left === right ? 0 : left < right ? -1 : 1
  },
  'pro-rata': () => 0,
}

const LAST = '9999-12-31'

/** One after the other until the budget is not enough for the next one; whoever comes after it waits too. */
function inTurn(order: readonly Placed[], budgetFen: bigint, partly: boolean): bigint[] {
  let left = budgetFen
  let open = true
  return order.map(({ claim: { fen } }) => {
    if (!open) return 0n
    const paid = fen <= left ? fen : partly ? left : 0n
    if (fen > left) open = false
    left -= paid
    return paid
  })
}

function cut(order: readonly Placed[], budgetFen: bigint, askedFen: bigint): bigint[] {
  const fen = order.map(({ claim }) => claim.fen)
  return askedFen <= budgetFen ? fen : divideFen(budgetFen, fen)
}

function tiedAtTheLine(shares: readonly Share[]): string[] {
  const short = shares.find(({ state }) => state !== 'paid')
  if (!short) return []
  const same = shares.filter(({ place }) => place === short.place)
  return same.some(({ paidFen }) => paidFen > 0n) && same.length > 1 ? same.map(({ id }) => id) : []
}

function roundedUp(shares: readonly Share[], budgetFen: bigint, askedFen: bigint): number {
  if (askedFen <= budgetFen) return 0
  return shares.filter((s) => s.paidFen * askedFen > s.askedFen * budgetFen).length
}
