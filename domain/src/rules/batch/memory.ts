import type { Primitives } from './primitives.js'

const PAGE = 65536
const CHUNK = 1 << 18

/** The memory of one instance: handed out from the bottom, never given back. */
export class Heap {
  private readonly primitives: Primitives
  private top = 16
  private bytes = new Uint8Array(0)
  private words = new Int32Array(0)
  private longs = new BigInt64Array(0)

  constructor(primitives: Primitives) {
    this.primitives = primitives
  }

  take(bytes: number): number {
    const at = this.top
    this.top = (at + bytes + 15) & ~15
    const { memory } = this.primitives
    // A test of sixteen rows may read a little behind what was asked for.
    const lacking = this.top + PAGE - memory.buffer.byteLength
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE))
    return at
  }

  /** For another use of the same memory: what was handed out no longer counts. */
  clear(): void {
    this.top = 16
  }

  get u8(): Uint8Array {
    this.refresh()
    return this.bytes
  }

  get i32(): Int32Array {
    this.refresh()
    return this.words
  }

  get i64(): BigInt64Array {
    this.refresh()
    return this.longs
  }

  get size(): number {
    return this.primitives.memory.buffer.byteLength
  }

  /** Growing moves the memory. */
  private refresh(): void {
    const { buffer } = this.primitives.memory
    if (this.bytes.buffer === buffer) return
    this.bytes = new Uint8Array(buffer)
    this.words = new Int32Array(buffer)
    this.longs = new BigInt64Array(buffer)
  }
}

/** Scratch space that is all given back at once. */
export class Arena {
  private readonly heap: Heap
  private readonly chunks: { at: number; size: number }[] = []
  private chunk = 0
  private next = 0
  private end = 0

  constructor(heap: Heap) {
    this.heap = heap
  }

  reset(): void {
    this.chunk = 0
    this.next = this.end = 0
  }

  take(bytes: number): number {
    const size = (bytes + 15) & ~15
    while (this.next + size > this.end) this.advance(size)
    const at = this.next
    this.next += size
    return at
  }

  private advance(size: number): void {
    let chunk = this.chunks[this.chunk]
    if (!chunk) {
      chunk = { at: this.heap.take(Math.max(CHUNK, size)), size: Math.max(CHUNK, size) }
      this.chunks.push(chunk)
    }
    this.chunk += 1
    this.next = chunk.at
    this.end = chunk.at + chunk.size
  }
}
