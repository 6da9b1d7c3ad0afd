import * as q from '../../shared/rational.js'
import { OpenFacts } from '../answer/missing.js'
import { slotsOfCond, slotsOfNum } from '../bind/slots.js'
import type { Cond, Num } from '../form.js'
import { type Frame, Machine, NO, UNKNOWN, YES } from '../machine.js'
import type { Run } from './evaluate-test.js'
import { vectorIn } from './evaluate-vector.js'
import type { Test, Vector } from './ops.js'
import type { BatchProgram } from './program.js'
import { aggregatesIn } from './records.js'

/** Something open that a row waits for: a fact by its slot, a kind of record, or what experts decide. */
export type Asked =
  | { readonly kind: 'slot' | 'record'; readonly index: number }
  | { readonly kind: 'judged'; readonly text: string }

/** The interpreter, for what has no place in 64 bits: it decides row by row. */
export class Host {
  private readonly machine: Machine
  private readonly frame: Frame
  private readonly program: BatchProgram
  private readonly search: OpenFacts

  constructor(program: BatchProgram) {
    const { nodes, slots } = program.engine.tables
    this.program = program
    this.frame = { lo: slots.map(() => 0n), hi: slots.map(() => 0n) }
    this.machine = new Machine(this.frame, nodes.numberCount, nodes.conditionCount)
    this.search = new OpenFacts(this.machine, slots)
  }

  test(run: Run, t: Test & { op: 'host' }): void {
    const c = run.context
    const [sure, may] = [c.bits(), c.bits()]
    c.p.none(sure, c.n)
    c.p.none(may, c.n)
    this.each(run, t.cond, (row) => {
      const truth = this.machine.truth(t.cond)
      if (truth === YES) setBit(c.heap.u8, sure, row)
      if (truth !== NO) setBit(c.heap.u8, may, row)
    })
    c.settle(t, sure, may)
  }

  number(run: Run, v: Vector & { op: 'host' }): void {
    const c = run.context
    const [lo, hi] = [c.numbers(), c.numbers()]
    const scale = q.rational(v.scale)
    this.each(run, v.num, (row) => {
      const range = this.machine.range(v.num)
      c.heap.i64[(lo >> 3) + row] = q.floor(q.multiply(range.lo, scale))
      c.heap.i64[(hi >> 3) + row] = q.floor(q.multiply(range.hi, scale))
    })
    c.give(v, lo, hi)
  }

  /** What is open in a condition or a number, for rows whose bit is set. */
  open(run: Run, node: Cond | Num, mask: number, tell: (asked: Asked, row: number) => void): void {
    const { u8 } = run.context.heap
    const isNumber = 'span' in node
    this.each(run, node, (row) => {
      if ((((u8[mask + (row >> 3)] ?? 0) >> (row & 7)) & 1) === 0) return
      if (!isNumber && this.machine.truth(node) !== UNKNOWN) return
      const open = this.search.in(isNumber ? null : node, isNumber ? node : null)
      for (const { index } of open.slots) tell({ kind: 'slot', index }, row)
      for (const { index } of open.records) tell({ kind: 'record', index }, row)
      for (const text of open.judged) tell({ kind: 'judged', text }, row)
    })
  }

  /** Lays out each row for the machine and calls `use`. */
  private each(run: Run, node: Cond | Num, use: (row: number) => void): void {
    const c = run.context
    const slots = ('span' in node ? slotsOfNum(node) : slotsOfCond(node)).map((slot) => ({
      slot,
      ends: run.values.ends(slot),
    }))
    const aggregates = aggregatesIn(node).map((num) => {
      const vector = this.program.vectors.find((v) => v.op === 'records' && v.num === num)
      if (!vector) throw new Error(`The aggregate of ${num.of.name} is in no column`)
      vectorIn(run, vector)
      return { num, vector }
    })
    const { i64 } = c.heap
    const at = (address: number, row: number) => i64[(address >> 3) + row] ?? 0n
    for (let row = 0; row < c.n; row += 1) {
      for (const { slot, ends } of slots) {
        this.frame.lo[slot] = at(ends.lo, row)
        this.frame.hi[slot] = at(ends.hi, row)
      }
      this.machine.reset(this.frame, () => null)
      for (const { num, vector } of aggregates) {
        const [lo, hi] = [at(c.loOf(vector), row), at(c.hiOf(vector), row)]
        this.machine.give(num, { lo: q.rational(lo, vector.scale), hi: q.rational(hi, vector.scale) })
      }
      use(row)
    }
  }
}

export function setBit(u8: Uint8Array, bits: number, row: number): void {
  u8[bits + (row >> 3)] = (u8[bits + (row >> 3)] ?? 0) | (1 << (row & 7))
}
