import { bitAt, tidy } from './bits'

/**
 * Tests of values, into bitmaps. Rows are taken in sixteens: buffers are long enough for that, and `tidy` clears what
 * was tested behind the last row. `spans` is a list of closed spans as pairs of i64, a set of integers.
 */

/** Eight pairs of lanes of 64 bits, each all ones or zero, as sixteen bits. */
function pack(a: v128, b: v128, c: v128, d: v128, e: v128, f: v128, g: v128, h: v128): i32 {
  const low = i16x8.narrow_i32x4_s(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(c, d, 0, 2, 4, 6))
  const high = i16x8.narrow_i32x4_s(v128.shuffle<i32>(e, f, 0, 2, 4, 6), v128.shuffle<i32>(g, h, 0, 2, 4, 6))
  return i8x16.bitmask(i8x16.narrow_i16x8_s(low, high))
}

function put(out: usize, i: i32, bits: i32, first: bool): void {
  const at = out + (i >> 3)
  store<u16>(at, first ? bits : bits | load<u16>(at))
}

function inSpan(lo: usize, hi: usize, i: i32, from: v128, to: v128): v128 {
  const below = v128.gt<i64>(from, v128.load(lo + (i << 3)))
  return v128.not(v128.or(below, v128.gt<i64>(v128.load(hi + (i << 3)), to)))
}

/**
 * Whether from <= lo and hi <= to for any of the spans: that lo..hi lies within one. With `lo` and `hi` exchanged
 * it is that lo..hi meets one; with both the same it is that a value is in the set.
 */
export function within64(lo: usize, hi: usize, n: i32, spans: usize, count: i32, out: usize): void {
  for (let s = 0; s < count; s += 1) {
    const from = load<i64>(spans + (s << 4))
    const to = load<i64>(spans + (s << 4) + 8)
    if (from === i64.MIN_VALUE) over64(hi, n, to, 0xffff, out, s === 0)
    else if (to === i64.MAX_VALUE) over64(lo, n, from - 1, 0, out, s === 0)
    else between64(lo, hi, n, from, to, out, s === 0)
  }
  tidy(out, n)
}

function between64(lo: usize, hi: usize, n: i32, from: i64, to: i64, out: usize, first: bool): void {
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      const f = i64x2.splat(from)
      const t = i64x2.splat(to)
      bits = pack(
        inSpan(lo, hi, i, f, t),
        inSpan(lo, hi, i + 2, f, t),
        inSpan(lo, hi, i + 4, f, t),
        inSpan(lo, hi, i + 6, f, t),
        inSpan(lo, hi, i + 8, f, t),
        inSpan(lo, hi, i + 10, f, t),
        inSpan(lo, hi, i + 12, f, t),
        inSpan(lo, hi, i + 14, f, t),
      )
    } else {
      for (let k = 0; k < 16; k += 1) {
        const at = (i + k) << 3
        bits |= (<i32>(from <= load<i64>(lo + at) && load<i64>(hi + at) <= to)) << k
      }
    }
    put(out, i, bits, first)
  }
}

function overLimit(values: usize, i: i32, limit: v128): v128 {
  return v128.gt<i64>(v128.load(values + (i << 3)), limit)
}

/** Values over a limit, or where `flip` is all ones values up to it. */
function over64(values: usize, n: i32, limit: i64, flip: i32, out: usize, first: bool): void {
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      const l = i64x2.splat(limit)
      bits = pack(
        overLimit(values, i, l),
        overLimit(values, i + 2, l),
        overLimit(values, i + 4, l),
        overLimit(values, i + 6, l),
        overLimit(values, i + 8, l),
        overLimit(values, i + 10, l),
        overLimit(values, i + 12, l),
        overLimit(values, i + 14, l),
      )
    } else {
      for (let k = 0; k < 16; k += 1) bits |= (<i32>(load<i64>(values + ((i + k) << 3)) > limit)) << k
    }
    put(out, i, bits ^ flip, first)
  }
}

function inSpan32(values: usize, i: i32, from: v128, size: v128): v128 {
  return i32x4.le_u(i32x4.sub(v128.load(values + (i << 2)), from), size)
}

/** Spans are cut to what 32 bits hold. */
export function within32(values: usize, n: i32, spans: usize, count: i32, out: usize): void {
  for (let s = 0; s < count; s += 1) {
    const from = <i32>load<i64>(spans + (s << 4))
    const to = <i32>load<i64>(spans + (s << 4) + 8)
    for (let i = 0; i < n; i += 16) {
      let bits = 0
      if (ASC_FEATURE_SIMD) {
        const f = i32x4.splat(from)
        const size = i32x4.splat(to - from)
        const low = i16x8.narrow_i32x4_s(inSpan32(values, i, f, size), inSpan32(values, i + 4, f, size))
        const high = i16x8.narrow_i32x4_s(inSpan32(values, i + 8, f, size), inSpan32(values, i + 12, f, size))
        bits = i8x16.bitmask(i8x16.narrow_i16x8_s(low, high))
      } else {
        for (let k = 0; k < 16; k += 1) {
          const value = load<i32>(values + ((i + k) << 2))
          bits |= (<i32>(from <= value && value <= to)) << k
        }
      }
      put(out, i, bits, s === 0)
    }
  }
  tidy(out, n)
}

