/** Hash, row and subject of an entry stand side by side: looking one up reads one line of the processor's memory. */
const WIDTH = 4
/** Nobody is believed who expects more. */
const MOST_EXPECTED = 3_990_000
const HIGH = 0x811c9dc5
const LOW = 0x1b873593
const PRIME = 0x01000193

/**
 * Which row of a file named a resource first, for millions of rows: 64 bits of hash and two numbers a row instead of
 * a text. Two different texts of one hash are to be expected once in some thirty million files of a million rows.
 */
export class RowIndex {
  #mask: number
  #size = 0
  /** High and low half of the hash, row, subject. */
  #entries: Int32Array
  #high = 0
  #low = 0

  /** With room for as many; it grows as it must. */
  constructor(expected = 0) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(1024, Math.min(expected, MOST_EXPECTED) * 2.1)))
    this.#mask = slots - 1
    this.#entries = new Int32Array(WIDTH * slots)
  }

  /** The row that named it before, with its subject; else enters this one and answers null. */
  enter(text: string, row: number, subject: number): { row: number; subject: number } | null {
    this.#hash(text)
    return this.#enter(row, subject)
  }

  /** Enters what stands in these bytes; false where a row named it before. */
  enterPlain(bytes: Uint8Array, from: number, to: number, row: number, subject: number): boolean {
    this.#hashPlain(bytes, from, to)
    return this.#enter(row, subject) === null
  }

  /** Whether what stands in these bytes was entered. */
  hasPlain(bytes: Uint8Array, from: number, to: number): boolean {
    this.#hashPlain(bytes, from, to)
    const entries = this.#entries
    let at = WIDTH * (this.#low & this.#mask)
    while (entries[at + 2] !== 0) {
      if (entries[at + 1] === this.#low && entries[at] === this.#high) return true
      at = (at + WIDTH) & (entries.length - 1)
    }
    return false
  }

  /** As `#hash` of the text, which has characters of one byte and of three alone. */
  #hashPlain(bytes: Uint8Array, from: number, to: number): void {
    let high = HIGH
    let low = LOW
    for (let i = from; i < to; i += 1) {
      let unit = bytes[i] ?? 0
      if (unit >= 0x80) {
        unit = ((unit & 0x0f) << 12) | (((bytes[i + 1] ?? 0) & 0x3f) << 6) | ((bytes[i + 2] ?? 0) & 0x3f)
        i += 2
      }
      high = Math.imul(high ^ unit, PRIME)
      low = Math.imul(low ^ unit, PRIME)
    }
    this.#high = mixed(high)
    this.#low = mixed(low)
  }

  #enter(row: number, subject: number): { row: number; subject: number } | null {
    if (this.#size * 2 > this.#mask) this.#grow()
    const entries = this.#entries
    let at = WIDTH * (this.#low & this.#mask)
    while (entries[at + 2] !== 0) {
      if (entries[at + 1] === this.#low && entries[at] === this.#high)
        return { row: entries[at + 2] ?? 0, subject: entries[at + 3] ?? 0 }
      at = (at + WIDTH) & (entries.length - 1)
    }
    entries[at] = this.#high
    entries[at + 1] = this.#low
    entries[at + 2] = row
    entries[at + 3] = subject
    this.#size += 1
    return null
  }

  #grow(): void {
    const old = this.#entries
    const entries = new Int32Array(2 * old.length)
    this.#entries = entries
    this.#mask = this.#mask * 2 + 1
    for (let i = 0; i < old.length; i += WIDTH) {
      if (old[i + 2] === 0) continue
      let at = WIDTH * ((old[i + 1] ?? 0) & this.#mask)
      while (entries[at + 2] !== 0) at = (at + WIDTH) & (entries.length - 1)
      for (let k = 0; k < WIDTH; k += 1) entries[at + k] = old[i + k] ?? 0
    }
  }

  /** FNV-1a over UTF-16 units from two beginnings, each mixed at the end as MurmurHash3 does. */
  #hash(text: string): void {
    let high = HIGH
    let low = LOW
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i)
      high = Math.imul(high ^ unit, PRIME)
      low = Math.imul(low ^ unit, PRIME)
    }
    this.#high = mixed(high)
    this.#low = mixed(low)
  }
}

function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
