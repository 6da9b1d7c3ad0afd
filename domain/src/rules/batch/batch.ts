import { BlockValues } from './block-values.js'
import { type CaseRun, type Outcomes, type PickRun, partOpenRows } from './cases.js'
import type { Table } from './column.js'
import { Context } from './context.js'
import { type Run, testIn } from './evaluate-test.js'
import { vectorIn } from './evaluate-vector.js'
import type { Hits, Sink } from './hits.js'
import { Host } from './host.js'
import { Heap } from './memory.js'
import { PickHits } from './pick-hits.js'
import { CaseValues, PickValues } from './pick-values.js'
import { newPrimitives, type Primitives } from './primitives.js'
import type { BatchProgram, Plan } from './program.js'

export const BLOCK = 4096

export interface BatchOptions {
  /** False for the scalar primitives, which give the same answers. */
  readonly simd?: boolean
  /** Whether to find what open verdicts and amounts wait for. */
  readonly missing?: boolean
  /** False where only verdicts are wanted. */
  readonly amounts?: boolean
}

/** Runs the programmes of a batch over a table, block by block. One instance serves one table; threads take one each. */
export class Batch {
  readonly p: Primitives
  private readonly heap: Heap
  private readonly program: BatchProgram
  private readonly table: Table
  private readonly options: BatchOptions
  private readonly block: Run & { readonly values: BlockValues }
  private readonly picks: PickRun
  private readonly cases: CaseRun
  private first = 0

  constructor(program: BatchProgram, table: Table, options: BatchOptions = {}) {
    this.p = newPrimitives(options.simd)
    this.heap = new Heap(this.p)
    this.program = program
    this.table = table
    this.options = options
    const constants = this.heap.take(program.constants.length << 3)
    this.heap.i64.set(program.constants, constants >> 3)
    const context = () => new Context(this.p, this.heap, program, constants)
    const host = new Host(program)
    const [block, picks, cases] = [context(), context(), context()]
    this.block = { context: block, values: new BlockValues(block, table), host }
    this.picks = { context: picks, values: new PickValues(picks, this.block.values, this.block), host }
    this.cases = { context: cases, values: new CaseValues(cases, this.picks), host }
  }

  /** Bytes of its memory. */
  get size(): number {
    return this.heap.size
  }

  /** Decides the rows from `from`, which begins a block, up to `to`. */
  run(sink: Sink, from = 0, to = this.table.rows): void {
    if (from % BLOCK !== 0) throw new Error(`A run begins with a block, at a multiple of ${BLOCK} rows`)
    for (let first = from; first < to; first += BLOCK) {
      this.first = first
      this.block.context.begin(Math.min(BLOCK, to - first))
      this.block.values.begin(first)
      for (const [i, plan] of this.program.plans.entries()) this.decide(plan, i, sink)
    }
  }

  private decide(plan: Plan, index: number, sink: Sink): void {
    const left = this.left(plan)
    if (!left) return
    const open = left.sure !== left.may && (plan.cases.length > 0 || this.searches)
    if (plan.late.length === 0 && !this.pays(plan) && !open) {
      sink(this.plainHits(index, left))
      return
    }
    const rows = this.heapRows(left.may)
    const c = this.picks.context
    c.begin(rows.count)
    this.picks.values.begin(rows.at)
    const outcomes = this.outcomes(plan, left, rows.at)
    if (!outcomes) return
    if (plan.cases.length > 0) partOpenRows(plan, this.picks, this.cases, outcomes)
    const at = { plan: index, first: this.first, of: plan }
    const hits = new PickHits(at, this.picks, this.cases.context, outcomes, rows.at, this.searches)
    if (hits.count > 0) sink(hits)
  }

  private get searches(): boolean {
    return this.options.missing ?? false
  }

  private pays(plan: Plan): boolean {
    return plan.amount !== null && (this.options.amounts ?? true)
  }

  /** The rows of the block that the cheap conditions leave; null where there are none. */
  private left({ early }: Plan): { sure: number; may: number } | null {
    const c = this.block.context
    let [sure, may] = [0, 0]
    for (const t of early) {
      testIn(this.block, t)
      const [s, m] = [c.sureOf(t), c.mayOf(t)]
      if (may === 0) {
        ;[sure, may] = [s, m]
        if (c.p.any(may, c.n) === 0) return null
        continue
      }
      const exact = sure === may && s === m
      const [outSure, outMay] = [c.bits(), exact ? 0 : c.bits()]
      let any = c.p.and(outSure, sure, s, c.n)
      if (!exact) any = c.p.and(outMay, may, m, c.n)
      if (any === 0) return null
      sure = outSure
      may = outMay || outSure
    }
    return may === 0 ? { sure: c.all(), may: c.all() } : { sure, may }
  }

  private heapRows(may: number): { at: number; count: number } {
    const c = this.block.context
    const at = c.rows()
    return { at, count: c.p.list(may, c.n, at) }
  }

  private outcomes(plan: Plan, left: { sure: number; may: number }, rows: number): Outcomes | null {
    const c = this.picks.context
    const [sure, may] = [c.bits(), c.bits()]
    if (left.sure === left.may) c.p.ones(sure, c.n)
    else c.p.pickBits(left.sure, rows, c.n, sure)
    c.p.ones(may, c.n)
    for (const t of plan.late) {
      testIn(this.picks, t)
      c.p.and(sure, sure, c.sureOf(t), c.n)
      if (c.p.and(may, may, c.mayOf(t), c.n) === 0) return null
    }
    if (!plan.amount || !this.pays(plan)) return { sure, may, lo: 0, hi: 0 }
    vectorIn(this.picks, plan.amount)
    const [lo, hi] = [c.loOf(plan.amount), c.hiOf(plan.amount)]
    if (plan.cases.length === 0) return { sure, may, lo, hi }
    const [ownLo, ownHi] = [c.numbers(), c.numbers()]
    c.heap.u8.copyWithin(ownLo, lo, lo + (c.n << 3))
    c.heap.u8.copyWithin(ownHi, hi, hi + (c.n << 3))
    return { sure, may, lo: ownLo, hi: ownHi }
  }

  private plainHits(plan: number, { sure, may }: { sure: number; may: number }): Hits {
    const c = this.block.context
    const { first } = this
    const count = c.p.count(may, c.n)
    const yes = sure === may ? count : c.p.count(sure, c.n)
    const rows = () => {
      const at = c.rows()
      c.p.list(may, c.n, at)
      return at
    }
    return {
      plan,
      first,
      count,
      yes,
      rows: () => {
        const at = rows() >> 2
        return this.heap.i32.subarray(at, at + count)
      },
      sure: () => {
        const out = this.picks.context
        out.begin(count)
        const bits = out.bits()
        out.p.pickBits(sure, rows(), count, bits)
        return this.heap.u8.subarray(bits, bits + ((count + 7) >> 3))
      },
      amounts: () => null,
      total: () => ({ least: 0n, most: 0n }),
      missing: () => [],
    }
  }
}
