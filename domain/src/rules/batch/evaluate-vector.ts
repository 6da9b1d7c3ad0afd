import type { Context } from './context.js'
import { type Run, testIn } from './evaluate-test.js'
import type { Ladder, Scaled, Test, Vector } from './ops.js'
import { BOTTOM, ONE, TOP, ZERO } from './program.js'

/** Computes both ends of a vector, unless they are there already. */
export function vectorIn(run: Run, v: Vector): void {
  if (run.context.vectorAt[v.id] !== run.context.round) compute(run, v)
}

function compute(run: Run, v: Vector): void {
  const c = run.context
  switch (v.op) {
    case 'const': {
      const lo = c.filled(v.from)
      c.give(v, lo, v.from === v.to ? lo : c.filled(v.to))
      return
    }
    case 'slot':
    case 'records':
      run.values.read(v)
      return
    case 'add':
      sum(run, v)
      return
    case 'min':
    case 'max':
      extreme(run, v)
      return
    case 'times': {
      vectorIn(run, v.of)
      const [from, to] = v.negative ? [c.hiOf(v.of), c.loOf(v.of)] : [c.loOf(v.of), c.hiOf(v.of)]
      const lo = c.times(from, v)
      c.give(v, lo, from === to ? lo : c.times(to, v))
      return
    }
    case 'multiply':
      product(run, v)
      return
    case 'if':
      choice(run, v)
      return
    case 'bands':
      bands(run, v)
      return
    case 'slices': {
      vectorIn(run, v.of)
      const cut = (at: number) => {
        const out = c.filled(ZERO)
        for (const terms of v.slices) c.p.slice(at, c.constant(terms), c.n, out)
        return out
      }
      both(c, v, c.loOf(v.of), c.hiOf(v.of), cut)
      return
    }
    case 'round': {
      vectorIn(run, v.of)
      const round = (at: number) => {
        const out = c.numbers()
        const round = v.small ? c.p.roundSmall : c.p.round
        round(at, c.constant(v.up), c.constant(v.under), v.mode, c.n, out)
        return out
      }
      both(c, v, c.loOf(v.of), c.hiOf(v.of), round)
      return
    }
    case 'host':
      run.host.number(run, v)
      return
  }
}

/** The same for both ends, once where they are the same. */
function both(c: Context, v: Vector, lo: number, hi: number, make: (at: number) => number): void {
  const made = make(lo)
  c.give(v, made, lo === hi ? made : make(hi))
}

function sum(run: Run, v: Vector & { op: 'add' | 'min' | 'max' }): void {
  const c = run.context
  for (const { of } of v.items) vectorIn(run, of)
  const end = (upper: boolean) => {
    let [at, times] = [0, 0]
    for (const [i, item] of v.items.entries()) {
      const negative = (run.context.program.constants[item.times] ?? 0n) < 0n
      const next = upper === negative ? c.loOf(item.of) : c.hiOf(item.of)
      if (i === 0) [at, times] = [next, item.times]
      else {
        const out = c.numbers()
        c.p.combine(at, c.constant(times), next, c.constant(item.times), c.n, out)
        ;[at, times] = [out, 0]
      }
    }
    return at
  }
  const lo = end(false)
  c.give(v, lo, v.items.every(({ of }) => c.isExact(of)) ? lo : end(true))
}

function extreme(run: Run, v: Vector & { op: 'add' | 'min' | 'max' }): void {
  const c = run.context
  const limits = v.items.filter(isLimit)
  const others = v.items.filter((item) => !isLimit(item))
  for (const { of } of others) vectorIn(run, of)
  const [join, joinLimit] =
    v.op === 'min' ? [c.p.lesser, c.p.lesserConstant] : [c.p.greater, c.p.greaterConstant]
  const end = (of: (item: Vector) => number) => {
    const [first, ...rest] = others.map((item) => c.times(of(item.of), item))
    let at = first ?? 0
    for (const next of rest) {
      const out = c.numbers()
      join(at, next, c.n, out)
      at = out
    }
    for (const { of: limit } of limits) {
      const out = c.numbers()
      joinLimit(at, c.constant(limit.from), c.n, out)
      at = out
    }
    return at
  }
  const lo = end((item) => c.loOf(item))
  c.give(v, lo, others.every(({ of }) => c.isExact(of)) ? lo : end((item) => c.hiOf(item)))
}

