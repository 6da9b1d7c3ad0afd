import { EDGE, lettersOf } from './letters.js'

/** One resource as it is entered. */
export interface Entry {
  /** A UUID. */
  readonly id: string
  readonly names: readonly string[]
  /** A number that stands for its kind, below 255. */
  readonly kind: number
  /** Six digits of a place; 0 where none is known. */
  readonly place: number
}

const ID_BYTES = 16

/** Names of millions of resources in a few columns: some thirty bytes each, and none for the garbage collector. */
export class NameTable {
  size = 0
  /** Letters of all, one after another, each name between edges. */
  text = new Uint16Array(1 << 12)
  /** Where the letters of each end. */
  ends = new Uint32Array(1 << 8)
  kinds = new Uint8Array(1 << 8)
  places = new Uint32Array(1 << 8)
  private ids = new Uint8Array(ID_BYTES << 8)
  private length = 0

  add({ id, names, kind, place }: Entry): void {
    if (this.size === this.ends.length) this.growRows()
    this.put(EDGE)
    for (const name of names) {
      const letters = lettersOf(name)
      for (let at = 0; at < letters.length; at += 1) this.put(letters.charCodeAt(at))
      if (letters !== '') this.put(EDGE)
    }
    this.ends[this.size] = this.length
    this.kinds[this.size] = kind
    this.places[this.size] = place
    putId(this.ids, this.size * ID_BYTES, id)
    this.size += 1
  }

  startOf(row: number): number {
    return row === 0 ? 0 : (this.ends[row - 1] ?? 0)
  }

  idOf(row: number): string {
    let hex = ''
    for (let at = row * ID_BYTES; at < (row + 1) * ID_BYTES; at += 1)
      hex += (this.ids[at] ?? 0).toString(16).padStart(2, '0')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** Bytes that its columns take. */
  get bytes(): number {
    return [this.text, this.ends, this.kinds, this.places, this.ids].reduce((sum, c) => sum + c.byteLength, 0)
  }

  private put(unit: number): void {
    if (this.length === this.text.length) {
      const wider = new Uint16Array(Math.ceil(this.text.length * 1.5))
      wider.set(this.text)
      this.text = wider
    }
    this.text[this.length] = unit
    this.length += 1
  }

  private growRows(): void {
    const rows = Math.ceil(this.ends.length * 1.5)
    const copy = <T extends Uint8Array | Uint32Array>(old: T, wider: T): T => {
      wider.set(old)
      return wider
    }
    this.ends = copy(this.ends, new Uint32Array(rows))
    this.kinds = copy(this.kinds, new Uint8Array(rows))
    this.places = copy(this.places, new Uint32Array(rows))
    this.ids = copy(this.ids, new Uint8Array(rows * ID_BYTES))
  }
}

function putId(ids: Uint8Array, from: number, id: string): void {
  const hex = id.replaceAll('-', '')
  for (let at = 0; at < ID_BYTES; at += 1) ids[from + at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16)
}
