import { dayOf } from '../../shared/day.js'
import type { Engine } from '../bind/engine.js'
import { NO, type Truth, UNKNOWN, YES } from '../machine.js'
import { type BlockSlot, loadSlot, openSlot } from './block-slot.js'
import type { Table } from './column.js'
import type { Context, Ends, Values } from './context.js'
import { withinSpans } from './evaluate-test.js'
import type { Test, Vector } from './ops.js'

/** Facts that bound one another, in the order in which they do. */
interface Group {
  readonly slots: readonly number[]
  readonly pairs: Engine['within']
}

/** Values of the rows of one block, brought into memory when first looked at. */
export class BlockValues implements Values {
  private readonly context: Context
  private readonly table: Table
  private readonly groups: ReadonlyMap<number, Group>
  private readonly slots: (BlockSlot | undefined)[] = []
  private first = 0

  constructor(context: Context, table: Table) {
    this.context = context
    this.table = table
    this.groups = groupsOf(context.program.engine)
  }

  begin(first: number): void {
    this.first = first
    this.slots.length = 0
  }

  within(t: Test & { op: 'within' }): void {
    const c = this.context
    const slot = this.slot(t.slot)
    if (slot.lo !== 0) {
      withinSpans(c, t, slot.lo, slot.hi, t.spans)
      return
    }
    if (slot.values === 0) {
      const [sure, may] = [t.open === YES ? c.all() : c.none(), t.open === NO ? c.none() : c.all()]
      c.settle(t, sure, may)
      return
    }
    const met = this.met(t, slot)
    if (slot.known === 0) {
      c.settle(t, met, met)
      return
    }
    const [sure, may] = [t.open === YES ? 0 : c.bits(), t.open === NO ? 0 : c.bits()]
    if (sure !== 0) c.p.and(sure, met, slot.known, c.n)
    if (may !== 0) c.p.orNot(may, met, slot.known, c.n)
    c.settle(t, sure || may, may || sure)
  }

  private met(t: Test & { op: 'within' }, slot: BlockSlot): number {
    const c = this.context
    const { values, width } = slot
    const { at, count } = t.narrow
    if (count === 0) return c.none()
    if (width !== 8) {
      const whole = ofAll(slot, t.ends)
      if (whole !== UNKNOWN) return whole === YES ? c.all() : c.none()
    }
    const out = c.bits()
    const spans = c.constant(at)
    if (width === 1) c.p.within8(values, c.n, spans, count, out)
    else if (width === 4) c.p.within32(values, c.n, spans, count, out)
    else c.p.within64(values, values, c.n, spans, count, out)
    return out
  }

  read(v: Vector & { op: 'slot' | 'records' }): void {
    const c = this.context
    const slot = v.op === 'slot' ? this.opened(v.slot) : this.aggregate(v)
    c.give(v, slot.lo, slot.hi)
  }

  private aggregate({ num, lo, hi }: Vector & { op: 'records' }): BlockSlot {
    const column = this.table.records.get(num.id)
    const ends = this.context.program.recordEnds.get(num.id)
    if (!ends) throw new Error(`An aggregate of ${num.of.name} from ${lo} to ${hi} has its ends`)
    const slot = loadSlot(this.context, column, this.first, ends)
    openSlot(this.context, slot, ends)
    return slot
  }

  ends(index: number): Ends {
    return this.opened(index)
  }

  /** A slot with both ends written out. */
  private opened(index: number): BlockSlot {
    const slot = this.slot(index)
    openSlot(this.context, slot, this.limits(index))
    return slot
  }

  slot(index: number): BlockSlot {
    const known = this.slots[index]
    if (known) return known
    const group = this.groups.get(index)
    if (!group) return this.load(index)
    const slots = group.slots.map((i) => this.load(i))
    if (slots.some((s) => s.given !== 0)) this.bound(group)
    return this.load(index)
  }

  private load(index: number): BlockSlot {
    const known = this.slots[index]
    if (known) return known
    const slot = loadSlot(this.context, this.table.slots[index], this.first, this.limits(index))
    this.slots[index] = slot
    this.beforeFounding(index, slot)
    return slot
  }

  private limits(index: number): readonly [lo: number, hi: number] {
    return this.context.program.slotEnds[index] ?? [0, 0]
  }

  /** In years before it existed a subject had what its facts say for then. */
  private beforeFounding(index: number, slot: BlockSlot): void {
    const c = this.context
    const { engine, beforeFounding } = c.program
    const constant = beforeFounding.get(index)
    const year = engine.tables.slots[index]?.year ?? null
    const { founded } = this.table
    if (constant === undefined || year === null || !founded || slot.given === 0) return
    const days = this.founding()
    const later = c.bits()
    const limit = c.arena.take(16)
    c.heap.i64.set([BigInt(dayOf(year + 1, 1, 1)), 2n ** 31n - 1n], limit >> 3)
    c.p.within32(days.values, c.n, limit, 1, later)
    if (days.known !== 0) c.p.and(later, later, days.known, c.n)
    if (c.p.andNot(later, later, slot.given, c.n) === 0) return
    openSlot(c, slot, this.limits(index))
    const place = c.filled(constant)
    const [lo, hi] = [c.numbers(), c.numbers()]
    c.p.choose(later, place, slot.lo, c.n, lo)
    c.p.choose(later, place, slot.hi, c.n, hi)
    slot.lo = lo
    slot.hi = hi
  }

  /** Kept beside the facts, under an index that none of them has. */
  private founding(): BlockSlot {
    const index = this.context.program.slotEnds.length
    this.slots[index] ??= loadSlot(this.context, this.table.founded, this.first, [0, 0])
    return this.slots[index]
  }

  private bound({ slots, pairs }: Group): void {
    const c = this.context
    for (const index of slots) {
      const slot = this.load(index)
      openSlot(c, slot, this.limits(index))
    }
    for (const [part, whole] of pairs) {
      const [p, w] = [this.load(part), this.load(whole)]
      const [partKnown, wholeKnown] = [p.given || c.all(), w.given || c.all()]
      c.p.bound(p.lo, p.hi, partKnown, w.lo, w.hi, wholeKnown, c.n)
    }
  }
}

/** Whether all values of a block are in a set, or none is. */
function ofAll({ least, most }: BlockSlot, ends: readonly number[]): Truth {
  let met: Truth = NO
  for (let i = 0; i < ends.length; i += 2) {
    const [from, to] = [ends[i] ?? 0, ends[i + 1] ?? 0]
    if (from <= least && most <= to) return YES
    if (from <= most && least <= to) met = UNKNOWN
  }
  return met
}

function groupsOf({ within }: Engine): Map<number, Group> {
  const groups = new Map<number, { slots: number[]; pairs: [number, number][] }>()
  for (const [part, whole] of within) {
    const [a, b] = [groups.get(part), groups.get(whole)]
    const joined = a ?? b ?? { slots: [], pairs: [] }
    if (a && b && a !== b) {
      a.slots.push(...b.slots)
      for (const slot of b.slots) groups.set(slot, a)
    }
    for (const slot of [part, whole]) {
      if (!joined.slots.includes(slot)) joined.slots.push(slot)
      groups.set(slot, joined)
    }
  }
  // In the engine's order, as a bound can pass on to the next.
  for (const [part, whole] of within) groups.get(part)?.pairs.push([part, whole])
  return groups
}
