import type { BlockSlot } from './block-slot.js'
import type { BlockValues } from './block-values.js'
import type { Context, Ends, Values } from './context.js'
import { type Run, withinSpans } from './evaluate-test.js'
import { vectorIn } from './evaluate-vector.js'
import type { Test, Vector } from './ops.js'

abstract class EndsValues implements Values {
  protected readonly context: Context
  private readonly made = new Map<number, Ends>()

  constructor(context: Context) {
    this.context = context
  }

  protected forget(): void {
    this.made.clear()
  }

  /** Ends that are not read from elsewhere. */
  preset(slot: number, ends: Ends): void {
    this.made.set(slot, ends)
  }

  ends(slot: number): Ends {
    let ends = this.made.get(slot)
    if (!ends) {
      ends = this.pick(slot)
      this.made.set(slot, ends)
    }
    return ends
  }

  within(t: Test & { op: 'within' }): void {
    const { lo, hi } = this.ends(t.slot)
    withinSpans(this.context, t, lo, hi, t.spans)
  }

  read(v: Vector & { op: 'slot' | 'records' }): void {
    const { lo, hi } = v.op === 'slot' ? this.ends(v.slot) : this.pickRecords(v)
    this.context.give(v, lo, hi)
  }

  protected abstract pick(slot: number): Ends
  protected abstract pickRecords(v: Vector & { op: 'records' }): Ends
}

/** Values of chosen rows of a block. */
export class PickValues extends EndsValues {
  private readonly block: BlockValues
  private readonly from: Run
  private rows = 0

  constructor(context: Context, block: BlockValues, from: Run) {
    super(context)
    this.block = block
    this.from = from
  }

  begin(rows: number): void {
    this.rows = rows
    this.forget()
  }

  protected pick(index: number): Ends {
    const c = this.context
    const slot = this.block.slot(index)
    if (slot.lo !== 0) return pickEnds(c, slot, this.rows)
    const ends = c.program.slotEnds[index] ?? [0, 0]
    if (slot.values === 0) return { lo: c.filled(ends[0]), hi: c.filled(ends[1]) }
    const values = this.pickNarrow(slot)
    if (slot.known === 0) return { lo: values, hi: values }
    const known = c.bits()
    c.p.pickBits(slot.known, this.rows, c.n, known)
    if (c.p.count(known, c.n) === c.n) return { lo: values, hi: values }
    const [lo, hi] = [c.numbers(), c.numbers()]
    c.p.orConstant(known, values, c.constant(ends[0]), c.n, lo)
    c.p.orConstant(known, values, c.constant(ends[1]), c.n, hi)
    return { lo, hi }
  }

  private pickNarrow({ values, width }: BlockSlot): number {
    const c = this.context
    const out = c.numbers()
    if (width === 1) c.p.pick8(values, this.rows, c.n, out)
    else if (width === 4) c.p.pick32(values, this.rows, c.n, out)
    else c.p.pick64(values, this.rows, c.n, out)
    return out
  }

  protected pickRecords(v: Vector & { op: 'records' }): Ends {
    vectorIn(this.from, v)
    const { context } = this.from
    return pickEnds(this.context, { lo: context.loOf(v), hi: context.hiOf(v) }, this.rows)
  }
}

/** Values of chosen rows of chosen rows, as often as they are chosen. */
export class CaseValues extends EndsValues {
  private readonly from: Run & { readonly values: PickValues }
  private rows = 0

  constructor(context: Context, from: Run & { readonly values: PickValues }) {
    super(context)
    this.from = from
  }

  begin(rows: number): void {
    this.rows = rows
    this.forget()
  }

  protected pick(slot: number): Ends {
    return pickEnds(this.context, this.from.values.ends(slot), this.rows)
  }

  protected pickRecords(v: Vector & { op: 'records' }): Ends {
    vectorIn(this.from, v)
    const { context } = this.from
    return pickEnds(this.context, { lo: context.loOf(v), hi: context.hiOf(v) }, this.rows)
  }
}

/** The ends of some rows; one vector where all of them are points. */
export function pickEnds(c: Context, { lo, hi }: Ends, rows: number): Ends {
  const from = c.numbers()
  c.p.pick64(lo, rows, c.n, from)
  if (lo === hi) return { lo: from, hi: from }
  const to = c.numbers()
  c.p.pick64(hi, rows, c.n, to)
  return c.p.differ(from, to, c.n, c.bits()) === 0 ? { lo: from, hi: from } : { lo: from, hi: to }
}
