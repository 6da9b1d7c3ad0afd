import type { Bm25 } from './bm25.js'
import { isDead, layOut, type Segment } from './segment.js'

/** Neighbours as one segment, without what is dead. */
export function merged(segments: readonly Segment[], bm25: Bm25): Segment {
  const places = segments.map(() => new Int32Array(0))
  const ids: string[] = []
  const alive = segments.reduce((sum, s) => sum + s.lengths.length - s.deadCount, 0)
  const serials = new Int32Array(alive)
  const lengths = new Int32Array(alive)
  for (const [i, segment] of segments.entries()) {
    const moved = new Int32Array(segment.lengths.length).fill(-1)
    for (let doc = 0; doc < moved.length; doc += 1) {
      if (isDead(segment, doc)) continue
      const at = ids.length
      moved[doc] = at
      ids.push(segment.ids[doc] ?? '')
      serials[at] = segment.serials[doc] ?? 0
      lengths[at] = segment.lengths[doc] ?? 0
    }
    places[i] = moved
  }
  return layOut({ ids, serials, lengths }, joined(segments, places), bm25)
}

/** The postings of all, word by word. */
function joined(segments: readonly Segment[], places: readonly Int32Array[]) {
  const most = segments.reduce((sum, { docs }) => sum + docs.length, 0)
  const docs = new Int32Array(most)
  const often = new Uint8Array(most)
  const all = wordsOf(segments)
  const words = new Int32Array(all.length)
  const starts = new Int32Array(all.length + 1)
  const next = segments.map(() => 0)
  let [count, at] = [0, 0]
  for (const word of all) {
    const before = at
    for (const [i, segment] of segments.entries()) {
      const place = next[i] ?? 0
      if (segment.words[place] !== word) continue
      next[i] = place + 1
      const moved = places[i] as Int32Array
      const end = segment.starts[place + 1] ?? 0
      for (let from = segment.starts[place] ?? 0; from < end; from += 1) {
        const doc = moved[segment.docs[from] as number] as number
        if (doc < 0) continue
        docs[at] = doc
        often[at] = segment.often[from] as number
        at += 1
      }
    }
    if (at === before) continue
    words[count] = word
    starts[count] = before
    count += 1
  }
  starts[count] = at
  const whole = at === most
  return {
    words: words.slice(0, count),
    starts: starts.slice(0, count + 1),
    docs: whole ? docs : docs.slice(0, at),
    often: whole ? often : often.slice(0, at),
  }
}

/** Every word that any of them has, once, in order. */
function wordsOf(segments: readonly Segment[]): Int32Array {
  const all = new Int32Array(segments.reduce((sum, { words }) => sum + words.length, 0))
  let at = 0
  for (const { words } of segments) {
    all.set(words, at)
    at += words.length
  }
  all.sort()
  let count = 0
  for (let i = 0; i < all.length; i += 1)
    if (i === 0 || all[i] !== all[i - 1]) {
      all[count] = all[i] ?? 0
      count += 1
    }
  return all.subarray(0, count)
}
