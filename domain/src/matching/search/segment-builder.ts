import { type Bm25, MOST_OFTEN } from './bm25.js'
import { type Dictionary, tagWord } from './dictionary.js'
import { layOut, type Segment } from './segment.js'

/** A document as words, field by field, in the order of the index's fields. */
export interface IndexedDocument {
  readonly id: string
  readonly fields: readonly (readonly string[])[]
  /** What it can be filtered by, such as `kind:achievement`. */
  readonly tags?: readonly string[]
}

/** Takes documents in and turns them into a segment: first by document as they come, then sorted by word. */
export class SegmentBuilder {
  private readonly dictionary: Dictionary
  private readonly weights: readonly number[]
  private readonly ids: string[] = []
  private readonly serials: number[] = []
  private readonly lengths: number[] = []
  private readonly ends: number[] = []
  private words = new Int32Array(1024)
  private often = new Uint8Array(1024)
  private count = 0
  private counts = new Uint32Array(1024)
  private readonly touched: number[] = []

  constructor(dictionary: Dictionary, weights: readonly number[]) {
    this.dictionary = dictionary
    this.weights = weights
  }

  get postings(): number {
    return this.count
  }

  get documents(): number {
    return this.ids.length
  }

  add({ id, fields, tags }: IndexedDocument, serial: number): void {
    let length = 0
    for (const [i, words] of fields.entries()) {
      const weight = this.weights[i] ?? 1
      for (const word of words) this.meet(this.dictionary.numberOf(word), weight)
      length += weight * words.length
    }
    this.makeRoom(this.touched.length + (tags?.length ?? 0))
    for (const number of this.touched) {
      this.put(number, Math.min(this.counts[number] ?? 0, MOST_OFTEN))
      this.counts[number] = 0
    }
    this.touched.length = 0
    for (const tag of new Set(tags)) this.put(this.dictionary.numberOf(tagWord(tag)), 0)
    this.ids.push(id)
    this.serials.push(serial)
    this.lengths.push(length)
    this.ends.push(this.count)
  }

  private meet(number: number, weight: number): void {
    if (number >= this.counts.length) this.counts = grown(this.counts, this.dictionary.size)
    const before = this.counts[number] ?? 0
    if (before === 0) this.touched.push(number)
    this.counts[number] = before + weight
  }

  private put(number: number, often: number): void {
    this.words[this.count] = number
    this.often[this.count] = often
    this.count += 1
  }

  private makeRoom(more: number): void {
    if (this.count + more <= this.words.length) return
    this.words = grown(this.words, this.count + more)
    this.often = grown(this.often, this.count + more)
  }

  build(bm25: Bm25): Segment {
    const { count, dictionary } = this
    const having = new Int32Array(dictionary.size + 1)
    for (let i = 0; i < count; i += 1) {
      const number = this.words[i] ?? 0
      having[number] = (having[number] ?? 0) + 1
    }
    const { words, starts, next } = placesOf(having)
    const docs = new Int32Array(count)
    const often = new Uint8Array(count)
    let doc = 0
    for (let i = 0; i < count; i += 1) {
      while (i >= (this.ends[doc] ?? 0)) doc += 1
      const number = this.words[i] ?? 0
      const at = next[number] ?? 0
      docs[at] = doc
      often[at] = this.often[i] ?? 0
      next[number] = at + 1
    }
    const documents = {
      ids: this.ids,
      serials: Int32Array.from(this.serials),
      lengths: Int32Array.from(this.lengths),
    }
    return layOut(documents, { words, starts, docs, often }, bm25)
  }
}

/** Of how many documents have each word: which words there are, and where their postings go. */
function placesOf(next: Int32Array<ArrayBuffer>) {
  let found = 0
  for (const n of next) if (n > 0) found += 1
  const words = new Int32Array(found)
  const starts = new Int32Array(found + 1)
  let [word, at] = [0, 0]
  for (let number = 0; number < next.length; number += 1) {
    const having = next[number] ?? 0
    next[number] = at
    if (having === 0) continue
    words[word] = number
    starts[word] = at
    at += having
    word += 1
  }
  starts[found] = at
  return { words, starts, next }
}

function grown<T extends Int32Array | Uint32Array | Uint8Array>(array: T, least: number): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
