/**
 * Bitmaps: bit `i` is row `i`. Every bitmap is as long as a whole number of 16-byte words, and its bits behind the
 * last row are zero, so that counting needs no mask.
 */

/** Bytes of a bitmap of `n` rows. */
export function bytesFor(n: i32): i32 {
  return ((n + 127) >> 7) << 4
}

export function bitAt(bits: usize, i: i32): i32 {
  return (<i32>load<u8>(bits + (i >> 3)) >> (i & 7)) & 1
}

export function setBit(bits: usize, i: i32, bit: i32): void {
  const at = bits + (i >> 3)
  store<u8>(at, (<i32>load<u8>(at) & ~(1 << (i & 7))) | (bit << (i & 7)))
}

/** Clears what a primitive that takes rows in sixteens left behind the last row. */
export function tidy(bits: usize, n: i32): void {
  const end = bytesFor(n)
  let at = n >> 3
  if (at < end) {
    store<u8>(bits + at, <i32>load<u8>(bits + at) & ((1 << (n & 7)) - 1))
    for (at += 1; at < end; at += 1) store<u8>(bits + at, 0)
  }
}

/** out = a and b; whether any bit is left. */
export function and(out: usize, a: usize, b: usize, n: i32): bool {
  const end = bytesFor(n)
  if (ASC_FEATURE_SIMD) {
    let any = i64x2.splat(0)
    for (let i = 0; i < end; i += 16) {
      const both = v128.and(v128.load(a + i), v128.load(b + i))
      v128.store(out + i, both)
      any = v128.or(any, both)
    }
    return v128.any_true(any)
  }
  let any: u64 = 0
  for (let i = 0; i < end; i += 8) {
    const both = load<u64>(a + i) & load<u64>(b + i)
    store<u64>(out + i, both)
    any |= both
  }
  return any !== 0
}

/** out = a and not b; whether any bit is left. */
export function andNot(out: usize, a: usize, b: usize, n: i32): bool {
  const end = bytesFor(n)
  let any: u64 = 0
  for (let i = 0; i < end; i += 8) {
    const left = load<u64>(a + i) & ~load<u64>(b + i)
    store<u64>(out + i, left)
    any |= left
  }
  return any !== 0
}

export function or(out: usize, a: usize, b: usize, n: i32): void {
  const end = bytesFor(n)
  for (let i = 0; i < end; i += 8) store<u64>(out + i, load<u64>(a + i) | load<u64>(b + i))
}

/** out = a or not b. */
export function orNot(out: usize, a: usize, b: usize, n: i32): void {
  const end = bytesFor(n)
  for (let i = 0; i < end; i += 8) store<u64>(out + i, load<u64>(a + i) | ~load<u64>(b + i))
  tidy(out, n)
}

export function not(out: usize, a: usize, n: i32): void {
  const end = bytesFor(n)
  for (let i = 0; i < end; i += 8) store<u64>(out + i, ~load<u64>(a + i))
  tidy(out, n)
}

export function ones(out: usize, n: i32): void {
  memory.fill(out, 0xff, bytesFor(n))
  tidy(out, n)
}

export function none(out: usize, n: i32): void {
  memory.fill(out, 0, bytesFor(n))
}

export function any(a: usize, n: i32): bool {
  const end = bytesFor(n)
  for (let i = 0; i < end; i += 8) if (load<u64>(a + i) !== 0) return true
  return false
}

export function count(a: usize, n: i32): i32 {
  const end = bytesFor(n)
  let sum: i64 = 0
  for (let i = 0; i < end; i += 8) sum += popcnt<u64>(load<u64>(a + i))
  return <i32>sum
}

/** Writes the rows whose bits are set; how many they are. */
export function list(a: usize, n: i32, out: usize): i32 {
  const end = bytesFor(n)
  let at = out
  for (let i = 0; i < end; i += 8) {
    let word = load<u64>(a + i)
    while (word !== 0) {
      store<i32>(at, (i << 3) + <i32>ctz<u64>(word))
      at += 4
      word &= word - 1
    }
  }
  return <i32>((at - out) >> 2)
}

/** The bits of these rows, in their order. */
export function pickBits(a: usize, rows: usize, n: i32, out: usize): void {
  memory.fill(out, 0, bytesFor(n))
  for (let i = 0; i < n; i += 1) {
    const row = load<i32>(rows + (i << 2))
    setBit(out, i, bitAt(a, row))
  }
}
