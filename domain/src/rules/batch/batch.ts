import { BlockValues } from './block-values.js'
import { type CaseRun, type Outcomes, type PickRun, partOpenRows } from './cases.js'
import type { Column, Table } from './column.js'
import { Context } from './context.js'
import { type Run, testIn } from './evaluate-test.js'
import { vectorIn } from './evaluate-vector.js'
import type { Sink } from './hits.js'
import { Host } from './host.js'
import { Heap } from './memory.js'
import { PickHits } from './pick-hits.js'
import { CaseValues, PickValues } from './pick-values.js'
import { PlainHits } from './plain-hits.js'
import { newPrimitives, type Primitives } from './primitives.js'
import type { BatchProgram, Plan } from './program.js'
import { type Width, widthOf } from './width.js'

export const BLOCK = 4096

export interface BatchOptions {
  /** False for the scalar primitives, which give the same answers. */
  readonly simd?: boolean
  /** Whether to find what open verdicts and amounts wait for. */
  readonly missing?: boolean
  /** False where only verdicts are wanted. */
  readonly amounts?: boolean
  /** By plan: what its conditions come to for all rows of the table, where that was decided before. */
  readonly given?: readonly WholeBits[] | undefined
  /** A batch that is run no more and whose memory this one takes over: an engine has room for few memories at a time. */
  readonly after?: Batch | undefined
}

/** Both bitmaps of all rows of a table. */
export interface WholeBits {
  readonly sure: Uint8Array
  readonly may: Uint8Array
}

/** Runs the programmes of a batch over a table, block by block. One instance serves one table; threads take one each. */
export class Batch {
  readonly p: Primitives
  private readonly heap: Heap
  private readonly program: BatchProgram
  private readonly table: Table
  private readonly options: Omit<BatchOptions, 'after'>
  private readonly block: Run & { readonly values: BlockValues }
  private readonly picks: PickRun
  private readonly cases: CaseRun
  private first = 0
  /** The rows that a programme's cheap conditions leave. */
  private readonly left = { sure: 0, may: 0 }
  /** Room for them, and for their list: one programme after another uses the same, which stays near. */
  private readonly ownSure: number
  private readonly ownMay: number
  private readonly rows: number

  constructor(program: BatchProgram, table: Table, options: BatchOptions = {}) {
    checkWidths(program, table)
    const { after, ...kept } = options
    this.p = after?.p ?? newPrimitives(options.simd)
    this.heap = after?.heap ?? new Heap(this.p)
    this.heap.clear()
    this.program = program
    this.table = table
    this.options = kept
    const constants = this.heap.take(program.constants.length << 3)
    this.heap.i64.set(program.constants, constants >> 3)
    this.ownSure = this.heap.take(BLOCK >> 3)
    this.ownMay = this.heap.take(BLOCK >> 3)
    this.rows = this.heap.take(BLOCK << 2)
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
    const given = this.options.given?.[index]
    if (!(given ? this.take(given) : this.narrow(plan))) return
    const { left } = this
    const open = left.sure !== left.may && (plan.cases.length > 0 || this.searches)
    const late = given ? [] : plan.late
    if (late.length === 0 && !this.pays(plan) && !open) {
      sink(
        new PlainHits(
          { plan: index, first: this.first, ...left },
          this.block.context,
          this.picks.context,
          this.rows,
        ),
      )
      return
    }
    const count = this.p.list(left.may, this.block.context.n, this.rows)
    this.picks.context.begin(count)
    this.picks.values.begin(this.rows)
    const outcomes = this.outcomes(plan, late)
    if (!outcomes) return
    if (plan.cases.length > 0) partOpenRows(plan, this.picks, this.cases, outcomes)
    const at = { plan: index, first: this.first, of: plan }
    const hits = new PickHits(at, this.picks, this.cases.context, outcomes, this.rows, this.searches)
    if (hits.count > 0) sink(hits)
  }

  private get searches(): boolean {
    return this.options.missing ?? false
  }

  private pays(plan: Plan): boolean {
    return plan.amount !== null && (this.options.amounts ?? true)
  }

  /** The rows of the block that were left before; false where there are none. */
  private take({ sure, may }: WholeBits): boolean {
    const { left, heap, ownSure, ownMay } = this
    const [from, to] = [this.first >> 3, (this.first + BLOCK) >> 3]
    const load = (bits: Uint8Array, at: number) => {
      const own = bits.subarray(from, to)
      heap.u8.set(own, at)
      if (own.length < BLOCK >> 3) heap.u8.fill(0, at + own.length, at + (BLOCK >> 3))
    }
    load(may, ownMay)
    if (this.p.any(ownMay, this.block.context.n) === 0) return false
    load(sure, ownSure)
    left.may = ownMay
    // Where all are settled both are at one place, which spares what only open rows need.
    left.sure = this.p.andNot(this.rows, ownMay, ownSure, this.block.context.n) === 0 ? ownMay : ownSure
    return true
  }

  /** The rows of the block that the cheap conditions leave; false where there are none. */
  private narrow({ early, earlyIds }: Plan): boolean {
    const { context: c } = this.block
    const { left } = this
    left.sure = left.may = c.all()
    for (let i = 0; i < early.length; i += 1) {
      const id = earlyIds[i] ?? 0
      const t = early[i]
      if (t && c.testAt[id] !== c.round) testIn(this.block, t)
      const sure = c.sure[id] ?? 0
      const may = c.may[id] ?? 0
      if (c.isNone(may)) return false
      if (i === 0) {
        left.sure = sure
        left.may = may
        continue
      }
      const exact = left.sure === left.may && sure === may
      let any = c.p.and(this.ownSure, left.sure, sure, c.n)
      if (!exact) any = c.p.and(this.ownMay, left.may, may, c.n)
      if (any === 0) return false
      left.sure = this.ownSure
      left.may = exact ? this.ownSure : this.ownMay
    }
    return early.length > 1 || c.p.any(left.may, c.n) !== 0
  }

  private outcomes(plan: Plan, late: Plan['late']): Outcomes | null {
    const { left } = this
    const c = this.picks.context
    const [sure, may] = [c.bits(), c.bits()]
    if (left.sure === left.may) c.p.ones(sure, c.n)
    else c.p.pickBits(left.sure, this.rows, c.n, sure)
    c.p.ones(may, c.n)
    for (const t of late) {
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
}

/** Tests are made for the width that a fact's range gives. */
function checkWidths({ engine }: BatchProgram, { slots, founded, records }: Table): void {
  const check = (name: string, column: Column | undefined, width: Width) => {
    if (column && column.width !== width)
      throw new Error(`The column of “${name}” has ${column.width} bytes a value; its range wants ${width}`)
  }
  for (const { index, fact } of engine.tables.slots) check(fact.name, slots[index], widthOf(fact))
  for (const column of records.values()) check('records', column, 8)
  check(engine.library.founded ?? '', founded, 4)
}
