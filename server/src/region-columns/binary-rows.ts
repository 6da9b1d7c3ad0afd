import type { ColumnFiller } from './column-filler.js'

/** `PGCOPY\n\xff\r\n\0`, flags, and the length of an extension that nobody uses. */
const HEADER = 19

/** What a field of a row is put into. */
export type Field =
  | { readonly kind: 'value' | 'upper'; readonly filler: ColumnFiller }
  /** Its bytes, called only where it is not null. */
  | {
      readonly kind: 'bytes'
      readonly put: (row: number, view: DataView, at: number, length: number) => void
    }

/**
 * Reads rows as COPY … (FORMAT binary) sends them, each value straight to its column: no object is made for a value.
 * https://www.postgresql.org/docs/current/sql-copy.html, “Binary Format”.
 */
export class BinaryRows {
  /** Rows that were read whole. */
  count = 0
  private readonly fields: readonly Field[]
  private rest: Buffer = Buffer.alloc(0)
  private begun = false

  constructor(fields: readonly Field[]) {
    this.fields = fields
  }

  /** Pieces may end anywhere. */
  push(piece: Buffer): void {
    const all = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece
    const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
    let at = 0
    if (!this.begun) {
      if (all.length < HEADER) {
        this.rest = all
        return
      }
      at = HEADER
      this.begun = true
    }
    for (let next = this.row(view, at); next >= 0; next = this.row(view, at)) at = next
    this.rest = all.subarray(at)
  }

  /** Where the next row begins; -1 where this one is not all there yet: it is then read again from its begin. */
  private row(view: DataView, start: number): number {
    const end = view.byteLength
    if (start + 2 > end || view.getInt16(start) < 0) return -1
    let at = start + 2
    const { fields, count: row } = this
    for (let i = 0; i < fields.length; i += 1) {
      if (at + 4 > end) return -1
      const length = view.getInt32(at)
      at += 4
      if (length < 0) continue
      if (at + length > end) return -1
      const field = fields[i]
      if (field === undefined) continue
      if (field.kind === 'value') putValue(field.filler, row, view, at, length)
      else if (field.kind === 'bytes') field.put(row, view, at, length)
      else field.filler.putUpper(row, integerAt(view, at, length))
      at += length
    }
    this.count += 1
    return at
  }
}

function putValue(filler: ColumnFiller, row: number, view: DataView, at: number, length: number): void {
  if (length === 8) {
    filler.putWide(row, view.getInt32(at), view.getInt32(at + 4))
    return
  }
  const value = length === 2 ? view.getInt16(at) : view.getInt32(at)
  if (value < filler.least || value > filler.most) filler.refuse(row, BigInt(value))
  else filler.put(row, value)
}

function integerAt(view: DataView, at: number, length: number): bigint {
  if (length === 8) return view.getBigInt64(at)
  return BigInt(length === 2 ? view.getInt16(at) : view.getInt32(at))
}
