import { Arena, type Heap } from './memory.js'
import type { Scaled, Test, Vector } from './ops.js'
import type { Primitives } from './primitives.js'
import type { BatchProgram } from './program.js'

/** Where the operations of a batch find what is known of each row. */
export interface Values {
  within(t: Test & { op: 'within' }): void
  /** Fills `context.lo` and `context.hi` of a slot or of an aggregate of records. */
  read(v: Vector & { op: 'slot' | 'records' }): void
  /** Both ends of a fact, for those who look at single rows. */
  ends(slot: number): Ends
}

/** Where both ends of some numbers stand; at one place where all rows are points. */
export interface Ends {
  readonly lo: number
  readonly hi: number
}

/**
 * The results of a batch's operations for some rows: for each test where its bitmaps stand, for each vector where its
 * ends do. Where all rows are settled both are at one place. Each is computed when first asked for.
 */
export class Context {
  readonly p: Primitives
  readonly heap: Heap
  readonly program: BatchProgram
  readonly arena: Arena
  /** Address of the constants. */
  readonly constants: number
  readonly sure: Int32Array
  readonly may: Int32Array
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly testAt: Int32Array
  readonly vectorAt: Int32Array
  n = 0
  /** Counts the row sets: what was computed for an earlier one does not count. */
  round = 0
  private allAt = 0
  private noneAt = 0

  constructor(p: Primitives, heap: Heap, program: BatchProgram, constants: number) {
    this.p = p
    this.heap = heap
    this.program = program
    this.constants = constants
    this.arena = new Arena(heap)
    const [tests, vectors] = [program.tests.length, program.vectors.length]
    this.sure = new Int32Array(tests)
    this.may = new Int32Array(tests)
    this.testAt = new Int32Array(tests)
    this.lo = new Int32Array(vectors)
    this.hi = new Int32Array(vectors)
    this.vectorAt = new Int32Array(vectors)
  }

  begin(n: number): void {
    this.n = n
    this.round += 1
    this.arena.reset()
    this.allAt = this.noneAt = 0
  }

  constant(place: number): number {
    return this.constants + (place << 3)
  }

  bits(): number {
    return this.arena.take(((this.n + 127) >> 7) << 4)
  }

  numbers(): number {
    return this.arena.take(((this.n + 15) & ~15) << 3)
  }

  rows(): number {
    return this.arena.take(((this.n + 15) & ~15) << 2)
  }

  all(): number {
    if (this.allAt === 0) {
      this.allAt = this.bits()
      this.p.ones(this.allAt, this.n)
    }
    return this.allAt
  }

  none(): number {
    if (this.noneAt === 0) {
      this.noneAt = this.bits()
      this.p.none(this.noneAt, this.n)
    }
    return this.noneAt
  }

  /** Whether a bitmap is known to be empty without looking. */
  isNone(at: number): boolean {
    return at === this.noneAt
  }

  filled(place: number): number {
    const out = this.numbers()
    this.p.fill(out, this.n, this.constant(place))
    return out
  }

  settle(t: Test, sure: number, may: number): void {
    this.testAt[t.id] = this.round
    this.sure[t.id] = sure
    this.may[t.id] = may
  }

  give(v: Vector, lo: number, hi: number): void {
    this.vectorAt[v.id] = this.round
    this.lo[v.id] = lo
    this.hi[v.id] = hi
  }

  loOf({ id }: Vector): number {
    return this.lo[id] ?? 0
  }

  hiOf({ id }: Vector): number {
    return this.hi[id] ?? 0
  }

  sureOf({ id }: Test): number {
    return this.sure[id] ?? 0
  }

  mayOf({ id }: Test): number {
    return this.may[id] ?? 0
  }

  isExact(v: Vector): boolean {
    return this.lo[v.id] === this.hi[v.id]
  }

  /** Numbers times a constant; the place itself where that is 1. */
  times(at: number, { times }: Pick<Scaled, 'times'>): number {
    if (times === 0) return at
    const out = this.numbers()
    this.p.scale(at, this.constant(times), this.n, out)
    return out
  }
}
