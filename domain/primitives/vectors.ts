import { bitAt } from './bits'

/**
 * Vectors of 64-bit integers, one a row. That nothing passes 64 bits is proven when programmes are loaded.
 * Constants are passed as addresses: a 64-bit number from JavaScript would be an object each time.
 */

export function fill(out: usize, n: i32, constant: usize): void {
  const value = load<i64>(constant)
  for (let i = 0; i < n; i += 1) store<i64>(out + (i << 3), value)
}

export function widen8(values: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) store<i64>(out + (i << 3), <i64>load<u8>(values + i))
}

export function widen32(values: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) store<i64>(out + (i << 3), <i64>load<i32>(values + (i << 2)))
}

export function pick8(values: usize, rows: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1)
    store<i64>(out + (i << 3), <i64>load<u8>(values + load<i32>(rows + (i << 2))))
}

export function pick32(values: usize, rows: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1)
    store<i64>(out + (i << 3), <i64>load<i32>(values + (load<i32>(rows + (i << 2)) << 2)))
}

export function pick64(values: usize, rows: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1)
    store<i64>(out + (i << 3), load<i64>(values + (load<i32>(rows + (i << 2)) << 3)))
}

/** out = a where the bit is set, else b. */
export function choose(bits: usize, a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) {
    const set = bitAt(bits, i)
    store<i64>(out + (i << 3), select(load<i64>(a + (i << 3)), load<i64>(b + (i << 3)), set))
  }
}

/** out = a where the bit is set, else a constant. */
export function orConstant(bits: usize, a: usize, constant: usize, n: i32, out: usize): void {
  const value = load<i64>(constant)
  for (let i = 0; i < n; i += 1) {
    const set = bitAt(bits, i)
    store<i64>(out + (i << 3), select(load<i64>(a + (i << 3)), value, set))
  }
}

/** out = a * ka + b * kb. */
export function combine(a: usize, ka: usize, b: usize, kb: usize, n: i32, out: usize): void {
  const ca = load<i64>(ka)
  const cb = load<i64>(kb)
  for (let i = 0; i < n; i += 1) {
    const at = i << 3
    store<i64>(out + at, load<i64>(a + at) * ca + load<i64>(b + at) * cb)
  }
}

export function scale(a: usize, k: usize, n: i32, out: usize): void {
  const c = load<i64>(k)
  for (let i = 0; i < n; i += 1) store<i64>(out + (i << 3), load<i64>(a + (i << 3)) * c)
}

export function multiply(a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) store<i64>(out + (i << 3), load<i64>(a + (i << 3)) * load<i64>(b + (i << 3)))
}

export function lesser(a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1)
    store<i64>(out + (i << 3), min<i64>(load<i64>(a + (i << 3)), load<i64>(b + (i << 3))))
}

export function greater(a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1)
    store<i64>(out + (i << 3), max<i64>(load<i64>(a + (i << 3)), load<i64>(b + (i << 3))))
}

/** Where the bit is set: out = the lesser of out and a. */
export function lesserWhere(bits: usize, a: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) {
    const at = i << 3
    const set = bitAt(bits, i)
    const before = load<i64>(out + at)
    store<i64>(out + at, select(min<i64>(before, load<i64>(a + at)), before, set))
  }
}

/** Where the bit is set: out = the greater of out and a. */
export function greaterWhere(bits: usize, a: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) {
    const at = i << 3
    const set = bitAt(bits, i)
    const before = load<i64>(out + at)
    store<i64>(out + at, select(max<i64>(before, load<i64>(a + at)), before, set))
  }
}

/** out += (x * k, cut to from..to, less from) * rate: what one band of a table gives. `terms` points to k, from, to and rate. */
export function slice(x: usize, terms: usize, n: i32, out: usize): void {
  const k = load<i64>(terms)
  const from = load<i64>(terms, 8)
  const to = load<i64>(terms, 16)
  const rate = load<i64>(terms, 24)
  for (let i = 0; i < n; i += 1) {
    const at = i << 3
    const part = min<i64>(max<i64>(load<i64>(x + at) * k, from), to) - from
    store<i64>(out + at, load<i64>(out + at) + part * rate)
  }
}

/** Whole steps: x * up / under, rounded down (0), to the nearest with halves up (1), or up (2). `under` is positive. */
export function round(x: usize, up: usize, under: usize, mode: i32, n: i32, out: usize): void {
  const a = load<i64>(up)
  const b = load<i64>(under)
  for (let i = 0; i < n; i += 1) {
    const value = load<i64>(x + (i << 3)) * a
    let whole = value / b
    const rest = value - whole * b
    if (rest < 0) {
      // Division cuts towards zero.
      if (mode === 0 || (mode === 1 && rest < -(b >> 1))) whole -= 1
    } else if (rest > 0) {
      if (mode === 2 || (mode === 1 && rest >= b - (b >> 1))) whole += 1
    }
    store<i64>(out + (i << 3), whole)
  }
}

/** Sum of the values whose bits are set. */
export function sum(bits: usize, a: usize, n: i32): i64 {
  let total: i64 = 0
  for (let i = 0; i < n; i += 1) {
    const set = bitAt(bits, i)
    total += select(load<i64>(a + (i << 3)), <i64>0, set)
  }
  return total
}
