import { bitAt, bytesFor } from './bits'

/**
 * Vectors of 64-bit integers, one a row. That nothing passes 64 bits is proven when programmes are loaded.
 * Constants are passed as addresses: a 64-bit number from JavaScript would be an object each time.
 */

export function fill(out: usize, n: i32, constant: usize): void {
  const value = load<i64>(constant)
  if (ASC_FEATURE_SIMD) {
    const two = i64x2.splat(value)
    for (let i = 0; i < n; i += 2) v128.store(out + (i << 3), two)
  } else for (let i = 0; i < n; i += 1) store<i64>(out + (i << 3), value)
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
  for (let i = 0; i < n; i += 2) {
    const at = i << 3
    if (ASC_FEATURE_SIMD) {
      const x = v128.load(a + at)
      const y = v128.load(b + at)
      v128.store(out + at, v128.bitselect(y, x, v128.gt<i64>(x, y)))
    } else {
      store<i64>(out + at, min<i64>(load<i64>(a + at), load<i64>(b + at)))
      store<i64>(out + at + 8, min<i64>(load<i64>(a + at + 8), load<i64>(b + at + 8)))
    }
  }
}

export function greater(a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 2) {
    const at = i << 3
    if (ASC_FEATURE_SIMD) {
      const x = v128.load(a + at)
      const y = v128.load(b + at)
      v128.store(out + at, v128.bitselect(x, y, v128.gt<i64>(x, y)))
    } else {
      store<i64>(out + at, max<i64>(load<i64>(a + at), load<i64>(b + at)))
      store<i64>(out + at + 8, max<i64>(load<i64>(a + at + 8), load<i64>(b + at + 8)))
    }
  }
}

export function lesserConstant(a: usize, constant: usize, n: i32, out: usize): void {
  const value = load<i64>(constant)
  for (let i = 0; i < n; i += 2) {
    const at = i << 3
    if (ASC_FEATURE_SIMD) {
      const x = v128.load(a + at)
      const y = i64x2.splat(value)
      v128.store(out + at, v128.bitselect(y, x, v128.gt<i64>(x, y)))
    } else {
      store<i64>(out + at, min<i64>(load<i64>(a + at), value))
      store<i64>(out + at + 8, min<i64>(load<i64>(a + at + 8), value))
    }
  }
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

export function greaterConstant(a: usize, constant: usize, n: i32, out: usize): void {
  const value = load<i64>(constant)
  for (let i = 0; i < n; i += 2) {
    const at = i << 3
    if (ASC_FEATURE_SIMD) {
      const x = v128.load(a + at)
      const y = i64x2.splat(value)
      v128.store(out + at, v128.bitselect(x, y, v128.gt<i64>(x, y)))
    } else {
      store<i64>(out + at, max<i64>(load<i64>(a + at), value))
      store<i64>(out + at + 8, max<i64>(load<i64>(a + at + 8), value))
    }
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

/** Up to there a double holds every integer. */
const EXACT: i64 = 1 << 53

/** Whole steps: x * up / under, rounded down (0), to the nearest with halves up (1), or up (2). `under` is positive. */
export function round(x: usize, up: usize, under: usize, mode: i32, n: i32, out: usize): void {
  const a = load<i64>(up)
  const b = load<i64>(under)
  const divisor = <f64>b
  for (let i = 0; i < n; i += 1) {
    const value = load<i64>(x + (i << 3)) * a
    // A division of doubles is several times faster; it can be one off, which the rest tells.
    const small = value < EXACT && value > -EXACT && b < EXACT
    let whole = small ? <i64>Math.floor(<f64>value / divisor) : value / b
    let rest = value - whole * b
    if (rest < 0) {
      whole -= 1
      rest += b
    } else if (rest >= b) {
      whole += 1
      rest -= b
    }
    if (mode === 2) whole += i64(rest > 0)
    else if (mode === 1) whole += i64(rest >= b - rest)
    store<i64>(out + (i << 3), whole)
  }
}

/** The bits of 1.5 * 2^52 as a double: an integer below 2^51 added to them is its double, less the same number. */
const MAGIC: i64 = 0x4338000000000000
const MAGIC_DOUBLE: f64 = 6755399441055744

/** The same where products are proven to stay below 2^51, two at a time. */
export function roundSmall(x: usize, up: usize, under: usize, mode: i32, n: i32, out: usize): void {
  if (!ASC_FEATURE_SIMD) {
    round(x, up, under, mode, n, out)
    return
  }
  const a = i64x2.splat(load<i64>(up))
  const b = i64x2.splat(load<i64>(under))
  const divisor = f64x2.splat(<f64>load<i64>(under))
  const magic = i64x2.splat(MAGIC)
  const magicDouble = f64x2.splat(MAGIC_DOUBLE)
  const nothing = i64x2.splat(0)
  for (let i = 0; i < n; i += 2) {
    const value = i64x2.mul(v128.load(x + (i << 3)), a)
    const double = f64x2.sub(i64x2.add(value, magic), magicDouble)
    const floor = f64x2.floor(f64x2.div(double, divisor))
    let whole = i64x2.sub(f64x2.add(floor, magicDouble), magic)
    let rest = i64x2.sub(value, i64x2.mul(whole, b))
    // All ones is minus one: masks are added and subtracted.
    const below = v128.gt<i64>(nothing, rest)
    whole = i64x2.add(whole, below)
    rest = i64x2.add(rest, v128.and(below, b))
    const over = v128.not(v128.gt<i64>(b, rest))
    whole = i64x2.sub(whole, over)
    rest = i64x2.sub(rest, v128.and(over, b))
    if (mode === 2) whole = i64x2.sub(whole, v128.gt<i64>(rest, nothing))
    else if (mode === 1) whole = i64x2.sub(whole, v128.not(v128.gt<i64>(b, i64x2.add(rest, rest))))
    v128.store(out + (i << 3), whole)
  }
}

/** A constant where the bit is set. */
export function putWhere(bits: usize, constant: usize, n: i32, out: usize): void {
  const value = load<i64>(constant)
  const end = bytesFor(n)
  for (let i = 0; i < end; i += 8) {
    let word = load<u64>(bits + i)
    while (word !== 0) {
      store<i64>(out + (((i << 3) + <i32>ctz<u64>(word)) << 3), value)
      word &= word - 1
    }
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
