import { covers, type IntegerSet, meets } from '../../shared/integer-set.js'
import * as range from '../../shared/range.js'
import type { Rational } from '../../shared/rational.js'
import * as q from '../../shared/rational.js'
import type { Cond, Num } from '../form.js'
import type { Relation } from '../language/expression.js'
import { NO, smallestStep, UNKNOWN, YES } from '../machine.js'
import { FLIPPED, integersWhere } from '../node-table.js'
import { GREATEST, NotNative } from './constants.js'
import { lowerAggregates, lowerNumber, scaled, toScale } from './lower-number.js'
import type { Lowering } from './lowering.js'
import type { SpanList, Test, Vector } from './ops.js'
import { gcd, lcm } from './scale.js'
import { widthOf } from './width.js'

/** Lowers a condition; what cannot be is asked of the interpreter. */
export function lowerTest(l: Lowering, c: Cond): Test {
  const known = l.testOf.get(c)
  if (known) return known
  const made = make(l, c)
  l.testOf.set(c, made)
  return made
}

function make(l: Lowering, c: Cond): Test {
  switch (c.op) {
    case 'known':
      return l.addTest({ op: 'known', value: c.value }, false)
    case 'within':
      return within(l, c.slot, c.set)
    case 'and':
    case 'or':
      return joined(
        l,
        c.op,
        c.items.map((item) => lowerTest(l, item)),
      )
    case 'not':
      return negated(l, lowerTest(l, c.of))
    case 'compare':
      try {
        return compared(l, c)
      } catch (error) {
        if (!(error instanceof NotNative)) throw error
        l.refused.set(c, error.message)
        lowerAggregates(l, c)
        return l.addTest({ op: 'host', cond: c }, true, true)
      }
  }
}

function compared(l: Lowering, { relation, left, right }: Cond & { op: 'compare' }): Test {
  if (right.op === 'const' && range.isPoint(right.value))
    return compareConstant(l, left, relation, right.value.lo)
  const [a, b] = [lowerNumber(l, left), lowerNumber(l, right)]
  switch (relation) {
    case '>':
      return above(l, a, b)
    case '<':
      return above(l, b, a)
    case '<=':
      return negated(l, above(l, a, b))
    case '>=':
      return negated(l, above(l, b, a))
    case '=':
    case '!=': {
      // a ≥ b and b ≥ a: surely where both are the same point, possibly where they overlap.
      const equal = joined(l, 'and', [negated(l, above(l, b, a)), negated(l, above(l, a, b))])
      return relation === '=' ? equal : negated(l, equal)
    }
  }
}

function within(l: Lowering, slot: number, set: IntegerSet): Test {
  const fact = l.slots[slot]?.fact
  if (!fact) throw new Error('A condition is on a slot of its engine')
  const width = widthOf(fact)
  const bits = BigInt(width * 8 - 1)
  const [least, most] = width === 1 ? [0n, 255n] : [-(2n ** bits), 2n ** bits - 1n]
  const open = covers(set, fact.lo, fact.hi) ? YES : meets(set, fact.lo, fact.hi) ? UNKNOWN : NO
  const ends = endsOf(set, least, most).map(Number)
  const body = {
    slot,
    spans: spansOf(l, set, l.least, l.greatest),
    narrow: spansOf(l, set, least, most),
    ends,
  }
  return l.addTest({ op: 'within', ...body, open }, false)
}

/** A set of integers as closed spans between two limits. */
function spansOf(l: Lowering, set: IntegerSet, least: bigint, most: bigint): SpanList {
  const ends = endsOf(set, least, most)
  return { at: l.constants.many(ends), count: ends.length / 2 }
}

function endsOf(set: IntegerSet, least: bigint, most: bigint): bigint[] {
  return set.flatMap(({ from, to }) => {
    const [a, b] = [from === null || from < least ? least : from, to === null || to > most ? most : to]
    return a > b ? [] : [a, b]
  })
}

export function joined(l: Lowering, op: 'and' | 'or', items: readonly Test[]): Test {
  return l.addTest(
    { op, items },
    items.some((t) => t.dear),
    items.some((t) => t.hosted),
  )
}

function negated(l: Lowering, of: Test): Test {
  return l.addTest({ op: 'not', of }, of.dear, of.hosted)
}

function above(l: Lowering, a: Vector, b: Vector): Test {
  const scale = lcm(a.scale, b.scale)
  const dear = !isRead(a) || !isRead(b)
  return l.addTest({ op: 'above', left: toScale(l, a, scale), right: toScale(l, b, scale) }, dear)
}

/** Values that stand in a column need no computing. */
function isRead({ op }: Vector): boolean {
  return op === 'slot' || op === 'const' || op === 'records'
}

