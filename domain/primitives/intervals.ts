import { bitAt, setBit } from './bits'

/** What is open: facts that bound one another, and rows taken apart case by case. Intervals are pairs of vectors lo, hi. */

/**
 * A part is never greater than its whole. Where one of them is not known, the other bounds it. `partKnown` and
 * `wholeKnown` are bitmaps.
 */
export function bound(
  partLo: usize,
  partHi: usize,
  partKnown: usize,
  wholeLo: usize,
  wholeHi: usize,
  wholeKnown: usize,
  n: i32,
): void {
  for (let i = 0; i < n; i += 1) {
    const at = i << 3
    const least = load<i64>(partLo + at)
    const most = load<i64>(wholeHi + at)
    const part = bitAt(partKnown, i)
    const whole = bitAt(wholeKnown, i)
    if (!part && most < load<i64>(partHi + at)) store<i64>(partHi + at, max<i64>(most, least))
    if (!whole && least > load<i64>(wholeLo + at)) store<i64>(wholeLo + at, min<i64>(least, most))
  }
}

/**
 * Parts each lo..hi at the cuts inside it, unless its row would then be in more than `most` ways. Writes for each
 * new interval its parent, its ends and the ways of its row; how many they are.
 */
export function part(
  lo: usize,
  hi: usize,
  ways: usize,
  n: i32,
  cuts: usize,
  count: i32,
  most: i32,
  parents: usize,
  outLo: usize,
  outHi: usize,
  outWays: usize,
): i32 {
  let made = 0
  for (let i = 0; i < n; i += 1) {
    const from = load<i64>(lo + (i << 3))
    const to = load<i64>(hi + (i << 3))
    const before = load<i32>(ways + (i << 2))
    let inside = 0
    for (let c = 0; c < count; c += 1) {
      const cut = load<i64>(cuts + (c << 3))
      inside += <i32>(from < cut && cut <= to)
    }
    const parted = inside > 0 && (inside + 1) * before <= most
    const after = parted ? (inside + 1) * before : before
    let start = from
    for (let c = 0; parted && c < count; c += 1) {
      const cut = load<i64>(cuts + (c << 3))
      if (from >= cut || cut > to) continue
      write(parents, outLo, outHi, outWays, made, i, start, cut - 1, after)
      made += 1
      start = cut
    }
    write(parents, outLo, outHi, outWays, made, i, start, to, after)
    made += 1
  }
  return made
}

function write(
  parents: usize,
  lo: usize,
  hi: usize,
  ways: usize,
  at: i32,
  parent: i32,
  from: i64,
  to: i64,
  count: i32,
): void {
  store<i32>(parents + (at << 2), parent)
  store<i64>(lo + (at << 3), from)
  store<i64>(hi + (at << 3), to)
  store<i32>(ways + (at << 2), count)
}

/** Joins bits of cases into bits of their rows: set where the bits of all cases are. Rows without a case keep theirs. */
export function joinAll(bits: usize, rows: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) setBit(out, load<i32>(rows + (i << 2)), 1)
  for (let i = 0; i < n; i += 1) if (bitAt(bits, i) === 0) setBit(out, load<i32>(rows + (i << 2)), 0)
}

/** Joins bits of cases into bits of their rows: set where the bit of any case is. */
export function joinAny(bits: usize, rows: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i += 1) setBit(out, load<i32>(rows + (i << 2)), 0)
  for (let i = 0; i < n; i += 1) if (bitAt(bits, i) !== 0) setBit(out, load<i32>(rows + (i << 2)), 1)
}

/** Joins intervals of cases into those of their rows, of cases whose bit is set; rows without such a case keep theirs. */
export function joinHull(
  bits: usize,
  lo: usize,
  hi: usize,
  rows: usize,
  n: i32,
  outLo: usize,
  outHi: usize,
): void {
  for (let i = 0; i < n; i += 1) {
    if (bitAt(bits, i) === 0) continue
    const at = load<i32>(rows + (i << 2)) << 3
    store<i64>(outLo + at, i64.MAX_VALUE)
    store<i64>(outHi + at, i64.MIN_VALUE)
  }
  for (let i = 0; i < n; i += 1) {
    if (bitAt(bits, i) === 0) continue
    const at = load<i32>(rows + (i << 2)) << 3
    store<i64>(outLo + at, min<i64>(load<i64>(outLo + at), load<i64>(lo + (i << 3))))
    store<i64>(outHi + at, max<i64>(load<i64>(outHi + at), load<i64>(hi + (i << 3))))
  }
}
