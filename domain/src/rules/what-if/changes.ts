import { type Amounts, fenAt, type Standing } from './standing.js'

/** Verdicts in the order in which they are better. */
export type Rank = 0 | 1 | 2
export const REFUSED: Rank = 0
export const OPEN: Rank = 1
export const GRANTED: Rank = 2

/** One row for which another answer comes out. */
export interface RowChange {
  readonly row: number
  readonly gains: boolean
  readonly before: Rank
  readonly after: Rank
  /** Where among the hits of each standing it is; -1 where it is “no”. */
  readonly hitBefore: number
  readonly hitAfter: number
}

export interface Changes {
  /** `moves[before][after]` of verdicts, with the rows that stay “no” left out. */
  readonly moves: readonly (readonly number[])[]
  readonly gaining: number
  readonly losing: number
  /** How the certain sum changes for those who gain and for those who lose, in fen. */
  readonly gained: bigint
  readonly lost: bigint
}

export interface ChangeLists {
  /** The greatest changes first, then by row. */
  readonly gains: readonly RowChange[]
  readonly losses: readonly RowChange[]
}

/**
 * Who gains and who loses: by the verdict; where that stays, by what is certain; where that stays too, by what is
 * possible. `most` rows of each list are kept, the greatest changes first.
 */
export function changesBetween(before: Standing, after: Standing, most: number): Changes & ChangeLists {
  const moves = Array.from({ length: 3 }, () => [0, 0, 0])
  const sides = [new Side(most), new Side(most)] as const
  const [rowsBefore, rowsAfter] = [before.rows, after.rows]
  let [b, a] = [0, 0]
  while (b < rowsBefore.length || a < rowsAfter.length) {
    const rowB = b < rowsBefore.length ? (rowsBefore[b] ?? 0) : END
    const rowA = a < rowsAfter.length ? (rowsAfter[a] ?? 0) : END
    const hitB = rowB <= rowA ? b : -1
    const hitA = rowA <= rowB ? a : -1
    if (hitB >= 0) b += 1
    if (hitA >= 0) a += 1
    const [was, is] = [rankAt(before, hitB), rankAt(after, hitA)]
    const line = moves[was]
    if (line) line[is] = (line[is] ?? 0) + 1
    const sign = was !== is ? is - was : compareHits(before, hitB, after, hitA)
    if (sign !== 0) sides[sign > 0 ? 0 : 1].add(before, hitB, after, hitA)
  }
  const [gaining, losing] = sides
  return {
    moves,
    gaining: gaining.count,
    losing: losing.count,
    gained: gaining.sum(),
    lost: losing.sum(),
    gains: gaining.greatest().map((pair) => changeOf(before, after, pair, true)),
    losses: losing.greatest().map((pair) => changeOf(before, after, pair, false)),
  }
}

/** Behind every row. */
const END = 2 ** 31

function rankAt({ yes }: Standing, hit: number): Rank {
  return hit < 0 ? REFUSED : yes[hit] === 1 ? GRANTED : OPEN
}

function compareHits(before: Standing, b: number, after: Standing, a: number): number {
  if (b < 0 || a < 0) return 0
  return difference(before.least, b, after.least, a) || difference(before.most, b, after.most, a)
}

/** Exact where both are numbers; its sign is right where they are not. */
function difference(before: Amounts | null, b: number, after: Amounts | null, a: number): number {
  if (before instanceof Float64Array && after instanceof Float64Array)
    return (a < 0 ? 0 : (after[a] ?? 0)) - (b < 0 ? 0 : (before[b] ?? 0))
  return Number(fenAt(after, a) - fenAt(before, b))
}

function changeOf(before: Standing, after: Standing, { b, a }: Pair, gains: boolean): RowChange {
  const row = (b < 0 ? after.rows[a] : before.rows[b]) ?? 0
  return { row, gains, before: rankAt(before, b), after: rankAt(after, a), hitBefore: b, hitAfter: a }
}

/** Places of a row among the hits before and after; -1 where it is none. The greatest in turn: certain, steps, possible. */
interface Pair {
  readonly certain: number
  /** Of the verdict. */
  readonly steps: number
  readonly possible: number
  readonly b: number
  readonly a: number
}

function order(x: Pair, y: Pair): number {
  return y.certain - x.certain || y.steps - x.steps || y.possible - x.possible
}

/** Those who gain or those who lose: their number, their sum, and the greatest, in one pass. */
class Side {
  count = 0
  private total = 0
  private wide = 0n
  private readonly most: number
  private kept: Pair[] = []
  private bar: Pair | null = null

  constructor(most: number) {
    this.most = most
  }

  add(before: Standing, b: number, after: Standing, a: number): void {
    this.count += 1
    const certain = difference(before.least, b, after.least, a)
    if (before.least instanceof BigInt64Array || after.least instanceof BigInt64Array)
      this.wide += fenAt(after.least, a) - fenAt(before.least, b)
    else this.total += certain
    const pair = {
      certain: Math.abs(certain),
      steps: Math.abs(rankAt(after, a) - rankAt(before, b)),
      possible: Math.abs(difference(before.most, b, after.most, a)),
      b,
      a,
    }
    // Most of many are no greater than the least that is kept.
    if (this.bar !== null && order(pair, this.bar) >= 0) return
    this.kept.push(pair)
    if (this.kept.length >= 4 * this.most) this.cut()
  }

  /** What is as great as another stands behind it in the order of rows. */
  private cut(): void {
    this.kept.sort(order)
    if (this.kept.length < this.most) return
    this.kept.length = this.most
    this.bar = this.kept.at(-1) ?? null
  }

  sum(): bigint {
    return this.wide + BigInt(this.total)
  }

  greatest(): readonly Pair[] {
    this.cut()
    return this.kept
  }
}
