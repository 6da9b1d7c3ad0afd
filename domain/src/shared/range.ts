import type { Rational } from './rational.js'
import * as q from './rational.js'

/** All that a value can still be, both ends included; a point where `lo` and `hi` are equal. */
export interface Range {
  readonly lo: Rational
  readonly hi: Rational
}

export function point(value: Rational): Range {
  return { lo: value, hi: value }
}

export function isPoint(r: Range): boolean {
  return r.lo === r.hi || q.compare(r.lo, r.hi) === 0
}

export function add(a: Range, b: Range): Range {
  const lo = q.add(a.lo, b.lo)
  return a.lo === a.hi && b.lo === b.hi ? point(lo) : { lo, hi: q.add(a.hi, b.hi) }
}

export function subtract(a: Range, b: Range): Range {
  const lo = q.subtract(a.lo, b.hi)
  return a.lo === a.hi && b.lo === b.hi ? point(lo) : { lo, hi: q.subtract(a.hi, b.lo) }
}

export function hull(...ranges: [Range, ...Range[]]): Range {
  let { lo, hi } = ranges[0]
  for (const r of ranges) {
    lo = q.lesser(lo, r.lo)
    hi = q.greater(hi, r.hi)
  }
  return { lo, hi }
}

function corners(a: Range, b: Range, op: (x: Rational, y: Rational) => Rational): Range {
  if (a.lo === a.hi && b.lo === b.hi) return point(op(a.lo, b.lo))
  const values = [op(a.lo, b.lo), op(a.lo, b.hi), op(a.hi, b.lo), op(a.hi, b.hi)]
  return { lo: values.reduce(q.lesser), hi: values.reduce(q.greater) }
}

export function multiply(a: Range, b: Range): Range {
  return corners(a, b, q.multiply)
}

/** `b` must not contain zero. */
export function divide(a: Range, b: Range): Range {
  return corners(a, b, q.divide)
}

export function lesser(a: Range, b: Range): Range {
  return { lo: q.lesser(a.lo, b.lo), hi: q.lesser(a.hi, b.hi) }
}

export function greater(a: Range, b: Range): Range {
  return { lo: q.greater(a.lo, b.lo), hi: q.greater(a.hi, b.hi) }
}

export function containsZero(r: Range): boolean {
  return r.lo.n <= 0n && r.hi.n >= 0n
}
