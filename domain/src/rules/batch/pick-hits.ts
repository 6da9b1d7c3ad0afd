import type { Outcomes, PickRun } from './cases.js'
import type { Context } from './context.js'
import type { Hits } from './hits.js'
import type { Asked } from './host.js'
import { Search } from './missing.js'
import { ONE, type Plan, ZERO } from './program.js'

/** Hits of a programme whose rows were looked at one by one, those that came out “no” left aside. */
export class PickHits implements Hits {
  readonly count: number
  readonly yes: number
  readonly plan: number
  readonly first: number
  private readonly of: Plan
  private readonly from: PickRun
  /** Scratch that is free while a sink looks at hits. */
  private readonly c: Context
  private readonly outcomes: Outcomes
  private readonly blockRows: number
  private readonly kept: number
  private readonly searches: boolean

  constructor(
    at: { readonly plan: number; readonly first: number; readonly of: Plan },
    from: PickRun,
    scratch: Context,
    outcomes: Outcomes,
    blockRows: number,
    searches: boolean,
  ) {
    const { context } = from
    this.plan = at.plan
    this.first = at.first
    this.of = at.of
    this.from = from
    this.c = scratch
    this.outcomes = outcomes
    this.blockRows = blockRows
    this.searches = searches
    const { p, n } = context
    this.count = p.count(outcomes.may, n)
    this.yes = p.count(outcomes.sure, n)
    scratch.begin(this.count)
    this.kept = 0
    if (this.count === n) return
    this.kept = scratch.rows()
    p.list(outcomes.may, n, this.kept)
  }

  rows(): Int32Array {
    const { i32 } = this.c.heap
    const [rows, kept] = [this.blockRows >> 2, this.kept >> 2]
    if (kept === 0) return i32.subarray(rows, rows + this.count)
    return i32.subarray(kept, kept + this.count).map((i) => i32[rows + i] ?? 0)
  }

  sure(): Uint8Array {
    return this.bitsAt(this.pickedBits(this.outcomes.sure))
  }

  amounts(): { least: BigInt64Array; most: BigInt64Array } | null {
    const ends = this.fen()
    if (!ends) return null
    const { c } = this
    const least = this.from.context.numbers()
    c.p.orConstant(this.certain(), ends.lo, c.constant(ZERO), this.from.context.n, least)
    // Both are laid out before either is looked at: memory that grows leaves earlier views behind.
    const [from, to] = [this.picked(least), this.picked(ends.hi)]
    return { least: this.numbers(from), most: this.numbers(to) }
  }

  total(): { least: bigint; most: bigint } {
    const ends = this.fen()
    if (!ends) return { least: 0n, most: 0n }
    const { p, n } = this.from.context
    return { least: p.sum(this.certain(), ends.lo, n), most: p.sum(this.outcomes.may, ends.hi, n) }
  }

  missing(): { asked: Asked; rows: Uint8Array }[] {
    if (!this.searches) return []
    const { context: c } = this.from
    const { sure, may, lo, hi } = this.outcomes
    const search = new Search(this.from)
    const unknown = c.bits()
    if (c.p.andNot(unknown, may, sure, c.n) !== 0) search.test(this.of.verdict, unknown)
    const { amount, bound } = this.of
    if (amount && lo !== 0 && lo !== hi && bound.pay?.upper === false) {
      const open = c.bits()
      c.p.differ(lo, hi, c.n, open)
      if (c.p.and(open, open, may, c.n) !== 0) search.number(amount, open)
    }
    const found = [...search.found.values()].map(({ asked, bits }) => ({ asked, at: this.pickedBits(bits) }))
    return found.map(({ asked, at }) => ({ asked, rows: this.bitsAt(at) }))
  }

  /** Rows of which an amount is certain: where “yes” is, unless the text says only “at most”. */
  private certain(): number {
    const { context } = this.from
    return this.of.bound.pay?.upper ? context.none() : this.outcomes.sure
  }

  /** Both ends in whole fen, of all rows that were looked at. */
  private fen(): { lo: number; hi: number } | null {
    const { lo, hi } = this.outcomes
    const { amount } = this.of
    if (lo === 0 || !amount) return null
    if (amount.scale === 1n) return { lo, hi }
    const { context: c } = this.from
    const under = c.arena.take(8)
    c.heap.i64[under >> 3] = amount.scale
    const [down, up] = [c.numbers(), c.numbers()]
    c.p.round(lo, c.constant(ONE), under, 0, c.n, down)
    c.p.round(hi, c.constant(ONE), under, 2, c.n, up)
    return { lo: down, hi: up }
  }

  /** Bits of the rows that are told, laid out one after the other. */
  private pickedBits(at: number): number {
    const { c } = this
    if (this.kept === 0) return at
    const bits = c.bits()
    c.p.pickBits(at, this.kept, this.count, bits)
    return bits
  }

  private bitsAt(at: number): Uint8Array {
    return this.c.heap.u8.subarray(at, at + ((this.count + 7) >> 3))
  }

  private picked(at: number): number {
    const { c } = this
    if (this.kept === 0) return at
    const numbers = c.numbers()
    c.p.pick64(at, this.kept, this.count, numbers)
    return numbers
  }

  private numbers(at: number): BigInt64Array {
    return this.c.heap.i64.subarray(at >> 3, (at >> 3) + this.count)
  }
}
