import type { WholeBits } from '../batch/batch.js'
import type { Table } from '../batch/column.js'
import { Heap } from '../batch/memory.js'
import { newPrimitives } from '../batch/primitives.js'
import { type BatchProgram, compileBatch } from '../batch/program.js'
import { WholeTests } from '../batch/whole-tests.js'
import type { Bound, Check } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import { conditionKey } from './condition-key.js'
import type { Mask } from './standing.js'

/** More conditions than a few programmes have; of a million rows each takes a quarter of a MiB. */
const KEPT = 96

/** The room that is used between two of those that hold verdicts. */
const FEW = 2

/** Some rows, and both bitmaps of them alone. */
export interface Few {
  readonly rows: Int32Array
  readonly given: WholeBits
}

/** Where both bitmaps of a condition stand. */
export interface Bits {
  readonly sure: number
  readonly may: number
}

/**
 * The results of conditions for all rows of one table, kept from one changed text to the next: where a threshold
 * moves, only the condition that holds it is computed.
 */
export class ConditionBits {
  readonly p = newPrimitives()
  readonly rows: number
  private readonly heap = new Heap(this.p)
  private readonly bytes: number
  private readonly tests = new WholeTests()
  private readonly known = new Map<string, Bits>()
  private readonly free: Bits[] = []
  private readonly scratch: number[] = []
  private most = KEPT
  /** Where rows are listed, once that is wanted. */
  private list = 0

  constructor(rows: number) {
    this.rows = rows
    this.bytes = ((rows + 127) >> 7) << 4
  }

  /** Bitmaps of the checks of a programme, in their order. They hold until the next call. */
  of(
    engine: Engine,
    bound: Bound,
    table: Table,
    checks: readonly Pick<Check, 'cond'>[] = bound.checks,
  ): Bits[] {
    const keys = checks.map((check) => conditionKey(engine, check))
    this.most = Math.max(KEPT, keys.length)
    const lacking = checks.filter((_, i) => !this.known.has(keys[i] ?? ''))
    // Those that are asked for are the newest, so that none of them has to go for another.
    for (const key of keys) {
      const bits = this.known.get(key)
      if (!bits) continue
      this.known.delete(key)
      this.known.set(key, bits)
    }
    if (lacking.length > 0) this.compute(engine, bound, table, lacking)
    return keys.map((key) => {
      const bits = this.known.get(key)
      if (!bits) throw new Error(`The condition ${key} was computed`)
      return bits
    })
  }

  private compute(engine: Engine, bound: Bound, table: Table, checks: readonly Pick<Check, 'cond'>[]): void {
    const program: BatchProgram = compileBatch(
      engine,
      checks.map((check) => ({ ...bound, verdict: check.cond, pay: null, cases: [] })),
    )
    const places = checks.map((check) => this.place(conditionKey(engine, check)))
    const { u8 } = this.heap
    this.tests.run(
      program,
      table,
      program.plans.map(({ verdict }) => verdict),
      (test, { first, sure, may }) => {
        const at = places[test]
        if (!at) return
        u8.set(sure, at.sure + (first >> 3))
        u8.set(may, at.may + (first >> 3))
      },
    )
  }

  private place(key: string): Bits {
    if (this.known.size >= this.most) {
      const [oldest] = this.known
      if (oldest) {
        this.known.delete(oldest[0])
        this.free.push(oldest[1])
      }
    }
    const bits = this.free.pop() ?? { sure: this.take(), may: this.take() }
    this.known.set(key, bits)
    return bits
  }

  private take(): number {
    const at = this.heap.take(this.bytes)
    this.heap.u8.fill(0, at, at + this.bytes)
    return at
  }

  /** Rows of the mask for which all of some conditions hold, surely and possibly, in two rooms. */
  all(conditions: readonly Bits[], mask: Mask | null, nth: number): Bits {
    const [sure, may] = [this.room(nth), this.room(nth + 1)]
    const { p, rows } = this
    this.load(mask, may)
    p.or(sure, may, may, rows)
    for (const one of conditions) {
      p.and(sure, sure, one.sure, rows)
      p.and(may, may, one.may, rows)
    }
    return { sure, may }
  }

  /** They hold until more memory is taken. */
  seen({ sure, may }: Bits): WholeBits {
    const { u8 } = this.heap
    return { sure: u8.subarray(sure, sure + this.bytes), may: u8.subarray(may, may + this.bytes) }
  }

  /** Those that are possibly left, where they are not more than so many, and what is surely among them. */
  few(at: Bits, most: number): Few | null {
    const { p, heap, rows: all } = this
    const count = p.count(at.may, all)
    if (count > most) return null
    if (this.list === 0) this.list = heap.take(most << 2)
    p.list(at.may, all, this.list)
    const picked = this.room(FEW)
    p.pickBits(at.sure, this.list, count, picked)
    const sure = heap.u8.slice(picked, picked + ((count + 7) >> 3))
    p.ones(picked, count)
    const may = heap.u8.slice(picked, picked + ((count + 7) >> 3))
    return { rows: heap.i32.slice(this.list >> 2, (this.list >> 2) + count), given: { sure, may } }
  }

  /** Room for a bitmap that holds until the next use of the same number. */
  room(nth: number): number {
    while (this.scratch.length <= nth) this.scratch.push(this.take())
    return this.scratch[nth] ?? 0
  }

  load(mask: Mask | null, at: number): void {
    if (mask) this.heap.u8.set(mask.subarray(0, (this.rows + 7) >> 3), at)
    else this.p.ones(at, this.rows)
  }
}
