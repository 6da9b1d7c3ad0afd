import { contribution } from './bm25.js'
import { BLOCK, type Segment } from './segment.js'

/** The postings of one word of a query in one segment, read forwards. */
export class Cursor {
  readonly docs: Int32Array
  readonly often: Uint8Array
  readonly weight: number
  readonly end: number
  at: number
  /** The most it can add to a document of the window, as `look` found it. */
  bound = 0
  private readonly blockLast: Int32Array
  private readonly blockMost: Float32Array
  private readonly start: number
  private readonly firstBlock: number
  private readonly blockEnd: number
  private block: number

  /** `reach` is by how much bounds grew since the segment was laid out. */
  constructor(segment: Segment, place: number, weight: number, reach: number) {
    this.docs = segment.docs
    this.often = segment.often
    this.blockLast = segment.blockLast
    this.blockMost = segment.blockMost
    this.weight = weight
    this.reach = weight * reach
    this.at = this.start = segment.starts[place] ?? 0
    this.end = segment.starts[place + 1] ?? 0
    this.block = this.firstBlock = segment.blockStarts[place] ?? 0
    this.blockEnd = segment.blockStarts[place + 1] ?? 0
  }

  private readonly reach: number

  /** Finds the bound for documents from `from` and before `to`; windows rise. */
  look(from: number, to: number): void {
    const { blockLast, blockMost, blockEnd } = this
    let block = this.block
    while (block < blockEnd && (blockLast[block] ?? 0) < from) block += 1
    this.block = block
    let most = 0
    for (; block < blockEnd; block += 1) {
      const first = this.docs[this.start + (block - this.firstBlock) * BLOCK] ?? 0
      if (first >= to) break
      const n = blockMost[block] ?? 0
      if (n > most) most = n
    }
    this.bound = most * this.reach
  }

  /** Moves to the first posting of `doc` or behind it. */
  seek(doc: number): void {
    const { docs, end, blockLast } = this
    let at = this.at
    if (at >= end || (docs[at] ?? 0) >= doc) return
    let block = this.firstBlock + (((at - this.start) / BLOCK) | 0)
    if (block < this.block) block = this.block
    while (block < this.blockEnd && (blockLast[block] ?? 0) < doc) block += 1
    const begin = this.start + (block - this.firstBlock) * BLOCK
    if (begin > at) at = begin
    while (at < end && (docs[at] ?? 0) < doc) at += 1
    this.at = at
  }
}

/** What the posting of a cursor is worth. */
export function worthAt(cursor: Cursor, lengths: Int32Array, fixed: number, slope: number): number {
  const { at } = cursor
  return contribution(cursor.weight, cursor.often[at] ?? 0, fixed, slope, lengths[cursor.docs[at] ?? 0] ?? 0)
}
