import type { Column, Spans } from './column.js'
import { firstFrom } from './column.js'
import type { Context } from './context.js'
import type { Width } from './width.js'

/** What is known of one fact in the rows of a block, as it stands in memory. */
export interface BlockSlot {
  /** 0 where there is no column. */
  values: number
  width: Width
  /** Bits of rows whose value is one number. 0 where all are. */
  known: number
  /** Bits of rows of which anything is known; the same as `known` unless there are intervals. */
  given: number
  /** Both ends, once they had to be written out; equal where all rows are points. 0 before. */
  lo: number
  hi: number
  /** Bounds of narrow values, known or not: rows by region have few regions in a block. */
  least: number
  most: number
}

const UNBOUNDED = { least: -Infinity, most: Infinity }

/** Brings the rows of a column into memory. */
export function loadSlot(
  c: Context,
  column: Column | undefined,
  first: number,
  ends: readonly [lo: number, hi: number],
): BlockSlot {
  if (!column) return { values: 0, width: 8, known: c.none(), given: c.none(), lo: 0, hi: 0, ...UNBOUNDED }
  const { width, values, known } = column
  const at = c.arena.take((((c.n + 15) & ~15) * width) | 0)
  const bytes = new Uint8Array(values.buffer, values.byteOffset + first * width, c.n * width)
  c.heap.u8.set(bytes, at)
  const slot: BlockSlot = { values: at, width, known: 0, given: 0, lo: 0, hi: 0, ...UNBOUNDED }
  if (width !== 8) boundNarrow(c, slot)
  if (known) {
    const bits = c.bits()
    c.p.none(bits, c.n)
    c.heap.u8.set(known.subarray(first >> 3, (first + c.n + 7) >> 3), bits)
    // A column may end within a byte, and bits behind the last row are zero.
    c.p.and(bits, bits, c.all(), c.n)
    if (c.p.count(bits, c.n) < c.n) slot.known = slot.given = bits
  }
  if (column.spans) placeSpans(c, slot, column.spans, first, ends)
  return slot
}

function boundNarrow(c: Context, slot: BlockSlot): void {
  const out = c.arena.take(32)
  c.p.extremes(slot.values, slot.width, c.n, out)
  const { i32 } = c.heap
  slot.least = i32[out >> 2] ?? 0
  slot.most = i32[(out >> 2) + 1] ?? 0
}

function placeSpans(
  c: Context,
  slot: BlockSlot,
  spans: Spans,
  first: number,
  ends: readonly [lo: number, hi: number],
): void {
  const [from, to] = [firstFrom(spans.rows, first), firstFrom(spans.rows, first + c.n)]
  if (from === to) return
  openSlot(c, slot, ends)
  const given = c.bits()
  c.p.or(given, slot.known, c.none(), c.n)
  const { u8, i64 } = c.heap
  for (let i = from; i < to; i += 1) {
    const row = (spans.rows[i] ?? 0) - first
    i64[(slot.lo >> 3) + row] = spans.lo[i] ?? 0n
    i64[(slot.hi >> 3) + row] = spans.hi[i] ?? 0n
    u8[given + (row >> 3)] = (u8[given + (row >> 3)] ?? 0) | (1 << (row & 7))
  }
  slot.given = given
}

/** Writes both ends out. */
export function openSlot(
  c: Context,
  slot: BlockSlot,
  [least, most]: readonly [lo: number, hi: number],
): void {
  if (slot.lo !== 0) return
  if (slot.values === 0) {
    slot.lo = c.filled(least)
    slot.hi = c.filled(most)
    return
  }
  const whole = widened(c, slot)
  if (slot.known === 0) {
    slot.lo = slot.hi = whole
    return
  }
  slot.lo = c.numbers()
  slot.hi = c.numbers()
  c.p.orConstant(slot.known, whole, c.constant(least), c.n, slot.lo)
  c.p.orConstant(slot.known, whole, c.constant(most), c.n, slot.hi)
}

function widened(c: Context, { values, width }: BlockSlot): number {
  if (width === 8) return values
  const out = c.numbers()
  if (width === 1) c.p.widen8(values, c.n, out)
  else c.p.widen32(values, c.n, out)
  return out
}
