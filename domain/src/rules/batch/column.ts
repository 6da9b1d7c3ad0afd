import type { FactDef } from '../facts.js'
import { type Width, widthOf } from './width.js'

/**
 * One fact of all rows. `known` has a bit a row, set where the value is one number; null where all are. What is
 * known only as an interval, such as a place known to its province, stands apart in `spans`.
 */
export interface Column {
  readonly width: Width
  readonly values: Uint8Array | Int32Array | BigInt64Array
  readonly known: Uint8Array | null
  readonly spans: Spans | null
}

/** Intervals of single rows, by rising row. */
export interface Spans {
  readonly rows: Int32Array
  readonly lo: BigInt64Array
  readonly hi: BigInt64Array
}

/** What a batch runs over. Facts without a column are known of no row. */
export interface Table {
  readonly rows: number
  readonly slots: readonly (Column | undefined)[]
  /** The day from which a subject's first year counts. */
  readonly founded: Column | undefined
  /** Aggregates of related records, by the id of their number, at the scale of the number. */
  readonly records: ReadonlyMap<number, Column>
}

/** A value that is not what its fact can be. */
export class ColumnError extends Error {
  readonly column: string
  readonly row: number

  constructor(column: string, row: number, message: string) {
    super(message)
    this.name = 'ColumnError'
    this.column = column
    this.row = row
  }
}

type Ends = Pick<FactDef, 'name' | 'lo' | 'hi'>

/** Fills a column row by row; every value is checked against what the fact can be. */
export class ColumnBuilder {
  private readonly def: Ends
  private readonly width: Width
  private readonly values: Uint8Array | Int32Array | BigInt64Array
  private readonly known: Uint8Array
  private readonly spans: { row: number; lo: bigint; hi: bigint }[] = []

  constructor(def: Ends, rows: number, width: Width = widthOf(def)) {
    this.def = def
    this.width = width
    this.values =
      width === 1 ? new Uint8Array(rows) : width === 4 ? new Int32Array(rows) : new BigInt64Array(rows)
    this.known = new Uint8Array((rows + 7) >> 3)
  }

  /** Rows that are never put stay unknown. */
  put(row: number, lo: bigint, hi: bigint): void {
    const { name, lo: least, hi: most } = this.def
    if (lo < least || hi > most || lo > hi)
      throw new ColumnError(
        name,
        row,
        `Row ${row} of “${name}” is ${lo === hi ? lo : `${lo}..${hi}`}; it can be ${least} to ${most}`,
      )
    if (lo !== hi) {
      this.spans.push({ row, lo, hi })
      return
    }
    if (this.values instanceof BigInt64Array) this.values[row] = lo
    else this.values[row] = Number(lo)
    this.known[row >> 3] = (this.known[row >> 3] ?? 0) | (1 << (row & 7))
  }

  finish(): Column {
    const spans = this.spans.sort((a, b) => a.row - b.row)
    return {
      width: this.width,
      values: this.values,
      known: this.known,
      spans:
        spans.length === 0
          ? null
          : {
              rows: Int32Array.from(spans, (s) => s.row),
              lo: BigInt64Array.from(spans, (s) => s.lo),
              hi: BigInt64Array.from(spans, (s) => s.hi),
            },
    }
  }
}

/** What a column holds of one row; null where it is not known. */
export function spanAt(
  { known, values, spans }: Column,
  row: number,
): readonly [lo: bigint, hi: bigint] | null {
  if (known === null || ((known[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) {
    const value = BigInt(values[row] ?? 0)
    return [value, value]
  }
  const at = spans ? firstFrom(spans.rows, row) : 0
  return spans?.rows[at] === row ? [spans.lo[at] ?? 0n, spans.hi[at] ?? 0n] : null
}

/** Where in `rows` the first row stands that is not before `row`. */
export function firstFrom(rows: Int32Array, row: number): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle] ?? 0) < row) from = middle + 1
    else to = middle
  }
  return from
}
