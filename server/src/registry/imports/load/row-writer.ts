import type { ReadRow } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import { ROWS_FIELDS, SUBJECTS_FIELDS } from '../store-copy.js'
import { hasCreditCode } from '../store-known.js'
import type { BinaryRows } from './binary-rows.js'
import { idSequence } from './id-sequence.js'
import type { LoadJob } from './job.js'

/** A subject that was there, by its id; one that this import enters, by its number. */
export type Whose = string | number

/** Writes the rows of an import and the subjects that it enters. */
export class RowWriter {
  readonly #region: number
  readonly #no: bigint
  readonly #sourceId: number
  /** What the ids of new subjects begin with. */
  readonly #first: Uint8Array

  constructor({ region, no, sourceId, now }: Pick<LoadJob, 'region' | 'no' | 'sourceId' | 'now'>) {
    this.#region = region
    this.#no = BigInt(no)
    this.#sourceId = sourceId
    this.#first = idSequence(now)
  }

  row(to: BinaryRows, number: number, whose: Whose, { key, year, cells }: ReadRow): void {
    to.fields(ROWS_FIELDS)
    to.int4(this.#region)
    to.int8(this.#no)
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
    to.int8(this.#no)
  }

  #id(to: BinaryRows, whose: Whose): void {
    if (typeof whose === 'string') to.uuid(whose)
    else to.numberedUuid(this.#first, whose)
  }
}
