import type { Context, Values } from './context.js'
import { vectorIn } from './evaluate-vector.js'
import type { Host } from './host.js'
import type { SpanList, Test } from './ops.js'
import { NEGATIVE, NOT_POSITIVE } from './program.js'

/** What operations run on: results, where values come from, and whom to ask what cannot be run. */
export interface Run {
  readonly context: Context
  readonly values: Values
  readonly host: Host
}

/** Computes both bitmaps of a test, unless they are there already. */
export function testIn(run: Run, t: Test): void {
  if (run.context.testAt[t.id] !== run.context.round) compute(run, t)
}

function compute(run: Run, t: Test): void {
  const c = run.context
  switch (t.op) {
    case 'known': {
      const at = t.value ? c.all() : c.none()
      c.settle(t, at, at)
      return
    }
    case 'within':
      run.values.within(t)
      return
    case 'number': {
      vectorIn(run, t.of)
      withinSpans(c, t, c.loOf(t.of), c.hiOf(t.of), t.spans)
      return
    }
    case 'above':
      above(run, t)
      return
    case 'ratio':
      ratio(run, t)
      return
    case 'and':
    case 'or':
      join(run, t)
      return
    case 'not': {
      testIn(run, t.of)
      const [sure, may] = [c.bits(), c.sureOf(t.of) === c.mayOf(t.of) ? 0 : c.bits()]
      c.p.not(sure, c.mayOf(t.of), c.n)
      if (may !== 0) c.p.not(may, c.sureOf(t.of), c.n)
      c.settle(t, sure, may || sure)
      return
    }
    case 'host':
      run.host.test(run, t)
      return
  }
}

/** A test of intervals against a set: surely where one span covers them, possibly where one meets them. */
export function withinSpans(c: Context, t: Test, lo: number, hi: number, { at, count }: SpanList): void {
  if (count === 0) {
    c.settle(t, c.none(), c.none())
    return
  }
  const spans = c.constant(at)
  const sure = c.bits()
  c.p.within64(lo, hi, c.n, spans, count, sure)
  if (lo === hi) {
    c.settle(t, sure, sure)
    return
  }
  const may = c.bits()
  c.p.within64(hi, lo, c.n, spans, count, may)
  c.settle(t, sure, may)
}

function above(run: Run, t: Test & { op: 'above' }): void {
  const c = run.context
  const { left, right } = t
  vectorIn(run, left.of)
  vectorIn(run, right.of)
  const test = (a: number, b: number) => {
    const out = c.bits()
    c.p.above(a, c.constant(left.times), b, c.constant(right.times), c.n, out)
    return out
  }
  const sure = test(c.loOf(left.of), c.hiOf(right.of))
  const exact = c.isExact(left.of) && c.isExact(right.of)
  c.settle(t, sure, exact ? sure : test(c.hiOf(left.of), c.loOf(right.of)))
}

function join(run: Run, t: Test & { op: 'and' | 'or' }): void {
  const c = run.context
  const [first, ...rest] = t.items
  if (!first) {
    c.settle(t, c.all(), c.all())
    return
  }
  testIn(run, first)
  let [sure, may] = [c.sureOf(first), c.mayOf(first)]
  for (const item of rest) {
    testIn(run, item)
    const exact = sure === may && c.sureOf(item) === c.mayOf(item)
    const [outSure, outMay] = [c.bits(), exact ? 0 : c.bits()]
    let left = 1
    if (t.op === 'and') {
      left = c.p.and(outSure, sure, c.sureOf(item), c.n)
      if (!exact) left = c.p.and(outMay, may, c.mayOf(item), c.n)
    } else {
      c.p.or(outSure, sure, c.sureOf(item), c.n)
      if (!exact) c.p.or(outMay, may, c.mayOf(item), c.n)
    }
    sure = outSure
    may = outMay || outSure
    // No row is left that could meet all of them.
    if (left === 0) {
      c.settle(t, c.none(), c.none())
      return
    }
  }
  c.settle(t, sure, may)
}

/** A quotient against a constant, decided by products. Its range is that without a zero divisor, and the case for zero. */
function ratio(run: Run, t: Test & { op: 'ratio' }): void {
  const c = run.context
  vectorIn(run, t.over)
  vectorIn(run, t.under)
  const [overLo, overHi] = [c.loOf(t.over), c.hiOf(t.over)]
  const [underLo, underHi] = [c.loOf(t.under), c.hiOf(t.under)]
  const exact = c.isExact(t.over) && c.isExact(t.under)
  let sure: number
  let may: number
  if (exact) sure = may = product(c, t, overLo, underLo)
  else {
    const least = t.under.lo > 0n ? underLo : atLeast(c, underLo, t.least)
    sure = product(c, t, overLo, divisor(c, t, overLo, least, underHi))
    may = product(c, t, overHi, divisor(c, t, overHi, underHi, least))
  }
  if (!t.ifZero) {
    c.settle(t, sure, may)
    return
  }
  testIn(run, t.ifZero)
  withZero(c, t, t.ifZero, sure, may)
}

function product(c: Context, t: Test & { op: 'ratio' }, over: number, under: number): number {
  const out = c.bits()
  const [a, b] = [c.constant(t.times), c.constant(t.underTimes)]
  if (!t.orEqual) {
    c.p.above(over, a, under, b, c.n, out)
    return out
  }
  c.p.above(under, b, over, a, c.n, out)
  const equal = c.bits()
  c.p.not(equal, out, c.n)
  return equal
}

function atLeast(c: Context, at: number, place: number): number {
  const out = c.numbers()
  c.p.greaterConstant(at, c.constant(place), c.n, out)
  return out
}

/** One divisor below a negative numerator, the other below one that is not. */
function divisor(
  c: Context,
  { over }: Test & { op: 'ratio' },
  at: number,
  below: number,
  above: number,
): number {
  if (over.lo >= 0n) return above
  const negative = c.bits()
  c.p.within64(at, at, c.n, c.constant(NEGATIVE), 1, negative)
  const out = c.numbers()
  c.p.choose(negative, below, above, c.n, out)
  return out
}

function withZero(c: Context, t: Test & { op: 'ratio' }, ifZero: Test, sure: number, may: number): void {
  const [lo, hi] = [c.loOf(t.under), c.hiOf(t.under)]
  const [zero, positive] = [c.bits(), c.bits()]
  c.p.within64(lo, lo, c.n, c.constant(NOT_POSITIVE), 1, zero)
  c.p.within64(hi, hi, c.n, c.constant(t.positive.at), 1, positive)
  const [first, second, outMay] = [c.bits(), c.bits(), c.bits()]
  c.p.and(first, may, positive, c.n)
  c.p.and(second, c.mayOf(ifZero), zero, c.n)
  c.p.or(outMay, first, second, c.n)
  if (sure === may && lo === hi && c.sureOf(ifZero) === c.mayOf(ifZero)) {
    c.settle(t, outMay, outMay)
    return
  }
  const outSure = c.bits()
  c.p.orNot(first, sure, positive, c.n)
  c.p.orNot(second, c.sureOf(ifZero), zero, c.n)
  c.p.and(outSure, first, second, c.n)
  c.settle(t, outSure, outMay)
}
