import { type Bm25, saturation } from './bm25.js'

/** Postings that share one bound. */
export const BLOCK = 64

/**
 * Documents that were indexed together and never change; only some may be dead. For each word of theirs, by rising
 * number: the documents that have it, how often, and the most that any of a block of them can gain.
 */
export interface Segment {
  /** By document: its name, when it was added, and its length in weighted words. Serials rise. */
  readonly ids: readonly string[]
  readonly serials: Int32Array<ArrayBuffer>
  readonly lengths: Int32Array<ArrayBuffer>
  readonly words: Int32Array<ArrayBuffer>
  /** By word, where its postings begin; one more for their end. */
  readonly starts: Int32Array<ArrayBuffer>
  readonly docs: Int32Array<ArrayBuffer>
  /** 0 for a tag. */
  readonly often: Uint8Array<ArrayBuffer>
  /** By word, where its blocks begin; one more for their end. */
  readonly blockStarts: Int32Array<ArrayBuffer>
  readonly blockLast: Int32Array<ArrayBuffer>
  /** The greatest often / (often + saturation) in it, at the mean length of the segment's own documents. */
  readonly blockMost: Float32Array<ArrayBuffer>
  /** Of all its documents, dead ones too. */
  readonly totalLength: number
  /** Bits of documents that were removed or replaced. */
  readonly dead: Uint8Array<ArrayBuffer>
  deadCount: number
}

export type Postings = Pick<Segment, 'words' | 'starts' | 'docs' | 'often'>
export type Documents = Pick<Segment, 'ids' | 'serials' | 'lengths'>

/** A segment of these postings, with its bounds. */
export function layOut(documents: Documents, postings: Postings, bm25: Bm25): Segment {
  const { lengths } = documents
  const { words, starts, docs, often } = postings
  let totalLength = 0
  for (const length of lengths) totalLength += length
  const { fixed, slope } = saturation(bm25, totalLength / lengths.length)
  const blockStarts = new Int32Array(words.length + 1)
  for (let w = 0; w < words.length; w += 1)
    blockStarts[w + 1] = (blockStarts[w] ?? 0) + Math.ceil(((starts[w + 1] ?? 0) - (starts[w] ?? 0)) / BLOCK)
  const count = blockStarts[words.length] ?? 0
  const blockLast = new Int32Array(count)
  const blockMost = new Float32Array(count)
  let block = 0
  for (let w = 0; w < words.length; w += 1) {
    const end = starts[w + 1] ?? 0
    for (let at = starts[w] ?? 0; at < end; at += BLOCK) {
      const last = Math.min(at + BLOCK, end)
      let most = 0
      for (let i = at; i < last; i += 1) {
        const n = often[i] ?? 0
        const share = n / (n + fixed + slope * (lengths[docs[i] ?? 0] ?? 0))
        if (share > most) most = share
      }
      blockLast[block] = docs[last - 1] ?? 0
      // Up by more than rounding to 32 bits can take off.
      blockMost[block] = most * 1.0000002
      block += 1
    }
  }
  const dead = new Uint8Array((lengths.length + 7) >> 3)
  return { ...documents, ...postings, blockStarts, blockLast, blockMost, totalLength, dead, deadCount: 0 }
}

export function meanLengthOf({ totalLength, lengths }: Segment): number {
  return lengths.length > 0 ? totalLength / lengths.length : 0
}

export function isDead({ dead }: Segment, doc: number): boolean {
  return (((dead[doc >> 3] ?? 0) >> (doc & 7)) & 1) === 1
}

/** Where a word stands among those of a segment, or -1. */
export function placeOf(numbers: Int32Array, wanted: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = numbers[middle] ?? 0
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
