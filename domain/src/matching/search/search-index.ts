import { type Bm25, USUAL } from './bm25.js'
import { Dictionary } from './dictionary.js'
import { merged } from './merge.js'
import { isDead, placeOf, type Segment } from './segment.js'
import { type IndexedDocument, SegmentBuilder } from './segment-builder.js'

/** Postings after which documents that come together are made a segment. */
const AT_ONCE = 4_000_000
/** Postings from which a segment is joined with no other. */
const LARGEST = 64_000_000
/** Segments of one size that are joined. */
const FAN = 8
const SMALLEST = 4096

export interface IndexOptions {
  /** How much a word counts in each field, in whole numbers. */
  readonly weights: readonly number[]
  readonly bm25?: Bm25
}

/**
 * An inverted index in memory, scored by BM25F: words of all fields are counted with the weight of their field, and so
 * is the length (Robertson, Zaragoza and Taylor 2004). Documents are added as immutable segments, which are joined as
 * they become many; one that comes again replaces its former self.
 */
export class SearchIndex {
  readonly dictionary: Dictionary
  readonly segments: Segment[]
  readonly weights: readonly number[]
  readonly bm25: Bm25
  private readonly serialOf = new Map<string, number>()
  private nextSerial = 0

  constructor(
    { weights, bm25 = USUAL }: IndexOptions,
    dictionary = new Dictionary(),
    segments: Segment[] = [],
  ) {
    if (weights.some((w) => !Number.isInteger(w) || w < 1))
      throw new Error('Weights of fields are whole numbers from 1')
    this.weights = weights
    this.bm25 = bm25
    this.dictionary = dictionary
    this.segments = segments
    for (const segment of segments)
      for (const [doc, id] of segment.ids.entries()) {
        const serial = segment.serials[doc] ?? 0
        if (!isDead(segment, doc)) this.serialOf.set(id, serial)
        this.nextSerial = Math.max(this.nextSerial, serial + 1)
      }
  }

  /** How many documents can be found. */
  get size(): number {
    return this.serialOf.size
  }

  has(id: string): boolean {
    return this.serialOf.has(id)
  }

  /** Adds documents, in the place of those of the same names. They can be found when it returns. */
  add(documents: Iterable<IndexedDocument>): void {
    const again: number[] = []
    let builder = new SegmentBuilder(this.dictionary, this.weights)
    const flush = () => {
      if (builder.documents === 0) return
      this.segments.push(builder.build(this.bm25))
      builder = new SegmentBuilder(this.dictionary, this.weights)
      for (const serial of again) this.bury(serial)
      again.length = 0
      this.tidy()
    }
    for (const document of documents) {
      const before = this.serialOf.get(document.id)
      if (before !== undefined) again.push(before)
      builder.add(document, this.nextSerial)
      this.serialOf.set(document.id, this.nextSerial)
      this.nextSerial += 1
      if (builder.postings >= AT_ONCE) flush()
    }
    flush()
  }

  /** Takes documents out; those that are not there are passed over. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      const serial = this.serialOf.get(id)
      if (serial === undefined) continue
      this.serialOf.delete(id)
      this.bury(serial)
    }
    this.tidy()
  }

  /** Makes it one segment, where that is not too large: searching is fastest then. */
  join(): void {
    for (const run of runsUnder(this.segments, LARGEST)) {
      const { from, to } = run
      if (to - from > 1 || (this.segments[from]?.deadCount ?? 0) > 0) this.replace(from, to)
    }
  }

  /** Where a document stands. */
  placeOf(id: string): { segment: Segment; doc: number } | undefined {
    const serial = this.serialOf.get(id)
    return serial === undefined ? undefined : this.find(serial)
  }

  find(serial: number): { segment: Segment; doc: number } {
    for (const segment of this.segments) {
      if ((segment.serials.at(-1) ?? -1) < serial) continue
      const doc = placeOf(segment.serials, serial)
      if (doc >= 0) return { segment, doc }
    }
    throw new Error(`No document has the serial ${serial}`)
  }

  private bury(serial: number): void {
    const { segment, doc } = this.find(serial)
    segment.dead[doc >> 3] = (segment.dead[doc >> 3] ?? 0) | (1 << (doc & 7))
    segment.deadCount += 1
  }

  /** Joins neighbours that are many and small, and writes those anew of which a third is dead. */
  private tidy(): void {
    for (let i = this.segments.length - 1; i >= 0; i -= 1) {
      const { deadCount, lengths } = this.segments[i] as Segment
      if (deadCount === lengths.length) this.segments.splice(i, 1)
      else if (deadCount * 3 > lengths.length) this.replace(i, i + 1)
    }
    for (let limit = SMALLEST; limit <= LARGEST / FAN; limit *= FAN) {
      let from = this.segments.length
      while (from > 0 && (this.segments[from - 1]?.docs.length ?? 0) <= limit) from -= 1
      if (this.segments.length - from >= FAN) this.replace(from, this.segments.length)
    }
  }

  private replace(from: number, to: number): void {
    this.segments.splice(from, to - from, merged(this.segments.slice(from, to), this.bm25))
  }
}

/** Neighbours that together have no more than so many postings, from the last to the first, as they can be replaced. */
function runsUnder(segments: readonly Segment[], most: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let to = segments.length; to > 0; ) {
    let from = to - 1
    let sum = segments[from]?.docs.length ?? 0
    while (from > 0 && sum + (segments[from - 1]?.docs.length ?? 0) <= most) {
      from -= 1
      sum += segments[from]?.docs.length ?? 0
    }
    runs.push({ from, to })
    to = from
  }
  return runs
}
