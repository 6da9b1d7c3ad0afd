import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Dimension } from '../../shared/unit.js'
import type { Num } from '../form.js'
import type { Relation } from '../language/expression.js'
import { nodesOf, type Scope } from './scope.js'

/** Notes a comparison with a constant, as something that examples must stand on both sides of. */
export function noteThreshold(
  scope: Scope,
  text: string,
  relation: Relation,
  left: Num,
  right: Num,
  dimension: Dimension | 'date',
): void {
  if (left.op === 'const' && right.op !== 'const') {
    const flipped: Record<Relation, Relation> = {
      '=': '=',
      '!=': '!=',
      '<': '>',
      '<=': '>=',
      '>': '<',
      '>=': '<=',
    }
    noteThreshold(scope, text, flipped[relation], right, left, dimension)
    return
  }
  if (right.op !== 'const' || left.op === 'const' || dimension === '年' || scope.row) return
  const nodes = nodesOf(scope)
  const constant = (value: q.Rational) => nodes.constant(range.point(value))
  if (left.op === 'divide') {
    // One unit of the numerator: one company of fifty, one yuan of the revenue.
    const step = granularity(left.left)
    const unit = q.greater(step, unitOf(left.left))
    thresholdAt(
      scope,
      text,
      relation,
      left.left,
      nodes.arithmetic('multiply', left.right, right),
      constant(unit),
      left.right,
    )
    return
  }
  const unit =
    dimension === 'date'
      ? q.ONE
      : dimension === 'CNY' || dimension === 'USD'
        ? q.rational(100n)
        : dimension === ''
          ? q.rational(1n, 1000n)
          : q.ONE
  thresholdAt(scope, text, relation, left, right, constant(q.greater(unit, granularity(left))), null)
}

export function thresholdAt(
  scope: Scope,
  text: string,
  relation: Relation,
  left: Num,
  right: Num,
  tolerance: Num,
  guard: Num | null,
): void {
  if (scope.row) return
  const reachable = q.compare(left.span.hi, right.span.lo) >= 0
  if (!reachable) return
  const key = `${left.id} ${relation} ${right.id}`
  scope.thresholds.set(key, { key, text, relation, left, right, tolerance, guard })
}

/** 1 元 for money that is stored in fen, else one stored unit that is at least one. */
function unitOf(n: Num): q.Rational {
  if (n.op === 'slot') return n.scale === 1n && n.span.hi.n > 10000000n ? q.rational(100n) : q.ONE
  if (n.op === 'add') return n.items.map(unitOf).reduce(q.greater)
  if (n.op === 'records' && n.rows.value) return unitOf(n.rows.value)
  return q.rational(100n)
}

/** The step in which a value can change: 2 for a score made of 4, 8 and 12 points; 0 where there is no common one. */
export function granularity(n: Num): q.Rational {
  switch (n.op) {
    case 'const':
      return common(n.value.lo, n.value.hi)
    case 'slot':
      return { n: 1n, d: n.scale }
    case 'add':
    case 'min':
    case 'max':
      return n.items.map(granularity).reduce(common)
    case 'subtract':
      return common(granularity(n.left), granularity(n.right))
    case 'multiply':
      return q.multiply(granularity(n.left), granularity(n.right))
    case 'if':
      return common(granularity(n.met), granularity(n.unmet))
    case 'bands':
      return n.values.map(granularity).reduce(common)
    default:
      return q.ZERO
  }
}

function common(a: q.Rational, b: q.Rational): q.Rational {
  let [x, y] = [a.n * b.d, b.n * a.d]
  while (y !== 0n) [x, y] = [y, x % y]
  return { n: x < 0n ? -x : x, d: a.d * b.d }
}
