import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Cond, Num, RecordSlot, Slot } from '../form.js'
import { bandOf, type Machine, UNKNOWN, YES } from '../machine.js'

/** What can still change an outcome, with how much of it hangs on each. */
export interface Open {
  readonly facts: ReadonlyMap<number, number>
  readonly records: ReadonlyMap<RecordSlot, number>
  /** Values that the programme itself leaves to experts. */
  readonly judged: ReadonlySet<string>
}

/** The unknown facts in undecided conditions and in amounts that are not a point. */
export function openIn(machine: Machine, verdict: Cond | null, amount: Num | null): Open {
  const search = new Search(machine)
  if (verdict) search.condition(verdict, 1)
  if (amount) search.number(amount, verdict ? 0.5 : 1)
  return search
}

class Search implements Open {
  readonly facts = new Map<number, number>()
  readonly records = new Map<RecordSlot, number>()
  readonly judged = new Set<string>()
  private readonly machine: Machine

  constructor(machine: Machine) {
    this.machine = machine
  }

  condition(c: Cond, weight: number): void {
    if (this.machine.truth(c) !== UNKNOWN) return
    switch (c.op) {
      case 'known':
        return
      case 'within':
        this.facts.set(c.slot, (this.facts.get(c.slot) ?? 0) + weight)
        return
      case 'compare':
        this.share([c.left, c.right], weight)
        return
      case 'not':
        this.condition(c.of, weight)
        return
      case 'and':
      case 'or': {
        const open = c.items.filter((item) => this.machine.truth(item) === UNKNOWN)
        for (const item of open) this.condition(item, weight / open.length)
      }
    }
  }

  private share(nums: readonly Num[], weight: number): void {
    const open = nums.filter((n) => !range.isPoint(this.machine.range(n)))
    for (const n of open) this.number(n, weight / open.length)
  }

  number(n: Num, weight: number): void {
    const whole = this.machine.range(n)
    if (range.isPoint(whole)) return
    switch (n.op) {
      case 'const':
        if (n.judged !== null) this.judged.add(n.judged)
        break
      case 'slot':
        this.facts.set(n.slot, (this.facts.get(n.slot) ?? 0) + weight)
        break
      case 'records':
        this.records.set(n.of, (this.records.get(n.of) ?? 0) + weight)
        break
      case 'min':
        this.share(
          n.items.filter((item) => q.compare(this.machine.range(item).lo, whole.hi) < 0),
          weight,
        )
        break
      case 'max':
        this.share(
          n.items.filter((item) => q.compare(this.machine.range(item).hi, whole.lo) > 0),
          weight,
        )
        break
      case 'if':
        this.choice(n, weight)
        break
      case 'bands':
        this.bands(n, weight)
        break
      default:
        this.share(partsOf(n), weight)
    }
  }

  private choice(n: Num & { op: 'if' }, weight: number): void {
    const when = this.machine.truth(n.when)
    if (when !== UNKNOWN) this.number(when === YES ? n.met : n.unmet, weight)
    else {
      this.condition(n.when, weight / 2)
      this.share([n.met, n.unmet], weight / 2)
    }
  }

  private bands(n: Num & { op: 'bands' }, weight: number): void {
    const of = this.machine.range(n.of)
    const reached = n.values.slice(bandOf(of.lo, n.starts), bandOf(of.hi, n.starts) + 1)
    const one = reached.length === 1
    if (!one) this.number(n.of, weight)
    this.share(reached, one ? weight : weight / 2)
  }
}

/** The numbers that a number is made of, where each of them counts. */
function partsOf(n: Num): readonly Num[] {
  switch (n.op) {
    case 'add':
      return n.items
    case 'slices':
    case 'round':
      return [n.of]
    case 'subtract':
    case 'multiply':
      return [n.left, n.right]
    case 'divide':
      return n.ifZero ? [n.left, n.right, n.ifZero] : [n.left, n.right]
    default:
      return []
  }
}

/** Most decisive first; of equals the one that takes least time to answer. */
export function byDecisiveness(open: Open, slots: readonly Slot[]): Slot[] {
  return [...open.facts]
    .flatMap(([index, weight]) => {
      const slot = slots[index]
      return slot ? [{ slot, weight }] : []
    })
    .sort(
      (a, b) =>
        b.weight - a.weight || a.slot.fact.minutes - b.slot.fact.minutes || a.slot.index - b.slot.index,
    )
    .map(({ slot }) => slot)
}
