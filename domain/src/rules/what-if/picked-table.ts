import type { Column, Spans, Table } from '../batch/column.js'

/** Some rows of a table, by rising row; a column is picked when it is first looked at. */
export function pickedTable({ slots, founded, records }: Table, rows: Int32Array): Table {
  const pick = (column: Column | undefined) => column && new PickedColumn(column, rows)
  return {
    rows: rows.length,
    slots: slots.map(pick),
    founded: pick(founded),
    records: new Map([...records].map(([id, column]) => [id, new PickedColumn(column, rows)])),
  }
}

class PickedColumn implements Column {
  readonly width: Column['width']
  private readonly of: Column
  private readonly rows: Int32Array
  private ownValues: Column['values'] | undefined
  private ownKnown: Uint8Array | null | undefined
  private ownSpans: Spans | null | undefined

  constructor(of: Column, rows: Int32Array) {
    this.width = of.width
    this.of = of
    this.rows = rows
  }

  get values(): Column['values'] {
    this.ownValues ??= pickedValues(this.of.values, this.rows)
    return this.ownValues
  }

  get known(): Uint8Array | null {
    if (this.ownKnown === undefined) this.ownKnown = this.of.known && pickedBits(this.of.known, this.rows)
    return this.ownKnown
  }

  get spans(): Spans | null {
    if (this.ownSpans === undefined) this.ownSpans = this.of.spans && pickedSpans(this.of.spans, this.rows)
    return this.ownSpans
  }
}

function pickedValues(values: Column['values'], rows: Int32Array): Column['values'] {
  if (!(values instanceof BigInt64Array)) {
    const picked = values instanceof Uint8Array ? new Uint8Array(rows.length) : new Int32Array(rows.length)
    for (let i = 0; i < rows.length; i += 1) picked[i] = values[rows[i] ?? 0] ?? 0
    return picked
  }
  // As two words each: 64-bit integers would be made an object each.
  const from = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const to = new Int32Array(2 * rows.length)
  for (let i = 0; i < rows.length; i += 1) {
    const at = 2 * (rows[i] ?? 0)
    to[2 * i] = from[at] ?? 0
    to[2 * i + 1] = from[at + 1] ?? 0
  }
  return new BigInt64Array(to.buffer)
}

function pickedBits(bits: Uint8Array, rows: Int32Array): Uint8Array {
  const picked = new Uint8Array((rows.length + 7) >> 3)
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0
    picked[i >> 3] = (picked[i >> 3] ?? 0) | ((((bits[row >> 3] ?? 0) >> (row & 7)) & 1) << (i & 7))
  }
  return picked
}

/** Both are by rising row. */
function pickedSpans({ rows: spanned, lo, hi }: Spans, rows: Int32Array): Spans {
  const [places, picked]: [number[], number[]] = [[], []]
  for (let i = 0, s = 0; i < rows.length && s < spanned.length; ) {
    const [row, span] = [rows[i] ?? 0, spanned[s] ?? 0]
    if (row === span) {
      places.push(i)
      picked.push(s)
    }
    if (row <= span) i += 1
    if (span <= row) s += 1
  }
  return {
    rows: Int32Array.from(places),
    lo: BigInt64Array.from(picked, (s) => lo[s] ?? 0n),
    hi: BigInt64Array.from(picked, (s) => hi[s] ?? 0n),
  }
}
