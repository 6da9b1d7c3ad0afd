import { type Column, outsideOf, type RegionColumn, type Spans } from '@kehui/domain/rules'
import { storedWidth } from './store-columns.js'

/** A number of the wide snapshot that its column cannot hold; it counts as not known. */
export interface ReadFault {
  readonly row: number
  readonly column: RegionColumn
  readonly value: bigint
}

/** Fills one column from the cells of the wide snapshot, in memory that threads can share. */
export class ColumnFiller {
  readonly column: RegionColumn
  /** Bytes of a cell. */
  readonly stored: 2 | 4 | 8
  readonly bytes: Uint8Array
  /** The same memory; null for bytes. */
  readonly words: Int32Array | null
  readonly known: Uint8Array
  readonly least: number
  readonly most: number
  readonly faults: ReadFault[] = []
  private readonly upper: { row: number; hi: bigint }[] = []
  private readonly values: Column['values']

  constructor(column: RegionColumn, rows: number) {
    const { width, least, most } = column
    this.column = column
    this.stored = storedWidth(column)
    const buffer = new SharedArrayBuffer(Math.max(8, width * rows))
    this.values =
      width === 1
        ? new Uint8Array(buffer, 0, rows)
        : width === 4
          ? new Int32Array(buffer, 0, rows)
          : new BigInt64Array(buffer, 0, rows)
    this.bytes = new Uint8Array(buffer)
    this.words = width === 1 ? null : new Int32Array(buffer)
    this.known = new Uint8Array(new SharedArrayBuffer((rows + 7) >> 3))
    this.least = Number(least)
    this.most = Number(most)
  }

  /** A number of 32 bits at most, which was found to be in its range. */
  put(row: number, value: number): void {
    const { width } = this.column
    if (width === 1) this.bytes[row] = value
    else if (this.words) {
      if (width === 4) this.words[row] = value
      else {
        this.words[2 * row] = value
        this.words[2 * row + 1] = value >> 31
      }
    }
    this.known[row >> 3] = (this.known[row >> 3] ?? 0) | (1 << (row & 7))
  }

  /** A number of 64 bits, whose range is looked at when all are there. */
  putWide(row: number, high: number, low: number): void {
    if (!this.words) return
    this.words[2 * row] = low
    this.words[2 * row + 1] = high
    this.known[row >> 3] = (this.known[row >> 3] ?? 0) | (1 << (row & 7))
  }

  /** The upper end of what is known only as an interval, after its lower end was put. */
  putUpper(row: number, hi: bigint): void {
    this.upper.push({ row, hi })
  }

  /** A row whose end came with the next piece is read twice. */
  refuse(row: number, value: bigint): void {
    if (this.faults.at(-1)?.row !== row) this.faults.push({ row, column: this.column, value })
  }

  finish(rows: number): Column {
    const { width, least, most } = this.column
    const whole: Column = { width, values: this.values, known: this.known, spans: null }
    if (this.stored === 8)
      for (const row of outsideOf(whole, rows, [least, most])) {
        this.refuse(row, BigInt(this.values[row] ?? 0))
        this.forget(row)
      }
    return { ...whole, spans: this.spans() }
  }

  private spans(): Spans | null {
    const { most } = this.column
    const found = this.upper.flatMap(({ row, hi }) => {
      if (((this.known[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return []
      const lo = BigInt(this.values[row] ?? 0)
      if (hi === lo) return []
      this.forget(row)
      if (hi <= most && lo < hi) return [{ row, lo, hi }]
      this.refuse(row, hi)
      return []
    })
    if (found.length === 0) return null
    return {
      rows: Int32Array.from(found, ({ row }) => row),
      lo: BigInt64Array.from(found, ({ lo }) => lo),
      hi: BigInt64Array.from(found, ({ hi }) => hi),
    }
  }

  private forget(row: number): void {
    this.known[row >> 3] = (this.known[row >> 3] ?? 0) & ~(1 << (row & 7))
  }
}