/** Spans are cut to 0..255. */
export function within8(values: usize, n: i32, spans: usize, count: i32, out: usize): void {
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      const sixteen = v128.load(values + i)
      let met = i8x16.splat(0)
      for (let s = 0; s < count; s += 1) {
        const from = load<u8>(spans + (s << 4))
        const size = load<u8>(spans + (s << 4) + 8) - from
        met = v128.or(met, i8x16.le_u(i8x16.sub(sixteen, i8x16.splat(from)), i8x16.splat(size)))
      }
      bits = i8x16.bitmask(met)
    } else {
      for (let k = 0; k < 16; k += 1) {
        const value = load<u8>(values + (i + k))
        let met = 0
        for (let s = 0; s < count; s += 1) {
          const from = load<u8>(spans + (s << 4))
          met |= <i32>(from <= value && value <= load<u8>(spans + (s << 4) + 8))
        }
        bits |= met << k
      }
    }
    store<u16>(out + (i >> 3), bits)
  }
  tidy(out, n)
}

/** Bounds of `n` values of 1 or 4 bytes, known or not; what stands behind the last of sixteen counts too. */
export function extremes(values: usize, size: i32, n: i32, out: usize): void {
  if (size === 1) extremes8(values, n, out)
  else extremes32(values, n, out)
}

function extremes8(values: usize, n: i32, out: usize): void {
  let least = 255
  let most = 0
  if (ASC_FEATURE_SIMD) {
    let low = i8x16.splat(-1)
    let high = i8x16.splat(0)
    for (let i = 0; i < n; i += 16) {
      const value = v128.load(values + i)
      low = i8x16.min_u(low, value)
      high = i8x16.max_u(high, value)
    }
    v128.store(out, low)
    v128.store(out + 16, high)
    for (let k = 0; k < 16; k += 1) {
      least = min<i32>(least, load<u8>(out + k))
      most = max<i32>(most, load<u8>(out + 16 + k))
    }
  } else {
    for (let i = 0; i < n; i += 1) {
      least = min<i32>(least, load<u8>(values + i))
      most = max<i32>(most, load<u8>(values + i))
    }
  }
  store<i32>(out, least)
  store<i32>(out + 4, most)
}

function extremes32(values: usize, n: i32, out: usize): void {
  let least = i32.MAX_VALUE
  let most = i32.MIN_VALUE
  if (ASC_FEATURE_SIMD) {
    let low = i32x4.splat(least)
    let high = i32x4.splat(most)
    for (let i = 0; i < n; i += 4) {
      const value = v128.load(values + (i << 2))
      low = i32x4.min_s(low, value)
      high = i32x4.max_s(high, value)
    }
    v128.store(out, low)
    v128.store(out + 16, high)
    for (let k = 0; k < 16; k += 4) {
      least = min<i32>(least, load<i32>(out + k))
      most = max<i32>(most, load<i32>(out + 16 + k))
    }
  } else {
    for (let i = 0; i < n; i += 1) {
      least = min<i32>(least, load<i32>(values + (i << 2)))
      most = max<i32>(most, load<i32>(values + (i << 2)))
    }
  }
  store<i32>(out, least)
  store<i32>(out + 4, most)
}

function overScaled(a: usize, ka: v128, isOneA: bool, b: usize, kb: v128, isOneB: bool, i: i32): v128 {
  return v128.gt<i64>(times(a, i, ka, isOneA), times(b, i, kb, isOneB))
}

function times(values: usize, i: i32, k: v128, isOne: bool): v128 {
  const value = v128.load(values + (i << 3))
  // Eight instructions that most shares do not need: 5 % of it is at least one twentieth.
  return isOne ? value : i64x2.mul(value, k)
}

/** a * ka > b * kb. `ka` and `kb` point to constants; the products are proven to fit. */
export function above(a: usize, ka: usize, b: usize, kb: usize, n: i32, out: usize): void {
  const ca = load<i64>(ka)
  const cb = load<i64>(kb)
  for (let i = 0; i < n; i += 8) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      const va = i64x2.splat(ca)
      const vb = i64x2.splat(cb)
      const x = overScaled(a, va, ca === 1, b, vb, cb === 1, i)
      const y = overScaled(a, va, ca === 1, b, vb, cb === 1, i + 2)
      const z = overScaled(a, va, ca === 1, b, vb, cb === 1, i + 4)
      const w = overScaled(a, va, ca === 1, b, vb, cb === 1, i + 6)
      const low = v128.shuffle<i32>(x, y, 0, 2, 4, 6)
      const high = v128.shuffle<i32>(z, w, 0, 2, 4, 6)
      bits = i16x8.bitmask(i16x8.narrow_i32x4_s(low, high))
    } else {
      for (let k = 0; k < 8; k += 1) {
        const at = (i + k) << 3
        bits |= (<i32>(load<i64>(a + at) * ca > load<i64>(b + at) * cb)) << k
      }
    }
    store<u8>(out + (i >> 3), bits)
  }
  tidy(out, n)
}

/** Where a and b differ; whether any do. */
export function differ(a: usize, b: usize, n: i32, out: usize): bool {
  let any = 0
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    for (let k = 0; k < 16; k += 1) {
      const at = (i + k) << 3
      bits |= (<i32>(load<i64>(a + at) !== load<i64>(b + at))) << k
    }
    store<u16>(out + (i >> 3), bits)
  }
  tidy(out, n)
  for (let i = 0; i < n; i += 8) any |= load<u8>(out + (i >> 3))
  return any !== 0
}

/** The first row of `n` that is known and outside lo..hi, or -1. `size` is the bytes of a value; lo and hi point to constants. */
export function outside(values: usize, size: i32, known: usize, n: i32, lo: usize, hi: usize): i32 {
  const from = load<i64>(lo)
  const to = load<i64>(hi)
  for (let i = 0; i < n; i += 1) {
    if (bitAt(known, i) === 0) continue
    const value = valueAt(values, size, i)
    if (value < from || value > to) return i
  }
  return -1
}

function valueAt(values: usize, size: i32, i: i32): i64 {
  if (size === 1) return <i64>load<u8>(values + i)
  return size === 4 ? <i64>load<i32>(values + (i << 2)) : load<i64>(values + (i << 3))
}