/** One number of all rows, such as a cap. */
export function isLimit(item: Scaled): item is Scaled & { of: Vector & { op: 'const' } } {
  return item.times === ONE && item.of.op === 'const' && item.of.from === item.of.to
}

function product(run: Run, v: Vector & { op: 'multiply' }): void {
  const c = run.context
  const { left, right } = v
  vectorIn(run, left)
  vectorIn(run, right)
  const times = (a: number, b: number) => {
    const out = c.numbers()
    c.p.multiply(a, b, c.n, out)
    return out
  }
  const [a, b, x, y] = [c.loOf(left), c.hiOf(left), c.loOf(right), c.hiOf(right)]
  if (a === b && x === y) {
    const point = times(a, x)
    c.give(v, point, point)
    return
  }
  if (v.positive) {
    c.give(v, times(a, x), times(b, y))
    return
  }
  const corners = [times(a, x), times(a, y), times(b, x), times(b, y)] as const
  const end = (join: 'lesser' | 'greater') =>
    corners.reduce((at, next) => {
      const out = c.numbers()
      c.p[join](at, next, c.n, out)
      return out
    })
  c.give(v, end('lesser'), end('greater'))
}

function choice(run: Run, v: Vector & { op: 'if' }): void {
  const c = run.context
  testIn(run, v.when)
  vectorIn(run, v.met.of)
  vectorIn(run, v.unmet.of)
  const [sure, may] = [c.sureOf(v.when), c.mayOf(v.when)]
  const pick = (bits: number, a: number, b: number) => {
    const out = c.numbers()
    c.p.choose(bits, a, b, c.n, out)
    return out
  }
  const end = (of: (v: Vector) => number, join: 'lesser' | 'greater') => {
    const [met, unmet] = [c.times(of(v.met.of), v.met), c.times(of(v.unmet.of), v.unmet)]
    if (sure === may) return pick(sure, met, unmet)
    const either = c.numbers()
    c.p[join](met, unmet, c.n, either)
    return pick(sure, met, pick(may, either, unmet))
  }
  const lo = end((of) => c.loOf(of), 'lesser')
  const exact = sure === may && c.isExact(v.met.of) && c.isExact(v.unmet.of)
  c.give(v, lo, exact ? lo : end((of) => c.hiOf(of), 'greater'))
}

/** The hull of the values of all bands that can be reached. */
function bands(run: Run, v: Vector & { op: 'bands' }): void {
  const c = run.context
  for (const start of v.starts) testIn(run, start)
  if (v.ladder) {
    climb(c, v, v.ladder)
    return
  }
  for (const { of } of v.values) vectorIn(run, of)
  const exact = v.starts.every((t) => c.sureOf(t) === c.mayOf(t)) && v.values.every(({ of }) => c.isExact(of))
  const reached = v.values.map((_, i) => reachedBits(c, v, i))
  const lo = c.filled(TOP)
  for (const [i, value] of v.values.entries())
    c.p.lesserWhere(reached[i] ?? 0, c.times(c.loOf(value.of), value), c.n, lo)
  if (exact) {
    c.give(v, lo, lo)
    return
  }
  const hi = c.filled(BOTTOM)
  for (const [i, value] of v.values.entries())
    c.p.greaterWhere(reached[i] ?? 0, c.times(c.hiOf(value.of), value), c.n, hi)
  c.give(v, lo, hi)
}

/** In a table whose values are in order the ends are those of the first and the last band that can be reached. */
function climb(c: Context, v: Vector & { op: 'bands' }, { rises, steps }: Ladder): void {
  const end = (passed: (t: Test) => number) => {
    const out = c.filled(steps[0] ?? ZERO)
    for (const [i, start] of v.starts.entries())
      c.p.putWhere(passed(start), c.constant(steps[i + 1] ?? ZERO), c.n, out)
    return out
  }
  const first = end((t) => c.sureOf(t))
  const exact = v.starts.every((t) => c.sureOf(t) === c.mayOf(t))
  const last = exact ? first : end((t) => c.mayOf(t))
  c.give(v, rises ? first : last, rises ? last : first)
}

/** Where a band can be reached: its start is possibly passed, and the next one not surely. */
export function reachedBits(c: Context, { starts }: Vector & { op: 'bands' }, i: number): number {
  const [start, next] = [starts[i - 1], starts[i]]
  const from = start ? c.mayOf(start) : c.all()
  if (!next) return from
  const out = c.bits()
  c.p.andNot(out, from, c.sureOf(next), c.n)
  return out
}
