import { contribution } from './bm25.js'
import { type Cursor, worthAt } from './cursor.js'
import type { Segment } from './segment.js'
import type { Top } from './top.js'

/** Documents that are looked at together. */
const WINDOW = 4096
/** What rounding can add to a sum of contributions beyond the sum of their bounds. */
const SLACK = 1e-9

/** Space for one window; one does for all segments of an index. */
export interface Room {
  readonly scores: Float64Array
  readonly met: Int32Array
  readonly docs: Int32Array
}

export function newRoom(): Room {
  return {
    scores: new Float64Array(WINDOW),
    met: new Int32Array(WINDOW >> 5),
    docs: new Int32Array(WINDOW),
  }
}

export interface Evaluation {
  readonly segment: Segment
  readonly cursors: Cursor[]
  readonly fixed: number
  readonly slope: number
  /** Bits of the documents that may be found; null for all. */
  readonly open: Uint8Array | null
}

/**
 * Offers the documents of a segment that can be among the best, window by window. Words are put in the order of the most
 * they can add there; those that together cannot lift a document over the bar are not read, but only asked about the
 * documents that the others found (MaxScore; Turtle and Flood 1995, with block bounds as in Ding and Suel 2011).
 */
export function evaluate(e: Evaluation, top: Top, room: Room): void {
  const { cursors, segment } = e
  const count = segment.lengths.length
  const sums = new Float64Array(cursors.length + 1)
  for (let from = 0; from < count; from += WINDOW) {
    const to = Math.min(from + WINDOW, count)
    for (const cursor of cursors) cursor.look(from, to)
    order(cursors)
    for (const [i, { bound }] of cursors.entries()) sums[i + 1] = (sums[i] ?? 0) + bound
    let first = 0
    while (first < cursors.length && (sums[first + 1] ?? 0) + SLACK <= top.bar) first += 1
    if (first === cursors.length) continue
    for (let i = first; i < cursors.length; i += 1) {
      const cursor = cursors[i]
      if (cursor && cursor.bound > 0) addAll(e, cursor, from, to, room)
    }
    const found = collect(e, from, room, top.bar - (sums[first] ?? 0) - SLACK)
    const left = ask(e, found, first, sums, from, room, top)
    for (let i = 0; i < left; i += 1) {
      const doc = room.docs[i] ?? 0
      const score = room.scores[doc - from] ?? 0
      room.scores[doc - from] = 0
      top.offer(score, segment.serials[doc] ?? 0)
    }
  }
}

/** By rising bound. Nearly in order from the window before. */
function order(cursors: Cursor[]): void {
  for (let i = 1; i < cursors.length; i += 1) {
    const cursor = cursors[i] as Cursor
    let at = i
    for (; at > 0 && (cursors[at - 1]?.bound ?? 0) > cursor.bound; at -= 1)
      cursors[at] = cursors[at - 1] as Cursor
    cursors[at] = cursor
  }
}

/** Adds up what a word is worth in the documents of a window. */
function addAll(e: Evaluation, cursor: Cursor, from: number, to: number, room: Room): void {
  const { lengths } = e.segment
  const { fixed, slope } = e
  const { docs, often, end, weight } = cursor
  const { scores, met } = room
  cursor.seek(from)
  let at = cursor.at
  for (; at < end; at += 1) {
    const doc = docs[at] as number
    if (doc >= to) break
    const i = doc - from
    scores[i] =
      (scores[i] as number) + contribution(weight, often[at] as number, fixed, slope, lengths[doc] as number)
    met[i >> 5] = (met[i >> 5] as number) | (1 << (i & 31))
  }
  cursor.at = at
}

/** The documents met, in order, that may be found and are over `least`; the scores of others are cleared. */
function collect({ open }: Evaluation, from: number, room: Room, least: number): number {
  const { scores, met, docs } = room
  let count = 0
  for (let word = 0; word < met.length; word += 1) {
    let bits = met[word] as number
    if (bits === 0) continue
    met[word] = 0
    for (; bits !== 0; bits &= bits - 1) {
      const i = (word << 5) + 31 - Math.clz32(bits & -bits)
      const doc = from + i
      if (
        (scores[i] as number) > least &&
        (open === null || (((open[doc >> 3] as number) >> (doc & 7)) & 1) === 1)
      ) {
        docs[count] = doc
        count += 1
      } else scores[i] = 0
    }
  }
  return count
}

/** Asks the words that were not read about the documents found, the one with the highest bound first; how many are left. */
function ask(
  e: Evaluation,
  found: number,
  first: number,
  sums: Float64Array,
  from: number,
  room: Room,
  { bar }: Top,
): number {
  const { scores, docs } = room
  let count = found
  for (let j = first - 1; j >= 0 && count > 0; j -= 1) {
    const cursor = e.cursors[j]
    if (!cursor || cursor.bound === 0) break
    const least = bar - (sums[j + 1] ?? 0) - SLACK
    let kept = 0
    for (let i = 0; i < count; i += 1) {
      const doc = docs[i] as number
      if ((scores[doc - from] as number) <= least) {
        scores[doc - from] = 0
        continue
      }
      docs[kept] = doc
      kept += 1
      cursor.seek(doc)
      if (cursor.at >= cursor.end || cursor.docs[cursor.at] !== doc) continue
      scores[doc - from] =
        (scores[doc - from] as number) + worthAt(cursor, e.segment.lengths, e.fixed, e.slope)
    }
    count = kept
  }
  return count
}
