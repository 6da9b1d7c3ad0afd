import type { SpanList, Test, Vector } from '../batch/ops.js'
import type { BatchProgram } from '../batch/program.js'
import { add, greatest, least, times } from './arithmetic.js'
import type { Ends, Expressions, Sql } from './expression.js'
import type { Facts } from './facts.js'
import { endsOf } from './numbers.js'
import { ratio } from './ratio.js'

/** Operations of a batch as expressions: a test is a truth that is null where it is open, a vector both its ends. */
export class Forms {
  readonly x: Expressions
  readonly facts: Facts
  private readonly constants: readonly bigint[]
  private readonly tests = new Map<Test, Sql>()
  private readonly vectors = new Map<Vector, Ends>()

  constructor(x: Expressions, { constants }: BatchProgram, facts: Facts) {
    this.x = x
    this.facts = facts
    this.constants = constants
  }

  constant(place: number): bigint {
    const n = this.constants[place]
    if (n === undefined) throw new Error(`There is no constant ${place}`)
    return n
  }

  test(t: Test): Sql {
    const known = this.tests.get(t)
    if (known) return known
    const made = this.truth(t)
    this.tests.set(t, made)
    return made
  }

  vector(v: Vector): Ends {
    const known = this.vectors.get(v)
    if (known) return known
    const made = endsOf(this, v)
    this.vectors.set(v, made)
    return made
  }

  private truth(t: Test): Sql {
    const { x } = this
    switch (t.op) {
      case 'known':
        return x.truth(t.value)
      case 'within':
        return this.within(this.facts.plain(t.slot), t.spans)
      case 'number':
        return this.within(this.vector(t.of), t.spans)
      case 'above': {
        const [a, b] = [this.vector(t.left.of), this.vector(t.right.of)]
        const above = (left: Sql, right: Sql) =>
          x.below(times(x, right, this.constant(t.right.times)), times(x, left, this.constant(t.left.times)))
        return x.truthOf(above(a.lo, b.hi), above(a.hi, b.lo))
      }
      case 'ratio':
        return ratio(this, t)
      case 'and':
        return x.and(...t.items.map((item) => this.test(item)))
      case 'or':
        return x.or(...t.items.map((item) => this.test(item)))
      case 'not':
        return x.not(this.test(t.of))
      case 'host':
        throw new Error('What only the interpreter can decide is no SQL')
    }
  }

  /** Surely where one span covers the interval, possibly where one meets it. */
  private within({ lo, hi }: Ends, { at, count }: SpanList): Sql {
    const { x } = this
    const spans = Array.from({ length: count }, (_, i) => [
      x.number(this.constant(at + 2 * i)),
      x.number(this.constant(at + 2 * i + 1)),
    ])
    const any = (least: Sql, most: Sql) =>
      x.or(...spans.map(([from = least, to = most]) => x.and(x.atMost(from, least), x.atMost(most, to))))
    return x.truthOf(any(lo, hi), any(hi, lo))
  }

  /** The sum of these numbers, each times a constant. */
  sum(items: readonly { readonly of: Vector; readonly times: number }[]): Ends {
    const { x } = this
    const end = (upper: boolean) =>
      items
        .map(({ of, times: place }) => {
          const by = this.constant(place)
          const { lo, hi } = this.vector(of)
          return times(x, upper === by < 0n ? lo : hi, by)
        })
        .reduce((a, b) => add(x, a, b))
    return { lo: end(false), hi: end(true) }
  }

  extreme(op: 'min' | 'max', items: readonly { readonly of: Vector; readonly times: number }[]): Ends {
    const { x } = this
    const join = op === 'min' ? least : greatest
    const scaled = items.map((item) => this.scaled(item))
    return {
      lo: join(
        x,
        scaled.map((s) => s.lo),
      ),
      hi: join(
        x,
        scaled.map((s) => s.hi),
      ),
    }
  }

  scaled({ of, times: place }: { readonly of: Vector; readonly times: number }): Ends {
    const { lo, hi } = this.vector(of)
    const by = this.constant(place)
    return { lo: times(this.x, lo, by), hi: times(this.x, hi, by) }
  }
}
