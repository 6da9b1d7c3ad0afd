import type { CellReading } from '@kehui/domain/registry/fields'
import type { ReadText } from '@kehui/domain/registry/imports'

const SLOTS = 1 << 16
const REMEMBERED = 30_000
const LONGEST = 60

/**
 * What cells of a column became, by their bytes: millions of rows have few different places, dates and numbers. A cell
 * that was not met before is read as ever; one that is wrong is not remembered.
 */
export class CellMemory {
  readonly #read: ReadText
  readonly #slots = new Int32Array(SLOTS)
  /** Of each entry: where its key begins and ends, and where its JSON ends, which stands behind it. */
  readonly #entries = new Int32Array(3 * (REMEMBERED + 1))
  #size = 0
  #length = 0
  /** Keys and what they became. */
  bytes = Buffer.alloc(1 << 16)
  /** Where the JSON of the cell last found stands in `bytes`. */
  from = 0
  to = 0

  constructor(read: ReadText) {
    this.#read = read
  }

  /** Finds or reads a cell; false for one that is wrong. */
  find(given: Uint8Array, from: number, to: number): boolean {
    let hash = 0x811c9dc5
    for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (given[i] ?? 0), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#isKey(entry, given, from, to)) {
        this.from = this.#entries[3 * entry + 1] ?? 0
        this.to = this.#entries[3 * entry + 2] ?? 0
        return true
      }
      slot = (slot + 1) & (SLOTS - 1)
    }
    const reading = this.#read(Buffer.from(given.subarray(from, to)).toString())
    if (!reading.ok) return false
    const isKept = to - from <= LONGEST && this.#size < REMEMBERED
    this.#put(given.subarray(from, to), reading)
    if (isKept) this.#slots[slot] = this.#keep()
    return true
  }

  #isKey(entry: number, given: Uint8Array, from: number, to: number): boolean {
    const start = this.#entries[3 * entry] ?? 0
    if ((this.#entries[3 * entry + 1] ?? 0) - start !== to - from) return false
    for (let i = from; i < to; i += 1) if (this.bytes[start + i - from] !== given[i]) return false
    return true
  }

  /** Behind what is remembered. */
  #put(key: Uint8Array, { cell }: Extract<CellReading, { ok: true }>): void {
    const json = Buffer.from(JSON.stringify(cell))
    const needed = this.#length + key.length + json.length
    if (needed > this.bytes.length) {
      const more = Buffer.alloc(2 * needed)
      more.set(this.bytes)
      this.bytes = more
    }
    this.bytes.set(key, this.#length)
    this.bytes.set(json, this.#length + key.length)
    this.from = this.#length + key.length
    this.to = needed
  }

  #keep(): number {
    this.#size += 1
    this.#entries[3 * this.#size] = this.#length
    this.#entries[3 * this.#size + 1] = this.from
    this.#entries[3 * this.#size + 2] = this.to
    this.#length = this.to
    return this.#size
  }
}
