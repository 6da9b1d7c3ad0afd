import { type Dictionary, tagWord } from './dictionary.js'
import { placeOf, type Segment } from './segment.js'

/** All of the lists must have a tag of the document. */
export type Filter = readonly (readonly string[])[]

/** Bits of the documents of a segment that are alive and pass; null where all do. */
export function openOf(segment: Segment, dictionary: Dictionary, filter: Filter): Uint8Array | null {
  if (filter.length === 0 && segment.deadCount === 0) return null
  const open = new Uint8Array(segment.dead.length)
  for (let i = 0; i < open.length; i += 1) open[i] = ~(segment.dead[i] ?? 0)
  for (const tags of filter) {
    const any = new Uint8Array(open.length)
    for (const tag of tags) mark(segment, dictionary.find(tagWord(tag)), any)
    for (let i = 0; i < open.length; i += 1) open[i] = (open[i] ?? 0) & (any[i] ?? 0)
  }
  return open
}

function mark({ words, starts, docs }: Segment, number: number | undefined, bits: Uint8Array): void {
  const place = number === undefined ? -1 : placeOf(words, number)
  if (place < 0) return
  const end = starts[place + 1] ?? 0
  for (let at = starts[place] ?? 0; at < end; at += 1) {
    const doc = docs[at] ?? 0
    bits[doc >> 3] = (bits[doc >> 3] ?? 0) | (1 << (doc & 7))
  }
}
