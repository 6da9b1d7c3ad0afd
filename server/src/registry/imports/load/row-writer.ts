import type { ReadRow } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import { type CopyTarget, ROWS_FIELDS, SUBJECTS_FIELDS } from '../store-copy.js'
import { hasCreditCode } from '../store-known.js'
import { BinaryRows } from './binary-rows.js'
import { idSequence } from './id-sequence.js'
import type { LoadJob } from './job.js'

/** A subject that was there, by its id; one that this import enters, by its number. */
export type Whose = string | number

export type Targets = Readonly<Record<'rows' | 'subjects', CopyTarget>>

/** Bytes that are a cell: as JSON, or what is to stand in quotation marks there. */
export interface FoundCell {
  bytes: Uint8Array
  from: number
  to: number
  quoted: boolean
}

const [OPEN, CLOSE, COMMA, QUOTE] = [0x5b, 0x5d, 0x2c, 0x22]

/** Writes the rows of an import and the subjects that it enters. */
export class RowWriter {
  readonly #region: number
  /** The number of the import as a field, as millions of rows have it. */
  readonly #noField = Buffer.alloc(12)
  readonly #sourceId: number
  /** What all rows without a key and a year have alike, before their number and behind their subject. */
  readonly #rowStart: Uint8Array
  readonly #rowMiddle: Uint8Array
  /** What the ids of new subjects begin with. */
  readonly #first: Uint8Array

  constructor({ region, no, sourceId, now }: Pick<LoadJob, 'region' | 'no' | 'sourceId' | 'now'>) {
    this.#region = region
    this.#noField.writeInt32BE(8)
    this.#noField.writeBigInt64BE(BigInt(no), 4)
    this.#sourceId = sourceId
    this.#first = idSequence(now)
    this.#rowStart = fieldsOf((to) => {
      to.fields(ROWS_FIELDS)
      to.int4(region)
      to.raw(this.#noField)
    })
    this.#rowMiddle = fieldsOf((to) => {
      to.int4(sourceId)
      to.null()
      to.null()
    })
  }

  row(to: BinaryRows, number: number, whose: Whose, { key, year, cells }: ReadRow): void {
    to.fields(ROWS_FIELDS)
    to.int4(this.#region)
    to.raw(this.#noField)
    to.int4(number)
    this.#id(to, whose)
    to.int4(this.#sourceId)
    to.text(key)
    if (year === null) to.null()
    else to.int2(year)
    to.cells(cells)
  }

  subject(
    to: BinaryRows,
    whose: Whose,
    kind: Kind,
    { name, code, place }: { name: string; code: string | null; place: string | null },
  ): void {
    const credit = hasCreditCode(kind)
    to.fields(SUBJECTS_FIELDS)
    this.#id(to, whose)
    to.int4(this.#region)
    to.text(name)
    to.text(kind.id)
    to.text(kind.audience)
    to.text(place)
    to.text(credit ? code : null)
    to.text(credit ? null : code)
    to.raw(this.#noField)
  }

  /** `row`, for what is bytes already and has neither a key nor a year. */
  plainRow(to: BinaryRows, number: number, subject: number, cells: readonly FoundCell[]): void {
    to.raw(this.#rowStart)
    to.int4(number)
    to.numberedUuid(this.#first, subject)
    to.raw(this.#rowMiddle)
    let most = 1 + 3 * cells.length
    for (const { from, to: end } of cells) most += end - from
    const start = to.begin(most)
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i]
      if (!cell) continue
      to.byte(i === 0 ? OPEN : COMMA)
      if (cell.quoted) to.byte(QUOTE)
      to.append(cell.bytes, cell.from, cell.to)
      if (cell.quoted) to.byte(QUOTE)
    }
    to.byte(CLOSE)
    to.end(start)
  }

  /** `subject`, for what is bytes already. */
  plainSubject(
    to: BinaryRows,
    subject: number,
    kindFields: Uint8Array,
    { name, code, place }: { name: FoundCell; code: FoundCell; place: FoundCell | null },
  ): void {
    to.fields(SUBJECTS_FIELDS)
    to.numberedUuid(this.#first, subject)
    to.int4(this.#region)
    to.utf8(name.bytes, name.from, name.to)
    to.raw(kindFields)
    if (place === null) to.null()
    else to.utf8(place.bytes, place.from, place.to)
    to.utf8(code.bytes, code.from, code.to)
    to.null()
    to.raw(this.#noField)
  }

  #id(to: BinaryRows, whose: Whose): void {
    if (typeof whose === 'string') to.uuid(whose)
    else to.numberedUuid(this.#first, whose)
  }
}

/** What a subject's row says of its kind. */
export function kindFields({ id, audience }: Kind): Uint8Array {
  return fieldsOf((to) => {
    to.text(id)
    to.text(audience)
  })
}

function fieldsOf(write: (to: BinaryRows) => void): Buffer {
  const rows = new BinaryRows(256)
  rows.take()
  write(rows)
  return rows.take()
}
