import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Cond, Num } from '../form.js'
import { NotNative } from './constants.js'
import { compareConstant, lowerTest } from './lower-test.js'
import type { Lowering } from './lowering.js'
import type { Ladder, Scaled, Vector, VectorBody } from './ops.js'
import { aggregatesIn, denominatorOf } from './records.js'
import { gcd, lcm, reduced } from './scale.js'

/** Lowers a number to integers at one scale, or throws why it has none that fits. */
export function lowerNumber(l: Lowering, n: Num): Vector {
  const known = l.vectorOf.get(n)
  if (known) return known
  const made = make(l, n)
  l.vectorOf.set(n, made)
  return made
}

/** What the interpreter is to compute still reads its records from columns. */
export function lowerAggregates(l: Lowering, node: Cond | Num): void {
  for (const num of aggregatesIn(node)) lowerNumber(l, num)
}

function add(l: Lowering, n: Num, scale: bigint, body: VectorBody, parts: readonly Vector[]): Vector {
  const lo = l.fit(q.floor(q.multiply(n.span.lo, q.rational(scale))))
  const hi = l.fit(q.ceil(q.multiply(n.span.hi, q.rational(scale))))
  return l.addVector(body, { scale, lo, hi, parts })
}

function make(l: Lowering, n: Num): Vector {
  switch (n.op) {
    case 'const':
      return constant(l, n)
    case 'slot':
      return add(l, n, n.scale, { op: 'slot', slot: n.slot }, [])
    case 'records':
      return add(l, n, denominatorOf(n.rows.value), { op: 'records', num: n }, [])
    case 'add':
    case 'min':
    case 'max': {
      const of = n.items.map((item) => lowerNumber(l, item))
      const scale = of.map((v) => v.scale).reduce(lcm)
      const items = of.map((v) => toScale(l, v, scale))
      if (n.op === 'add') l.fit(of.map((v) => size(v) * (scale / v.scale)).reduce((a, b) => a + b))
      return add(l, n, scale, { op: n.op, items }, of)
    }
    case 'subtract': {
      const [left, right] = [lowerNumber(l, n.left), lowerNumber(l, n.right)]
      const scale = lcm(left.scale, right.scale)
      l.fit(size(left) * (scale / left.scale) + size(right) * (scale / right.scale))
      const items = [toScale(l, left, scale), negative(l, right, scale)]
      return add(l, n, scale, { op: 'add', items }, [left, right])
    }
    case 'multiply':
      return product(l, n)
    case 'divide':
      return share(l, n)
    case 'if': {
      const [met, unmet] = [lowerNumber(l, n.met), lowerNumber(l, n.unmet)]
      const scale = lcm(met.scale, unmet.scale)
      const body = { met: toScale(l, met, scale), unmet: toScale(l, unmet, scale) }
      return add(l, n, scale, { op: 'if', when: lowerTest(l, n.when), ...body }, [met, unmet])
    }
    case 'bands': {
      const of = n.values.map((value) => lowerNumber(l, value))
      const scale = of.map((v) => v.scale).reduce(lcm)
      const starts = n.starts.map((s) => compareConstant(l, n.of, s.included ? '>=' : '>', s.at))
      const values = of.map((v) => toScale(l, v, scale))
      const ladder = ladderOf(l, of, scale)
      return add(l, n, scale, { op: 'bands', starts, values, of: asked(l, n.of), ladder }, of)
    }
    case 'slices':
      return slices(l, n)
    case 'round':
      return rounded(l, n)
  }
}

const SMALL = 2n ** 51n

function rounded(l: Lowering, n: Num & { op: 'round' }): Vector {
  const of = lowerNumber(l, n.of)
  const { n: step, d } = n.step
  if (of.op === 'const' && of.from === of.to) return fixed(l, of, roundedTo(n, of), d)
  const common = gcd(d, of.scale * step)
  const [up, under] = [d / common, l.fit((of.scale * step) / common)]
  const most = l.fit(size(of) * up)
  const mode = { down: 0, nearest: 1, up: 2 }[n.mode]
  const small = most < SMALL && under < SMALL
  const whole = add(
    l,
    { ...n, span: { lo: q.divide(n.span.lo, n.step), hi: q.divide(n.span.hi, n.step) } },
    1n,
    { op: 'round', of, up: l.constants.one(up), under: l.constants.one(under), mode, small },
    [of],
  )
  return step === 1n && d === 1n ? whole : times(l, n, whole, step, d, [of])
}

/** The integer, at the scale of the step, that a constant is rounded to. */
function roundedTo({ step, mode }: Num & { op: 'round' }, { lo, scale }: Vector): bigint {
  const steps = q.divide(q.rational(lo, scale), step)
  return (mode === 'down' ? q.floor(steps) : mode === 'up' ? q.ceil(steps) : q.nearest(steps)) * step.n
}

/** One number of all rows, in place of another vector. */
function fixed(l: Lowering, { parts }: Vector, value: bigint, scale: bigint): Vector {
  const at = l.constants.one(l.fit(value))
  return l.addVector({ op: 'const', from: at, to: at, judged: null }, { scale, lo: value, hi: value, parts })
}

function constant(l: Lowering, n: Num & { op: 'const' }): Vector {
  const [lo, hi] = [reduced(n.value.lo), reduced(n.value.hi)]
  const scale = lcm(lo.d, hi.d)
  const [from, to] = [l.fit((lo.n * scale) / lo.d), l.fit((hi.n * scale) / hi.d)]
  const judged = n.judged === null ? null : l.judged.push(n.judged) - 1
  return add(l, n, scale, { op: 'const', from: l.constants.one(from), to: l.constants.one(to), judged }, [])
}

