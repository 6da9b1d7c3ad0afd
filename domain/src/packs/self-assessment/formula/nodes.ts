import { slotsOfCond, slotsOfNum } from '../../../rules/bind/slots.js'
import type { Cond, Num } from '../../../rules/form.js'
import type { Range } from '../../../shared/range.js'
import type { Calculation, Sureness } from './calculation.js'
import * as p from './poly.js'
import { quotient } from './quotient.js'
import type { Rails } from './rail.js'
import * as r from './rail.js'
import { banded, extreme, rounded, sliced } from './shapes.js'

/** The cells of one fact: the least and the greatest integer that it can still be. */
export interface SlotCells {
  readonly lo: p.Atom
  readonly hi: p.Atom
}

export interface Given {
  readonly calculation: Calculation
  /** The cells of a slot, narrowed where the values of a fact are parted. */
  readonly slot: (index: number) => SlotCells
  /** Distinguishes what depends on narrowed facts; what does not is written once. */
  readonly narrowing: (slots: readonly number[]) => string
  /** What no formula gives, because it is summed over records: as it was when the sheet was made. */
  readonly frozen: (n: Num) => Range
  readonly names: (index: number) => string
}

/** What was written for nodes before, over all narrowings. */
export interface Written {
  readonly numbers: Map<string, Rails>
  readonly truths: Map<string, Sureness>
}

export const TRUE: Sureness = { sure: 'TRUE', possible: 'TRUE' }
export const FALSE: Sureness = { sure: 'FALSE', possible: 'FALSE' }

/** Writes the typed form of a programme as formulas: the same intervals, by the same rules, as the interpreter's. */
export class Nodes {
  private readonly given: Given
  private readonly written: Written

  constructor(given: Given, written: Written) {
    this.given = given
    this.written = written
  }

  rails(n: Num): Rails {
    const key = `${n.id} ${this.given.narrowing(slotsOfNum(n))}`
    const before = this.written.numbers.get(key)
    if (before) return before
    const made = this.write(n)
    this.written.numbers.set(key, made)
    return made
  }

  private write(n: Num): Rails {
    const { calculation } = this.given
    switch (n.op) {
      case 'const':
        return { lo: r.exactly(n.value.lo), hi: r.exactly(n.value.hi) }
      case 'slot': {
        const { lo, hi } = this.given.slot(n.slot)
        return { lo: r.railOf(p.cell(lo), n.scale), hi: r.railOf(p.cell(hi), n.scale) }
      }
      case 'add':
        return n.items
          .map((item) => this.rails(item))
          .reduce((a, b) => ({ lo: r.add(a.lo, b.lo), hi: r.add(a.hi, b.hi) }))
      case 'subtract': {
        const [a, b] = [this.rails(n.left), this.rails(n.right)]
        return { lo: r.add(a.lo, r.negate(b.hi)), hi: r.add(a.hi, r.negate(b.lo)) }
      }
      case 'multiply':
        return this.product(n)
      case 'divide':
        return quotient(calculation, n, {
          over: this.rails(n.left),
          under: this.rails(n.right),
          ifZero: n.ifZero && this.rails(n.ifZero),
        })
      case 'min':
      case 'max':
        return extreme(
          calculation,
          n.op,
          n.items.map((item) => this.rails(item)),
        )
      case 'if':
        return this.either(n)
      case 'bands':
        return banded(
          calculation,
          n,
          this.rails(n.of),
          n.values.map((v) => this.rails(v)),
        )
      case 'slices':
        return sliced(calculation, n.parts, this.rails(n.of))
      case 'round':
        return rounded(calculation, n, this.rails(n.of))
      case 'records': {
        const { lo, hi } = this.given.frozen(n)
        return { lo: r.exactly(lo), hi: r.exactly(hi) }
      }
    }
  }

