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
    if (from === i64.MIN_VALUE) atMost64(hi, n, to, out, s === 0)
    else if (to === i64.MAX_VALUE) atLeast64(lo, n, from, out, s === 0)
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

function atLeast64(values: usize, n: i32, from: i64, out: usize, first: bool): void {
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      // The least value has a span of its own kind, so that one less is no wrap.
      const limit = i64x2.splat(from - 1)
      bits = over16(values, i, limit)
    } else {
      for (let k = 0; k < 16; k += 1) bits |= (<i32>(load<i64>(values + ((i + k) << 3)) >= from)) << k
    }
    put(out, i, bits, first)
  }
}

function over16(values: usize, i: i32, limit: v128): i32 {
  return pack(
    overLimit(values, i, limit),
    overLimit(values, i + 2, limit),
    overLimit(values, i + 4, limit),
    overLimit(values, i + 6, limit),
    overLimit(values, i + 8, limit),
    overLimit(values, i + 10, limit),
    overLimit(values, i + 12, limit),
    overLimit(values, i + 14, limit),
  )
}

function atMost64(values: usize, n: i32, to: i64, out: usize, first: bool): void {
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      bits = over16(values, i, i64x2.splat(to)) ^ 0xffff
    } else {
      for (let k = 0; k < 16; k += 1) bits |= (<i32>(load<i64>(values + ((i + k) << 3)) <= to)) << k
    }
    put(out, i, bits, first)
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
  for (let s = 0; s < count; s += 1) {
    const from = <u8>load<i64>(spans + (s << 4))
    const to = <u8>load<i64>(spans + (s << 4) + 8)
    for (let i = 0; i < n; i += 16) {
      let bits = 0
      if (ASC_FEATURE_SIMD) {
        const offset = i8x16.sub(v128.load(values + i), i8x16.splat(from))
        bits = i8x16.bitmask(i8x16.le_u(offset, i8x16.splat(to - from)))
      } else {
        for (let k = 0; k < 16; k += 1) {
          const value = load<u8>(values + (i + k))
          bits |= (<i32>(from <= value && value <= to)) << k
        }
      }
      put(out, i, bits, s === 0)
    }
  }
  tidy(out, n)
}

function times(values: usize, i: i32, k: v128): v128 {
  return i64x2.mul(v128.load(values + (i << 3)), k)
}

function overScaled(a: usize, ka: v128, b: usize, kb: v128, i: i32): v128 {
  return v128.gt<i64>(times(a, i, ka), times(b, i, kb))
}

/** a * ka > b * kb. `ka` and `kb` point to constants; the products are proven to fit. */
export function above(a: usize, ka: usize, b: usize, kb: usize, n: i32, out: usize): void {
  const ca = load<i64>(ka)
  const cb = load<i64>(kb)
  for (let i = 0; i < n; i += 16) {
    let bits = 0
    if (ASC_FEATURE_SIMD) {
      const va = i64x2.splat(ca)
      const vb = i64x2.splat(cb)
      bits = pack(
        overScaled(a, va, b, vb, i),
        overScaled(a, va, b, vb, i + 2),
        overScaled(a, va, b, vb, i + 4),
        overScaled(a, va, b, vb, i + 6),
        overScaled(a, va, b, vb, i + 8),
        overScaled(a, va, b, vb, i + 10),
        overScaled(a, va, b, vb, i + 12),
        overScaled(a, va, b, vb, i + 14),
      )
    } else {
      for (let k = 0; k < 16; k += 1) {
        const at = (i + k) << 3
        bits |= (<i32>(load<i64>(a + at) * ca > load<i64>(b + at) * cb)) << k
      }
    }
    store<u16>(out + (i >> 3), bits)
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