function product(l: Lowering, n: Num & { op: 'subtract' | 'multiply' }): Vector {
  const [left, right] = [lowerNumber(l, n.left), lowerNumber(l, n.right)]
  for (const [k, of] of [
    [n.left, right],
    [n.right, left],
  ] as const) {
    if (k.op !== 'const' || k.judged !== null || !range.isPoint(k.value)) continue
    const { n: over, d: under } = reduced({ n: k.value.lo.n, d: k.value.lo.d * of.scale })
    return times(l, n, of, over, under, [left, right])
  }
  l.fit(size(left) * size(right))
  const positive = left.lo >= 0n && right.lo >= 0n
  return add(l, n, left.scale * right.scale, { op: 'multiply', left, right, positive }, [left, right])
}

/** A number over a constant. */
function share(l: Lowering, n: Num & { op: 'divide' }): Vector {
  const k = n.right
  if (k.op !== 'const' || k.judged !== null || !range.isPoint(k.value) || k.value.lo.n === 0n)
    throw new NotNative('a quotient is part of a number')
  const of = lowerNumber(l, n.left)
  const by = q.rational(k.value.lo.d, k.value.lo.n)
  const { n: over, d: under } = reduced({ n: by.n, d: by.d * of.scale })
  return times(l, n, of, over, under, [of, ...(n.ifZero ? [lowerNumber(l, n.ifZero)] : [])])
}

/** The integers of `of` times `by`, at this scale. */
function times(l: Lowering, n: Num, of: Vector, by: bigint, scale: bigint, parts: readonly Vector[]): Vector {
  l.fit(size(of) * (by < 0n ? -by : by))
  return add(l, n, scale, { op: 'times', of, times: l.constants.one(by), negative: by < 0n }, parts)
}

/** The values of a table that are constants and rise, or fall, from band to band. */
function ladderOf(l: Lowering, values: readonly Vector[], scale: bigint): Ladder | null {
  if (!values.every((v) => v.op === 'const' && v.from === v.to)) return null
  const steps = values.map((v) => v.lo * (scale / v.scale))
  const rises = steps.every((s, i) => s >= (steps[i - 1] ?? s))
  const falls = steps.every((s, i) => s <= (steps[i - 1] ?? s))
  return rises || falls ? { rises, steps: steps.map((s) => l.constants.one(s)) } : null
}

function slices(l: Lowering, n: Num & { op: 'slices' }): Vector {
  const of = lowerNumber(l, n.of)
  const parts = n.parts.map((p) => ({ from: reduced(p.from), rate: reduced(p.rate) }))
  const inner = parts.map((p) => p.from.d).reduce(lcm, of.scale)
  const outer = parts.map((p) => p.rate.d).reduce(lcm, 1n)
  l.fit((size(of) * inner) / of.scale)
  const starts = parts.map((p) => l.fit((p.from.n * inner) / p.from.d))
  const most = (size(of) * inner) / of.scale
  const terms = parts.map(({ rate }, i) => {
    const whole = (rate.n * outer) / rate.d
    const [from = 0n, to = most] = [starts[i], starts[i + 1]]
    l.fit((most + (from < 0n ? -from : from)) * whole)
    return l.constants.many([inner / of.scale, from, to > from ? to : from, whole])
  })
  return add(l, n, inner * outer, { op: 'slices', of, slices: terms }, [of])
}

/** What the search for open facts looks at: a number itself, or of one that was shifted and compared, what it is made of. */
function asked(l: Lowering, n: Num): readonly Vector[] {
  try {
    return [lowerNumber(l, n)]
  } catch (error) {
    if (!(error instanceof NotNative)) throw error
    const parts = partsOf(n)
    if (parts.length === 0) throw error
    return parts.flatMap((part) => asked(l, part))
  }
}

function partsOf(n: Num): readonly Num[] {
  switch (n.op) {
    case 'divide':
      return [n.left, n.right, ...(n.ifZero ? [n.ifZero] : [])]
    case 'subtract':
    case 'multiply':
      return [n.left, n.right]
    case 'add':
      return n.items
    default:
      return []
  }
}

export function toScale(l: Lowering, of: Vector, scale: bigint): Scaled {
  const by = scale / of.scale
  l.fit(size(of) * by)
  if (by !== 1n && of.op === 'const' && of.from === of.to)
    return { of: fixed(l, of, of.lo * by, scale), times: l.constants.one(1n) }
  return { of, times: l.constants.one(by) }
}

function negative(l: Lowering, of: Vector, scale: bigint): Scaled {
  const by = -(scale / of.scale)
  l.fit(size(of) * by)
  return { of, times: l.constants.one(by) }
}

/** The same number at a finer scale. */
export function scaled(l: Lowering, of: Vector, scale: bigint): Vector {
  if (scale === of.scale) return of
  const key = `${of.id} at ${scale}`
  const known = l.vectorOf.get(key)
  if (known) return known
  const by = scale / of.scale
  const vector = l.addVector(
    { op: 'times', of, times: l.constants.one(by), negative: false },
    { scale, lo: l.fit(of.lo * by), hi: l.fit(of.hi * by), parts: [of] },
  )
  l.vectorOf.set(key, vector)
  return vector
}

function size({ lo, hi }: Vector): bigint {
  const [a, b] = [lo < 0n ? -lo : lo, hi < 0n ? -hi : hi]
  return a > b ? a : b
}