  private product(n: { readonly left: Num; readonly right: Num }): Rails {
    const [a, b] = [this.rails(n.left), this.rails(n.right)]
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const [lo, hi] = [r.constantOf(one.lo), r.constantOf(one.hi)]
      if (!lo || !hi || lo.n !== hi.n || lo.d !== hi.d) continue
      const ends = [r.multiply(other.lo, one.lo), r.multiply(other.hi, one.hi)] as const
      return lo.n < 0n ? { lo: ends[1], hi: ends[0] } : { lo: ends[0], hi: ends[1] }
    }
    if (n.left.span.lo.n >= 0n && n.right.span.lo.n >= 0n)
      return { lo: r.multiply(a.lo, b.lo), hi: r.multiply(a.hi, b.hi) }
    const corners = [a.lo, a.hi].flatMap((x) => [b.lo, b.hi].map((y) => r.multiply(x, y)))
    const ends = corners.map((corner) => ({ lo: corner, hi: corner }))
    const { calculation } = this.given
    return { lo: extreme(calculation, 'min', ends).lo, hi: extreme(calculation, 'max', ends).hi }
  }

  private either(n: Num & { op: 'if' }): Rails {
    const { sure, possible } = this.truth(n.when)
    const [met, unmet] = [this.rails(n.met), this.rails(n.unmet)]
    const all = r.together([met.lo, unmet.lo, met.hi, unmet.hi])
    if (!all) throw new p.FormulaError('A choice between quotients has no formula')
    const [metLo = '', unmetLo = '', metHi = '', unmetHi = ''] = all.ns.map(p.textOf)
    const { lo, hi } = this.given.calculation.numbers(
      'if',
      `IF(${sure},${metLo},IF(${possible},MIN(${metLo},${unmetLo}),${unmetLo}))`,
      `IF(${sure},${metHi},IF(${possible},MAX(${metHi},${unmetHi}),${unmetHi}))`,
      p.hullOf(all.ns),
    )
    return { lo: r.railOf(p.cell(lo), all.d), hi: r.railOf(p.cell(hi), all.d) }
  }

  truth(c: Cond): Sureness {
    if (c.op === 'known') return c.value ? TRUE : FALSE
    const key = `${c.id} ${this.given.narrowing(slotsOfCond(c))}`
    const before = this.written.truths.get(key)
    if (before) return before
    const made = this.decide(c)
    this.written.truths.set(key, made)
    return made
  }

  private decide(c: Exclude<Cond, { op: 'known' }>): Sureness {
    const { calculation } = this.given
    switch (c.op) {
      case 'not': {
        const { sure, possible } = this.truth(c.of)
        return calculation.truths('not', `NOT(${possible})`, `NOT(${sure})`)
      }
      case 'and':
      case 'or': {
        const items = c.items.map((item) => this.truth(item))
        const join = (texts: readonly string[]) => `${c.op.toUpperCase()}(${texts.join(',')})`
        return calculation.truths(c.op, join(items.map((i) => i.sure)), join(items.map((i) => i.possible)))
      }
      case 'within':
        return this.within(c)
      case 'compare':
        return this.compared(c)
    }
  }

  private within(c: Cond & { op: 'within' }): Sureness {
    const { lo, hi } = this.given.slot(c.slot)
    const covered = c.set.map(({ from, to }) =>
      all([from !== null && `${lo.ref}>=${from}`, to !== null && `${hi.ref}<=${to}`]),
    )
    const met = c.set.map(({ from, to }) =>
      all([from !== null && `${hi.ref}>=${from}`, to !== null && `${lo.ref}<=${to}`]),
    )
    const name = this.given.names(c.slot)
    return this.given.calculation.truths(name, `OR(${covered.join(',')})`, `OR(${met.join(',')})`)
  }

  private compared(c: Cond & { op: 'compare' }): Sureness {
    const { calculation } = this.given
    const [a, b] = [this.rails(c.left), this.rails(c.right)]
    const holds = (relation: '<' | '<=' | '>' | '>=' | '=', x: r.Rail, y: r.Rail) =>
      calculation.compare(relation, p.multiply(x.n, y.d), p.multiply(y.n, x.d))
    switch (c.relation) {
      case '<':
      case '<=':
        return calculation.truths(c.relation, holds(c.relation, a.hi, b.lo), holds(c.relation, a.lo, b.hi))
      case '>':
      case '>=':
        return calculation.truths(c.relation, holds(c.relation, a.lo, b.hi), holds(c.relation, a.hi, b.lo))
      case '=':
      case '!=': {
        const points = [holds('=', a.lo, a.hi), holds('=', b.lo, b.hi), holds('=', a.lo, b.lo)]
        const [same, meets] = [`AND(${points})`, `AND(${holds('<=', a.lo, b.hi)},${holds('<=', b.lo, a.hi)})`]
        return c.relation === '='
          ? calculation.truths('=', same, meets)
          : calculation.truths('≠', `NOT(${meets})`, `NOT(${same})`)
      }
    }
  }
}

function all(parts: readonly (string | false)[]): string {
  return `AND(${parts.filter((part) => part !== false).join(',') || 'TRUE'})`
}
