import type { Cell } from '@kehui/domain/registry/fields'

/** The signature, the flags, and the length of an extension that is none. */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex')
const QUOTE = 0x22
const BACKSLASH = 0x5c
/** The most bytes that one UTF-16 unit becomes. */
const BYTES_A_UNIT = 3

/** Rows as `COPY … (FORMAT binary)` reads them: written once as bytes, which the server need not take apart. */
export class BinaryRows {
  readonly #size: number
  #bytes: Buffer
  #length = 0

  constructor(size: number) {
    this.#size = size
    this.#bytes = Buffer.allocUnsafe(size)
    this.raw(HEADER)
  }

  get length(): number {
    return this.#length
  }

  /** What has gathered; it is the caller's from now on. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#bytes = Buffer.allocUnsafe(this.#size)
    this.#length = 0
    return taken
  }

  /** The count of fields that follow; −1 ends it all. */
  fields(count: number): void {
    this.#need(2)
    this.#bytes[this.#length] = count >> 8
    this.#bytes[this.#length + 1] = count
    this.#length += 2
  }

  /** Bytes that many rows have alike. */
  raw(bytes: Uint8Array): void {
    this.#need(bytes.length)
    this.append(bytes, 0, bytes.length)
  }

  null(): void {
    this.#need(4)
    this.#int4(-1)
  }

  int2(value: number): void {
    this.#need(6)
    this.#int4(2)
    this.fields(value)
  }

  int4(value: number): void {
    this.#need(8)
    this.#int4(4)
    this.#int4(value)
  }

  int8(value: bigint): void {
    this.#need(12)
    this.#int4(8)
    this.#length = this.#bytes.writeBigInt64BE(value, this.#length)
  }

  uuid(text: string): void {
    this.#need(20)
    this.#int4(16)
    this.#length += this.#bytes.write(text.replaceAll('-', ''), this.#length, 'hex')
  }

  /** A UUID of twelve bytes and a number. */
  numberedUuid(first: Uint8Array, n: number): void {
    this.#need(20)
    this.#int4(16)
    this.raw(first)
    this.#int4(n)
  }

  /** Bytes of UTF-8 as they stand elsewhere. */
  utf8(bytes: Uint8Array, from: number, to: number): void {
    this.#need(4 + to - from)
    this.#int4(to - from)
    this.append(bytes, from, to)
  }

  /** Begins a field whose length is told when it ends. */
  begin(most: number): number {
    this.#need(4 + most)
    const start = this.#length
    this.#length += 4
    return start
  }

  /** A part of the field that was begun, within what was said to be its most. */
  append(bytes: Uint8Array, from: number, to: number): void {
    const target = this.#bytes
    let at = this.#length
    for (let i = from; i < to; i += 1) target[at++] = bytes[i] ?? 0
    this.#length = at
  }

  byte(byte: number): void {
    this.#bytes[this.#length++] = byte
  }

  end(start: number): void {
    this.#endField(start)
  }

  text(text: string | null): void {
    if (text === null) {
      this.null()
      return
    }
    this.#need(4 + text.length * BYTES_A_UNIT)
    const start = this.#length
    this.#length += 4
    this.#utf8(text)
    this.#endField(start)
  }

  /** Cells as an array of JSON. */
  cells(cells: readonly (Cell | null)[]): void {
    this.#need(6)
    const start = this.#length
    this.#length += 4
    this.#byte(0x5b)
    for (let i = 0; i < cells.length; i += 1) {
      if (i > 0) this.#byte(0x2c)
      this.#cell(cells[i] ?? null)
    }
    this.#byte(0x5d)
    this.#endField(start)
  }

  #cell(cell: Cell | null): void {
    if (typeof cell === 'string') {
      this.#need(2 + cell.length * BYTES_A_UNIT)
      const start = this.#length
      this.#bytes[this.#length++] = QUOTE
      if (this.#plain(cell)) {
        this.#bytes[this.#length++] = QUOTE
        return
      }
      this.#length = start
    }
    const json = typeof cell === 'number' ? String(cell) : JSON.stringify(cell)
    this.#need(json.length * BYTES_A_UNIT)
    this.#utf8(json)
  }

  /** Writes a text that stands in JSON as it is; false where something of it is to be escaped. */
  #plain(text: string): boolean {
    const to = this.#bytes
    let at = this.#length
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) {
        if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) return false
        to[at++] = unit
      } else {
        if (!isThreeBytes(unit)) return false
        to[at++] = 0xe0 | (unit >> 12)
        to[at++] = 0x80 | ((unit >> 6) & 0x3f)
        to[at++] = 0x80 | (unit & 0x3f)
      }
    }
    this.#length = at
    return true
  }

  #utf8(text: string): void {
    const to = this.#bytes
    let at = this.#length
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i)
      if (unit < 0x80) to[at++] = unit
      else if (isThreeBytes(unit)) {
        to[at++] = 0xe0 | (unit >> 12)
        to[at++] = 0x80 | ((unit >> 6) & 0x3f)
        to[at++] = 0x80 | (unit & 0x3f)
      } else {
        this.#length += to.write(text, this.#length, 'utf8')
        return
      }
    }
    this.#length = at
  }

  /** The length of a field stands before it. */
  #endField(start: number): void {
    const end = this.#length
    this.#length = start
    this.#int4(end - start - 4)
    this.#length = end
  }

  #byte(byte: number): void {
    this.#need(1)
    this.#bytes[this.#length++] = byte
  }

  #int4(value: number): void {
    const to = this.#bytes
    const at = this.#length
    to[at] = value >> 24
    to[at + 1] = value >> 16
    to[at + 2] = value >> 8
    to[at + 3] = value
    this.#length = at + 4
  }

  #need(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return
    const more = Buffer.allocUnsafe(2 * (this.#length + bytes))
    this.#bytes.copy(more, 0, 0, this.#length)
    this.#bytes = more
  }
}

/** As nearly all Chinese is; what is rarer goes the long way. */
function isThreeBytes(unit: number): boolean {
  return unit >= 0x800 && (unit < 0xd800 || unit >= 0xe000)
}
