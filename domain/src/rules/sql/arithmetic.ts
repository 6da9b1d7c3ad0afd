import { between, type Expressions, type Sql, typeOf } from './expression.js'

/** Exact arithmetic on whole numbers that are never null. */

export function add(x: Expressions, a: Sql, b: Sql): Sql {
  if (a.constant === 0n) return b
  if (b.constant === 0n) return a
  return x.arithmetic('+', a, b, a.lo + b.lo, a.hi + b.hi)
}

export function multiply(x: Expressions, a: Sql, b: Sql): Sql {
  if (a.constant === 1n) return b
  if (b.constant === 1n) return a
  if (a.constant === 0n || b.constant === 0n) return x.number(0n)
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]
  return x.arithmetic('*', a, b, corners.reduce(less), corners.reduce(more))
}

export function times(x: Expressions, a: Sql, by: bigint): Sql {
  return multiply(x, a, x.number(by))
}

export function least(x: Expressions, items: readonly Sql[]): Sql {
  const bound = items.map((p) => p.hi).reduce(less)
  const left = [...new Set(items)].filter(
    (p, i, all) => p.lo < bound || i === all.findIndex((o) => o.hi === bound),
  )
  const kept = left.length > 0 ? left : items
  return extreme(x, 'LEAST', kept, kept.map((p) => p.lo).reduce(less), bound)
}

export function greatest(x: Expressions, items: readonly Sql[]): Sql {
  const bound = items.map((p) => p.lo).reduce(more)
  const left = [...new Set(items)].filter(
    (p, i, all) => p.hi > bound || i === all.findIndex((o) => o.lo === bound),
  )
  const kept = left.length > 0 ? left : items
  return extreme(x, 'GREATEST', kept, bound, kept.map((p) => p.hi).reduce(more))
}

/** Both skip nulls, so that nothing that can be null may stand in them. */
function extreme(
  x: Expressions,
  word: 'LEAST' | 'GREATEST',
  items: readonly Sql[],
  lo: bigint,
  hi: bigint,
): Sql {
  if (items.some((item) => item.nullable)) throw new Error(`${word} passes over what is not known`)
  const [only] = items
  if (only && items.length === 1) return only
  const type = items.some((item) => item.type === 'numeric') ? 'numeric' : 'bigint'
  return x.make({ type, texts: between(`${word}(`, ', ', ')', items.length), parts: items, lo, hi })
}

export type Mode = 'down' | 'nearest' | 'up'

/** Whole steps of `under`, a positive number; halves go up. */
export function rounded(x: Expressions, of: Sql, under: bigint, mode: Mode): Sql {
  if (under === 1n) return of
  if (mode === 'nearest') return rounded(x, add(x, times(x, of, 2n), x.number(under)), under * 2n, 'down')
  // Division cuts towards zero.
  const shift = mode === 'down' ? 1n - under : under - 1n
  const isOff = mode === 'down' ? x.below(of, x.number(0n)) : x.below(x.number(0n), of)
  const shifted = add(x, of, x.choose(isOff, x.number(shift), x.number(0n)))
  const [lo, hi] = [whole(of.lo, under, mode), whole(of.hi, under, mode)]
  const wide = shifted.type === 'numeric' || typeOf(under, under) === 'numeric'
  const texts = wide ? ['div(', ', ', `)${typeOf(lo, hi) === 'bigint' ? '::int8' : ''}`] : ['(', ' / ', ')']
  return x.make({ type: typeOf(lo, hi), texts, parts: [shifted, x.number(under)], lo, hi })
}

function whole(n: bigint, under: bigint, mode: Mode): bigint {
  const shifted = mode === 'down' ? (n < 0n ? n + 1n - under : n) : n > 0n ? n + under - 1n : n
  return shifted / under
}

function less(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function more(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
