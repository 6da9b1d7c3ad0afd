/**
 * Which row of a file named a resource first, for millions of rows: 64 bits of hash and two numbers a row instead of
 * a text. Two different texts of one hash are to be expected once in some thirty million files of a million rows.
 */
export class RowIndex {
  #mask = 1023
  #size = 0
  #high = new Int32Array(1024)
  #low = new Int32Array(1024)
  #row = new Int32Array(1024)
  #subject = new Int32Array(1024)

  /** The row that named it before, with its subject; else enters this one and answers null. */
  enter(text: string, row: number, subject: number): { row: number; subject: number } | null {
    if (this.#size * 2 > this.#mask) this.#grow()
    const high = hashOf(text, 0x811c9dc5)
    const low = hashOf(text, 0x1b873593)
    let at = low & this.#mask
    while (this.#row[at] !== 0) {
      if (this.#low[at] === low && this.#high[at] === high)
        return { row: this.#row[at] ?? 0, subject: this.#subject[at] ?? 0 }
      at = (at + 1) & this.#mask
    }
    this.#put(at, high, low, row, subject)
    this.#size += 1
    return null
  }

  #put(at: number, high: number, low: number, row: number, subject: number): void {
    this.#high[at] = high
    this.#low[at] = low
    this.#row[at] = row
    this.#subject[at] = subject
  }

  #grow(): void {
    const [high, low, row, subject] = [this.#high, this.#low, this.#row, this.#subject]
    const size = (this.#mask + 1) * 2
    this.#mask = size - 1
    this.#high = new Int32Array(size)
    this.#low = new Int32Array(size)
    this.#row = new Int32Array(size)
    this.#subject = new Int32Array(size)
    for (let i = 0; i < row.length; i += 1) {
      if (row[i] === 0) continue
      let at = (low[i] ?? 0) & this.#mask
      while (this.#row[at] !== 0) at = (at + 1) & this.#mask
      this.#put(at, high[i] ?? 0, low[i] ?? 0, row[i] ?? 0, subject[i] ?? 0)
    }
  }
}

/** FNV-1a over UTF-16 units, mixed at the end as MurmurHash3 does. */
function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
