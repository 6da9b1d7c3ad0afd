import type { Range } from '../../shared/range.js'
import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Cond, Num, RecordSlot, Slot } from '../form.js'
import { bandOf, type Machine, UNKNOWN, YES } from '../machine.js'

/** What can still change an outcome. */
export interface Open {
  /** Most decisive first; of equals the one that takes least time to answer. */
  readonly slots: readonly Slot[]
  readonly records: ReadonlySet<RecordSlot>
  /** Values that the programme itself leaves to experts. */
  readonly judged: ReadonlySet<string>
}

/**
 * Looks for the unknown facts in undecided conditions and in amounts that are not a point, and weighs how much hangs on
 * each. One search serves all programmes of an evaluation, one after the other: hundreds of short lists cost more than
 * the search.
 */
export class OpenFacts implements Open {
  private readonly machine: Machine
  private readonly all: readonly Slot[]
  private readonly weights: Float64Array
  private readonly found: Slot[] = []
  readonly slots: readonly Slot[] = this.found
  readonly records = new Set<RecordSlot>()
  readonly judged = new Set<string>()

  constructor(machine: Machine, slots: readonly Slot[]) {
    this.machine = machine
    this.all = slots
    this.weights = new Float64Array(slots.length)
  }

  /** The lists are good until the next search. */
  in(verdict: Cond | null, amount: Num | null): Open {
    this.forget()
    if (verdict) this.condition(verdict, 1)
    if (amount) this.number(amount, verdict ? 0.5 : 1)
    if (this.found.length > 1) this.sort(this.found)
    return this
  }

  /** By insertion: the lists are short, and the library's sort takes memory for each. */
  private sort(slots: Slot[]): void {
    for (let i = 1; i < slots.length; i += 1) {
      const slot = slots[i]
      let j = i
      for (let before = slots[j - 1]; slot && before && this.order(slot, before) < 0; before = slots[j - 1]) {
        slots[j] = before
        j -= 1
      }
      if (slot) slots[j] = slot
    }
  }

  private order(a: Slot, b: Slot): number {
    return this.weightOf(b) - this.weightOf(a) || a.fact.minutes - b.fact.minutes || a.index - b.index
  }

  private forget(): void {
    for (const slot of this.found) this.weights[slot.index] = 0
    this.found.length = 0
    if (this.records.size > 0) this.records.clear()
    if (this.judged.size > 0) this.judged.clear()
  }

  private weightOf(slot: Slot): number {
    return this.weights[slot.index] ?? 0
  }

  private weigh(index: number, weight: number): void {
    const slot = this.all[index]
    if (!slot) return
    const before = this.weightOf(slot)
    if (before === 0) this.found.push(slot)
    this.weights[index] = before + weight
  }

  private condition(c: Cond, weight: number): void {
    if (this.machine.truth(c) !== UNKNOWN) return
    switch (c.op) {
      case 'known':
        return
      case 'within':
        this.weigh(c.slot, weight)
        return
      case 'compare':
        this.pair(c.left, c.right, weight)
        return
      case 'not':
        this.condition(c.of, weight)
        return
      case 'and':
      case 'or': {
        let open = 0
        for (const item of c.items) if (this.machine.truth(item) === UNKNOWN) open += 1
        for (const item of c.items) this.condition(item, weight / open)
      }
    }
  }

  private isOpen(n: Num): boolean {
    return !range.isPoint(this.machine.range(n))
  }

  private pair(a: Num, b: Num, weight: number): void {
    const both = this.isOpen(a) && this.isOpen(b)
    this.number(a, both ? weight / 2 : weight)
    this.number(b, both ? weight / 2 : weight)
  }

  private share(nums: readonly Num[], weight: number): void {
    let open = 0
    for (const n of nums) if (this.isOpen(n)) open += 1
    for (const n of nums) if (this.isOpen(n)) this.number(n, weight / open)
  }

  /** Of the parts of a least or a greatest only those that can be it. */
  private rivals(n: Num & { op: 'min' | 'max' }, whole: Range, weight: number): void {
    let open = 0
    for (const item of n.items) if (this.canBe(n.op, item, whole)) open += 1
    for (const item of n.items) if (this.canBe(n.op, item, whole)) this.number(item, weight / open)
  }

  private canBe(op: 'min' | 'max', item: Num, whole: Range): boolean {
    const { lo, hi } = this.machine.range(item)
    return this.isOpen(item) && (op === 'min' ? q.compare(lo, whole.hi) < 0 : q.compare(hi, whole.lo) > 0)
  }

  private number(n: Num, weight: number): void {
    const whole = this.machine.range(n)
    if (range.isPoint(whole)) return
    switch (n.op) {
      case 'const':
        if (n.judged !== null) this.judged.add(n.judged)
        return
      case 'slot':
        this.weigh(n.slot, weight)
        return
      case 'records':
        this.records.add(n.of)
        return
      case 'add':
        this.share(n.items, weight)
        return
      case 'min':
      case 'max':
        this.rivals(n as Num & { op: 'min' | 'max' }, whole, weight)
        return
      case 'if':
        this.choice(n, weight)
        return
      case 'bands':
        this.bands(n, weight)
        return
      case 'slices':
      case 'round':
        this.number(n.of, weight)
        return
      case 'subtract':
      case 'multiply':
        this.pair(n.left, n.right, weight)
        return
      case 'divide':
        if (n.ifZero) this.share([n.left, n.right, n.ifZero], weight)
        else this.pair(n.left, n.right, weight)
    }
  }

  private choice(n: Num & { op: 'if' }, weight: number): void {
    const when = this.machine.truth(n.when)
    if (when !== UNKNOWN) this.number(when === YES ? n.met : n.unmet, weight)
    else {
      this.condition(n.when, weight / 2)
      this.pair(n.met, n.unmet, weight / 2)
    }
  }

  private bands(n: Num & { op: 'bands' }, weight: number): void {
    const of = this.machine.range(n.of)
    const [from, to] = [bandOf(of.lo, n.starts), bandOf(of.hi, n.starts)]
    if (from !== to) this.number(n.of, weight)
    this.share(n.values.slice(from, to + 1), from === to ? weight : weight / 2)
  }
}
