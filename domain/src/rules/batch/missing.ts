import { type Run, testIn } from './evaluate-test.js'
import { isLimit, reachedBits, vectorIn } from './evaluate-vector.js'
import { type Asked, setBit } from './host.js'
import type { Scaled, Test, Vector } from './ops.js'

/** What rows wait for: for each open thing the bits of the rows. */
export type Missing = Map<string, { readonly asked: Asked; readonly bits: number }>

/**
 * The unknown facts in undecided conditions and in numbers that are not a point, as the interpreter finds them, for
 * many rows at once: a mask of rows goes down with the search.
 */
export class Search {
  readonly found: Missing = new Map()
  private readonly run: Run
  private readonly open = new Map<number, number>()

  constructor(run: Run) {
    this.run = run
  }

  test(t: Test, mask: number): void {
    testIn(this.run, t)
    const c = this.run.context
    const [sure, may] = [c.sureOf(t), c.mayOf(t)]
    if (sure === may) return
    const unknown = c.bits()
    c.p.andNot(unknown, may, sure, c.n)
    if (c.p.and(unknown, unknown, mask, c.n) === 0) return
    switch (t.op) {
      case 'known':
        return
      case 'within':
        this.note({ kind: 'slot', index: t.slot }, unknown)
        return
      case 'number':
        this.number(t.of, unknown)
        return
      case 'above':
        this.number(t.left.of, unknown)
        this.number(t.right.of, unknown)
        return
      case 'ratio':
        for (const part of t.parts) this.number(part, unknown)
        return
      case 'not':
        this.test(t.of, unknown)
        return
      case 'and':
      case 'or':
        for (const item of t.items) this.test(item, unknown)
        return
      case 'host':
        this.run.host.open(this.run, t.cond, unknown, (asked, row) => this.noteRow(asked, row))
        return
    }
  }

  number(v: Vector, mask: number): void {
    const rows = this.both(this.notPoint(v), mask)
    if (rows === 0) return
    switch (v.op) {
      case 'const':
        if (v.judged === null) return
        this.note({ kind: 'judged', text: this.run.context.program.judged[v.judged] ?? '' }, rows)
        return
      case 'slot':
        this.note({ kind: 'slot', index: v.slot }, rows)
        return
      case 'records':
        this.note({ kind: 'record', index: v.num.of.index }, rows)
        return
      case 'min':
      case 'max':
        for (const item of v.items)
          if (!isLimit(item)) this.number(item.of, this.both(this.counts(v, item), rows))
        return
      case 'if':
        this.choice(v, rows)
        return
      case 'bands':
        this.bands(v, rows)
        return
      case 'host':
        this.run.host.open(this.run, v.num, rows, (asked, row) => this.noteRow(asked, row))
        return
      default:
        for (const part of v.parts) this.number(part, rows)
    }
  }

  private choice(v: Vector & { op: 'if' }, rows: number): void {
    const c = this.run.context
    const [sure, may] = [c.sureOf(v.when), c.mayOf(v.when)]
    this.test(v.when, rows)
    // Where the condition is open both branches count.
    this.number(v.met.of, this.both(may, rows))
    const unmet = c.bits()
    if (c.p.andNot(unmet, rows, sure, c.n) !== 0) this.number(v.unmet.of, unmet)
  }

  private bands(v: Vector & { op: 'bands' }, rows: number): void {
    const c = this.run.context
    const several = c.bits()
    c.p.none(several, c.n)
    for (const start of v.starts) {
      const unknown = c.bits()
      c.p.andNot(unknown, c.mayOf(start), c.sureOf(start), c.n)
      c.p.or(several, several, unknown, c.n)
    }
    for (const of of v.of) this.number(of, this.both(several, rows))
    for (const [i, value] of v.values.entries()) this.number(value.of, this.both(reachedBits(c, v, i), rows))
  }

  /** Rows where an item of the least or greatest of several can still be it. */
  private counts(v: Vector & { op: 'add' | 'min' | 'max' }, item: Scaled): number {
    const c = this.run.context
    const out = c.bits()
    const [one, times] = [c.constant(0), c.constant(item.times)]
    if (v.op === 'min') c.p.above(c.hiOf(v), one, c.loOf(item.of), times, c.n, out)
    else c.p.above(c.hiOf(item.of), times, c.loOf(v), one, c.n, out)
    return out
  }

  /** Bits of rows where a number is not a point; 0 where all are. */
  private notPoint(v: Vector): number {
    const known = this.open.get(v.id)
    if (known !== undefined) return known
    vectorIn(this.run, v)
    const c = this.run.context
    let bits = 0
    if (!c.isExact(v)) {
      bits = c.bits()
      if (c.p.differ(c.loOf(v), c.hiOf(v), c.n, bits) === 0) bits = 0
    }
    this.open.set(v.id, bits)
    return bits
  }

  /** 0 where no row is in both. */
  private both(a: number, b: number): number {
    if (a === 0 || b === 0) return 0
    const c = this.run.context
    const out = c.bits()
    return c.p.and(out, a, b, c.n) === 0 ? 0 : out
  }

  private note(asked: Asked, rows: number): void {
    const { context } = this.run
    const bits = this.bitsOf(asked)
    context.p.or(bits, bits, rows, context.n)
  }

  private noteRow(asked: Asked, row: number): void {
    setBit(this.run.context.heap.u8, this.bitsOf(asked), row)
  }

  private bitsOf(asked: Asked): number {
    const key = asked.kind === 'judged' ? `judged ${asked.text}` : `${asked.kind} ${asked.index}`
    const known = this.found.get(key)
    if (known) return known.bits
    const { context } = this.run
    const bits = context.bits()
    context.p.none(bits, context.n)
    this.found.set(key, { asked, bits })
    return bits
  }
}
