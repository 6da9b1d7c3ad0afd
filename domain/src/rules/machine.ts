import { covers, meets } from '../shared/integer-set.js'
import type { Range } from '../shared/range.js'
import * as range from '../shared/range.js'
import type { Rational } from '../shared/rational.js'
import * as q from '../shared/rational.js'
import type { Cond, Num, RecordSlot, RowForm, Start } from './form.js'
import type { Relation } from './language/expression.js'

/** Kleene's three values. */
export type Truth = 0 | 1 | 2
export const NO: Truth = 0
export const YES: Truth = 1
export const UNKNOWN: Truth = 2

/** What is known: for each slot the integers that it can still be. */
export interface Frame {
  readonly lo: bigint[]
  readonly hi: bigint[]
}

/** Rows of each kind of record, as frames over its fields; null where the list itself is not known. */
export type RowSource = (record: RecordSlot) => readonly Frame[] | null

const NO_ROWS: RowSource = () => null
const ZERO = range.point(q.ZERO)

/** Computes each node at most once for one frame. Ranges are hulls: a verdict that they settle is settled. */
export class Machine {
  frame: Frame
  private rows: RowSource
  private readonly truths: Int8Array
  private readonly ranges: (Range | undefined)[]
  /** What was computed since the last `reset`, so that only this is forgotten. */
  private readonly decided: number[] = []
  private readonly computed: number[] = []

  constructor(frame: Frame, numbers: number, conditions: number, rows: RowSource = NO_ROWS) {
    this.frame = frame
    this.rows = rows
    this.truths = new Int8Array(conditions).fill(-1)
    this.ranges = new Array<Range | undefined>(numbers).fill(undefined)
  }

  fits(numbers: number, conditions: number): boolean {
    return this.ranges.length >= numbers && this.truths.length >= conditions
  }

  /** Forgets everything and looks at another frame. */
  reset(frame: Frame, rows: RowSource): void {
    for (const id of this.decided) this.truths[id] = -1
    for (const id of this.computed) this.ranges[id] = undefined
    this.decided.length = 0
    this.computed.length = 0
    this.frame = frame
    this.rows = rows
  }

  /** Says what a number is, where that was found elsewhere. */
  give(n: Num, value: Range): void {
    this.ranges[n.id] = value
    this.computed.push(n.id)
  }

  truth(c: Cond): Truth {
    const before = this.truths[c.id]
    if (before !== undefined && before >= 0) return before as Truth
    const truth = this.decide(c)
    this.truths[c.id] = truth
    this.decided.push(c.id)
    return truth
  }

  private decide(c: Cond): Truth {
    switch (c.op) {
      case 'known':
        return c.value ? YES : NO
      case 'within': {
        const lo = this.frame.lo[c.slot] ?? 0n
        const hi = this.frame.hi[c.slot] ?? 0n
        return covers(c.set, lo, hi) ? YES : meets(c.set, lo, hi) ? UNKNOWN : NO
      }
      case 'compare':
        return compareRanges(c.relation, this.range(c.left), this.range(c.right))
      case 'not': {
        const of = this.truth(c.of)
        return of === UNKNOWN ? UNKNOWN : of === YES ? NO : YES
      }
      case 'and':
      case 'or': {
        const settles = c.op === 'and' ? NO : YES
        let open = false
        for (const item of c.items) {
          const t = this.truth(item)
          if (t === settles) return settles
          if (t === UNKNOWN) open = true
        }
        return open ? UNKNOWN : settles === NO ? YES : NO
      }
    }
  }

  range(n: Num): Range {
    const before = this.ranges[n.id]
    if (before) return before
    const value = this.compute(n)
    this.ranges[n.id] = value
    this.computed.push(n.id)
    return value
  }

  private compute(n: Num): Range {
    switch (n.op) {
      case 'const':
        return n.value
      case 'slot': {
        const [lo, hi] = [this.frame.lo[n.slot] ?? 0n, this.frame.hi[n.slot] ?? 0n]
        const low = { n: lo, d: n.scale }
        return lo === hi ? range.point(low) : { lo: low, hi: { n: hi, d: n.scale } }
      }
      case 'add':
        return this.joined(n.items, range.add)
      case 'min':
        return this.joined(n.items, range.lesser)
      case 'max':
        return this.joined(n.items, range.greater)
      case 'subtract':
        return range.subtract(this.range(n.left), this.range(n.right))
      case 'multiply':
        return range.multiply(this.range(n.left), this.range(n.right))
      case 'divide':
        return this.quotient(n.left, n.right, n.ifZero)
      case 'if': {
        const when = this.truth(n.when)
        if (when === YES) return this.range(n.met)
        return when === NO ? this.range(n.unmet) : range.hull(this.range(n.met), this.range(n.unmet))
      }
      case 'bands':
        return this.banded(this.range(n.of), n.starts, n.values)
      case 'slices': {
        const of = this.range(n.of)
        const lo = sliced(of.lo, n.parts)
        // Rates may fall but are never negative, so the sum rises with what is sliced.
        return range.isPoint(of) ? range.point(lo) : { lo, hi: sliced(of.hi, n.parts) }
      }
      case 'round': {
        const of = this.range(n.of)
        const round = (x: Rational) => {
          const steps = q.divide(x, n.step)
          const whole =
            n.mode === 'down' ? q.floor(steps) : n.mode === 'up' ? q.ceil(steps) : q.nearest(steps)
          return q.multiply(q.rational(whole), n.step)
        }
        const lo = round(of.lo)
        return range.isPoint(of) ? range.point(lo) : { lo, hi: round(of.hi) }
      }
      case 'records': {
        const frames = this.rows(n.of)
        return frames ? overRows(n.aggregate, frames, n.rows) : n.span
      }
    }
  }

