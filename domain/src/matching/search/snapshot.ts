import type { Bm25 } from './bm25.js'
import { Dictionary } from './dictionary.js'
import { SearchIndex } from './search-index.js'
import type { Segment } from './segment.js'

/**
 * An index as bytes: a head of four 32-bit numbers, then chunks that each begin with the size of their numbers, a check
 * sum and their length. Numbers stand in the byte order of the machine, of which the head tells.
 */
const MAGIC = 0x4b48_4958
const VERSION = 1
const HEAD = 16
const CHUNK_HEAD = 16

type Numbers =
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>

/** What an index cannot be read from: bytes that are cut short, damaged, or of another version. */
export class SnapshotError extends Error {}

interface Settings {
  readonly weights: readonly number[]
  readonly bm25: Bm25
  readonly segments: number
}

/** The bytes of an index, in parts to be written one after the other; valid until the index changes. */
export function* snapshotOf({ weights, bm25, dictionary, segments }: SearchIndex): Generator<Uint8Array> {
  const settings: Settings = { weights, bm25, segments: segments.length }
  yield bytesOf(Int32Array.of(MAGIC, VERSION, 0, 0))
  yield* chunk(textNumbers([JSON.stringify(settings)]))
  yield* chunk(textNumbers(dictionary.words))
  for (const segment of segments) for (const part of partsOf(segment)) yield* chunk(part)
}

function partsOf(s: Segment): Numbers[] {
  return [
    textNumbers(s.ids),
    s.serials,
    s.lengths,
    s.words,
    s.starts,
    s.docs,
    s.often,
    s.blockStarts,
    s.blockLast,
    s.blockMost,
    s.dead,
  ]
}

export function loadSnapshot(bytes: Uint8Array): SearchIndex {
  const reader = new Reader(bytes)
  const { weights, bm25, segments } = JSON.parse(reader.texts()[0] ?? 'null') as Settings
  const dictionary = new Dictionary(reader.texts())
  const read = Array.from({ length: segments }, () => segmentFrom(reader))
  reader.end()
  return new SearchIndex({ weights, bm25 }, dictionary, read)
}

function segmentFrom(reader: Reader): Segment {
  const ids = reader.texts()
  const [serials, lengths, words, starts, docs] = [1, 2, 3, 4, 5].map(() => reader.int32()) as [I, I, I, I, I]
  const often = reader.uint8()
  const [blockStarts, blockLast] = [reader.int32(), reader.int32()]
  const blockMost = reader.float32()
  const dead = reader.uint8()
  let totalLength = 0
  for (const length of lengths) totalLength += length
  let deadCount = 0
  for (let byte of dead) for (; byte !== 0; byte &= byte - 1) deadCount += 1
  return {
    ids,
    serials,
    lengths,
    words,
    starts,
    docs,
    often,
    blockStarts,
    blockLast,
    blockMost,
    totalLength,
    dead,
    deadCount,
  }
}

type I = Int32Array<ArrayBuffer>

/** Texts as the length of each and then their UTF-16. */
function textNumbers(texts: readonly string[]): Uint16Array<ArrayBuffer> {
  const lengths = Int32Array.from([texts.length, ...texts.map((t) => t.length)])
  const heads = new Uint16Array(lengths.buffer)
  const all = new Uint16Array(heads.length + texts.reduce((sum, t) => sum + t.length, 0))
  all.set(heads)
  let at = heads.length
  for (const text of texts)
    for (let i = 0; i < text.length; i += 1) {
      all[at] = text.charCodeAt(i)
      at += 1
    }
  return all
}

function* chunk(numbers: Numbers): Generator<Uint8Array> {
  const bytes = bytesOf(numbers)
  const head = Int32Array.of(
    numbers.BYTES_PER_ELEMENT,
    checkSum(bytes),
    bytes.length >>> 0,
    Math.floor(bytes.length / 2 ** 32),
  )
  yield bytesOf(head)
  yield bytes
  const filling = Math.ceil(bytes.length / 8) * 8 - bytes.length
  if (filling > 0) yield new Uint8Array(filling)
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** FNV-1a over 32-bit words: finds what a broken disk or a write cut short leaves behind. */
function checkSum(bytes: Uint8Array<ArrayBuffer>): number {
  let sum = 0x811c9dc5
  const whole = Math.floor(bytes.length / 4) * 4
  const aligned = (bytes.byteOffset & 3) === 0 ? bytes : bytes.slice()
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, whole / 4)
  for (const word of words) sum = Math.imul(sum ^ word, 0x01000193)
  for (let i = whole; i < bytes.length; i += 1) sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193)
  return sum
}

class Reader {
  private readonly bytes: Uint8Array<ArrayBuffer>
  private at = HEAD

  constructor(bytes: Uint8Array) {
    // Typed arrays need an aligned place.
    this.bytes = (bytes.byteOffset & 7) === 0 && isPlain(bytes) ? bytes : new Uint8Array(bytes)
    const head = this.int32At(0, 2)
    if (head[0] !== MAGIC)
      throw new SnapshotError('These bytes are no snapshot of an index, or of another byte order')
    if (head[1] !== VERSION) throw new SnapshotError(`The snapshot has version ${head[1]}, not ${VERSION}`)
  }

  int32(): I {
    const bytes = this.next(4)
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  }

  float32(): Float32Array<ArrayBuffer> {
    const bytes = this.next(4)
    return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  }

  uint8(): Uint8Array<ArrayBuffer> {
    return this.next(1)
  }

  texts(): string[] {
    const bytes = this.next(2)
    const count = new Int32Array(bytes.buffer, bytes.byteOffset, 1)[0] ?? 0
    const lengths = new Int32Array(bytes.buffer, bytes.byteOffset + 4, count)
    const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
    let at = 2 * (count + 1)
    return Array.from(lengths, (length) => {
      let text = ''
      // A call takes only so many arguments.
      for (const end = at + length; at < end; at = Math.min(at + 8192, end))
        text += String.fromCharCode(...units.subarray(at, Math.min(at + 8192, end)))
      return text
    })
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new SnapshotError('The snapshot has more bytes than it tells of')
  }

  private next(size: number): Uint8Array<ArrayBuffer> {
    const [found, sum = 0, low = 0, high = 0] = this.int32At(this.at, 4)
    const length = high * 2 ** 32 + (low >>> 0)
    const from = this.at + CHUNK_HEAD
    if (found !== size || from + length > this.bytes.length)
      throw new SnapshotError('The snapshot is cut short or damaged')
    const bytes = this.bytes.subarray(from, from + length)
    if (checkSum(bytes) !== sum) throw new SnapshotError('The snapshot is damaged: a check sum is not right')
    this.at = from + Math.ceil(length / 8) * 8
    return bytes
  }

  private int32At(at: number, count: number): Int32Array {
    if (at + 4 * count > this.bytes.length) throw new SnapshotError('The snapshot is cut short')
    return new Int32Array(this.bytes.buffer, this.bytes.byteOffset + at, count)
  }
}

function isPlain(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
}
