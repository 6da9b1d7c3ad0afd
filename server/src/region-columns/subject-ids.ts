/** The subjects of a region by row: 16 bytes each, no text for each of a million. */
export class SubjectIds {
  readonly bytes: Uint8Array
  readonly rows: number
  private index: Int32Array | null = null

  constructor(rows: number, bytes = new Uint8Array(new SharedArrayBuffer(16 * Math.max(1, rows)))) {
    this.rows = rows
    this.bytes = bytes
  }

  at(row: number): string {
    let text = ''
    for (let i = 0; i < 16; i += 1) {
      text += HEX[this.bytes[16 * row + i] ?? 0]
      if (i === 3 || i === 5 || i === 7 || i === 9) text += '-'
    }
    return text
  }

  /** -1 for a subject that has no row. */
  rowOf(id: string): number {
    const bytes = Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) =>
      Number.parseInt(pair, 16),
    )
    return this.find(bytes, 0)
  }

  /** The row of the id that stands at a place of some bytes. */
  find(bytes: Uint8Array, from: number): number {
    this.index ??= this.indexed()
    const { index } = this
    for (let slot = hashAt(bytes, from) & (index.length - 1); ; slot = (slot + 1) & (index.length - 1)) {
      const row = (index[slot] ?? 0) - 1
      if (row < 0 || this.isAt(row, bytes, from)) return row
    }
  }

  private isAt(row: number, bytes: Uint8Array, from: number): boolean {
    for (let i = 0; i < 16; i += 1) if (this.bytes[16 * row + i] !== bytes[from + i]) return false
    return true
  }

  private indexed(): Int32Array {
    const index = new Int32Array(2 ** Math.ceil(Math.log2(2 * this.rows + 2)))
    for (let row = 0; row < this.rows; row += 1) {
      let slot = hashAt(this.bytes, 16 * row) & (index.length - 1)
      while (index[slot] !== 0) slot = (slot + 1) & (index.length - 1)
      index[slot] = row + 1
    }
    return index
  }
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))

/** Ids of version 4 are random throughout, those of version 7 at their end. */
function hashAt(bytes: Uint8Array, at: number): number {
  const word = (i: number) =>
    ((bytes[at + i] ?? 0) << 24) |
    ((bytes[at + i + 1] ?? 0) << 16) |
    ((bytes[at + i + 2] ?? 0) << 8) |
    (bytes[at + i + 3] ?? 0)
  const mixed = Math.imul(word(12) ^ Math.imul(word(0), 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