  private joined(items: readonly Num[], join: (a: Range, b: Range) => Range): Range {
    let whole: Range | undefined
    for (const item of items) whole = whole ? join(whole, this.range(item)) : this.range(item)
    if (!whole) throw new Error('A sum, a least and a greatest have items')
    return whole
  }

  private quotient(left: Num, right: Num, ifZero: Num | null): Range {
    const [over, under] = [this.range(left), this.range(right)]
    if (!range.containsZero(under)) return range.divide(over, under)
    const parts = nonZeroParts(right, under).map((part) => range.divide(over, part))
    if (ifZero) parts.push(this.range(ifZero))
    const [first, ...rest] = parts
    if (!first) throw new Error('A quotient whose divisor can be zero has a case for it')
    return range.hull(first, ...rest)
  }

  private banded(of: Range, starts: readonly Start[], values: readonly Num[]): Range {
    const from = bandOf(of.lo, starts)
    const to = range.isPoint(of) ? from : bandOf(of.hi, starts)
    let whole: Range | undefined
    for (let band = from; band <= to; band += 1) {
      const value = values[band]
      if (value) whole = whole ? range.hull(whole, this.range(value)) : this.range(value)
    }
    if (!whole) throw new Error('A table has a value for every band')
    return whole
  }
}

/**
 * A divisor's range without zero. The smallest magnitude above zero is one stored unit: divisors are
 * facts, sums or products of facts, whose steps are whole units of `1 / d`.
 */
export function nonZeroParts(right: Num, under: Range): Range[] {
  const unit = smallestStep(right)
  const parts: Range[] = []
  if (q.compare(under.hi, unit) >= 0) parts.push({ lo: q.greater(under.lo, unit), hi: under.hi })
  const negative = { n: -unit.n, d: unit.d }
  if (q.compare(under.lo, negative) <= 0) parts.push({ lo: under.lo, hi: q.lesser(under.hi, negative) })
  return parts
}

/** Every value of the node is a whole multiple of this. */
export function smallestStep(n: Num): Rational {
  switch (n.op) {
    case 'slot':
      return { n: 1n, d: n.scale }
    case 'const':
      return { n: 1n, d: n.value.lo.d * n.value.hi.d }
    case 'add':
    case 'min':
    case 'max':
      return n.items.map(smallestStep).reduce((a, b) => ({ n: 1n, d: a.d * b.d }))
    case 'subtract':
    case 'multiply':
      return { n: 1n, d: smallestStep(n.left).d * smallestStep(n.right).d }
    case 'records':
      return n.rows.value ? smallestStep(n.rows.value) : q.ONE
    case 'if':
      return { n: 1n, d: smallestStep(n.met).d * smallestStep(n.unmet).d }
    case 'bands':
      return n.values.map(smallestStep).reduce((a, b) => ({ n: 1n, d: a.d * b.d }))
    default:
      // Quotients and rounded values have no common step: so small that no real divisor is below it.
      return { n: 1n, d: 10n ** 24n }
  }
}

/** Which value of a table is reached: 0 below its first start. */
export function bandOf(x: Rational, starts: readonly Start[]): number {
  let band = 0
  for (const start of starts) {
    const order = q.compare(x, start.at)
    if (order < 0 || (order === 0 && !start.included)) break
    band += 1
  }
  return band
}

function sliced(x: Rational, parts: readonly { from: Rational; rate: Rational }[]): Rational {
  let sum = q.ZERO
  for (const [i, part] of parts.entries()) {
    if (q.compare(x, part.from) <= 0) break
    const next = parts[i + 1]
    const upTo = next ? q.lesser(x, next.from) : x
    sum = q.add(sum, q.multiply(q.subtract(upTo, part.from), part.rate))
  }
  return sum
}

export function compareRanges(relation: Relation, a: Range, b: Range): Truth {
  switch (relation) {
    case '<':
      return q.compare(a.hi, b.lo) < 0 ? YES : q.compare(a.lo, b.hi) >= 0 ? NO : UNKNOWN
    case '<=':
      return q.compare(a.hi, b.lo) <= 0 ? YES : q.compare(a.lo, b.hi) > 0 ? NO : UNKNOWN
    case '>':
      return compareRanges('<', b, a)
    case '>=':
      return compareRanges('<=', b, a)
    case '=':
    case '!=': {
      const apart = q.compare(a.hi, b.lo) < 0 || q.compare(b.hi, a.lo) < 0
      const same = range.isPoint(a) && range.isPoint(b) && q.compare(a.lo, b.lo) === 0
      if (!apart && !same) return UNKNOWN
      return same === (relation === '=') ? YES : NO
    }
  }
}

export function overRows(
  aggregate: 'sum' | 'count' | 'min' | 'max',
  frames: readonly Frame[],
  rows: RowForm,
): Range {
  const counted: { sure: boolean; value: Range }[] = []
  for (const frame of frames) {
    const machine = new Machine(frame, rows.numbers, rows.conditions)
    const truth = rows.where ? machine.truth(rows.where) : YES
    if (truth === NO) continue
    counted.push({ sure: truth === YES, value: rows.value ? machine.range(rows.value) : range.point(q.ONE) })
  }
  if (aggregate === 'sum' || aggregate === 'count') {
    return counted.map(({ sure, value }) => (sure ? value : range.hull(value, ZERO))).reduce(range.add, ZERO)
  }
  // The greatest and least of nothing are zero: no record, no amount.
  const sure = counted.filter((c) => c.sure).map((c) => c.value)
  const join = aggregate === 'max' ? range.greater : range.lesser
  const [first, ...rest] = sure
  let result = first ? rest.reduce(join, first) : ZERO
  for (const c of counted) if (!c.sure) result = range.hull(result, first ? join(result, c.value) : c.value)
  return result
}