/** A number against a constant; what is only shifted or stretched is compared with the constant shifted back. */
export function compareConstant(l: Lowering, n: Num, relation: Relation, limit: Rational): Test {
  const key = `${n.id} ${relation} ${limit.n}/${limit.d}`
  const known = l.testOf.get(key)
  if (known) return known
  const made = shifted(l, n, relation, limit) ?? direct(l, n, relation, limit)
  l.testOf.set(key, made)
  return made
}

function shifted(l: Lowering, n: Num, relation: Relation, limit: Rational): Test | null {
  switch (n.op) {
    case 'subtract': {
      const [less, from] = [pointOf(n.right), pointOf(n.left)]
      if (less) return compareConstant(l, n.left, relation, q.add(limit, less))
      return from && compareConstant(l, n.right, FLIPPED[relation], q.subtract(from, limit))
    }
    case 'add': {
      const open = n.items.filter((item) => !pointOf(item))
      const [only] = open
      if (!only || open.length !== 1) return null
      const more = n.items.map((item) => pointOf(item) ?? q.ZERO).reduce(q.add)
      return compareConstant(l, only, relation, q.subtract(limit, more))
    }
    case 'multiply': {
      const [left, right] = [pointOf(n.left), pointOf(n.right)]
      const times = left ?? right
      if (!times || times.n === 0n) return null
      const of = left ? n.right : n.left
      return compareConstant(l, of, times.n > 0n ? relation : FLIPPED[relation], q.divide(limit, times))
    }
    default:
      return null
  }
}

function pointOf(n: Num): Rational | null {
  return n.op === 'const' && range.isPoint(n.value) ? n.value.lo : null
}

function direct(l: Lowering, n: Num, relation: Relation, limit: Rational): Test {
  if (n.op === 'divide' && !pointOf(n.right)) return quotient(l, n, relation, limit)
  const of = lowerNumber(l, n)
  const whole = q.multiply(limit, q.rational(of.scale))
  if ((relation === '=' || relation === '!=') && whole.n % whole.d !== 0n) {
    // No integer is equal, but an interval around the constant is open all the same, as it is for the interpreter.
    const around = joined(l, 'and', [direct(l, n, '>=', limit), direct(l, n, '<=', limit)])
    return relation === '=' ? around : negated(l, around)
  }
  const set = integersWhere(relation, whole)
  if (of.op === 'slot') return within(l, of.slot, set)
  return l.addTest({ op: 'number', of, spans: spansOf(l, set, l.least, l.greatest) }, !isRead(of))
}

function quotient(l: Lowering, n: Num & { op: 'divide' }, relation: Relation, limit: Rational): Test {
  const atLeast = () => ratio(l, n, '>=', limit)
  const over = () => ratio(l, n, '>', limit)
  switch (relation) {
    case '>=':
      return atLeast()
    case '>':
      return over()
    case '<':
      return negated(l, atLeast())
    case '<=':
      return negated(l, over())
    case '=':
      return joined(l, 'and', [atLeast(), negated(l, over())])
    case '!=':
      return negated(l, joined(l, 'and', [atLeast(), negated(l, over())]))
  }
}

function ratio(
  l: Lowering,
  { left, right, ifZero }: Num & { op: 'divide' },
  relation: '>=' | '>',
  limit: Rational,
): Test {
  if (right.span.lo.n < 0n) throw new NotNative('a divisor can be negative')
  const over = lowerNumber(l, left)
  const plain = lowerNumber(l, right)
  const step = smallestStep(right)
  const scale = lcm(plain.scale, step.d)
  const under = scaled(l, plain, scale)
  const [a, b] = [scale * limit.d, limit.n * over.scale]
  const common = gcd(a, b)
  const [times, underTimes] = [a / common, b / common]
  for (const end of [over.lo, over.hi]) l.fit(end * times)
  l.fit(under.hi * underTimes)
  const otherwise =
    ifZero && range.containsZero(right.span) ? compareConstant(l, ifZero, relation, limit) : null
  const dear = !isRead(over) || !isRead(under) || (otherwise?.dear ?? false)
  return l.addTest(
    {
      op: 'ratio',
      over,
      under,
      times: l.constants.one(times),
      underTimes: l.constants.one(underTimes),
      orEqual: relation === '>=',
      least: l.constants.one(scale / step.d),
      positive: { at: l.constants.many([scale / step.d, GREATEST]), count: 1 },
      ifZero: otherwise,
      parts: [over, plain, ...(ifZero ? [lowerNumber(l, ifZero)] : [])],
    },
    dear,
    otherwise?.hosted ?? false,
  )
}
