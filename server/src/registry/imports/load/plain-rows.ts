import { columnReaders, type ImportPlan } from '@kehui/domain/registry/imports'
import { isSocialCreditCodeIn, type PlaceIndex } from '@kehui/domain/shared'
import { hasCreditCode } from '../store-known.js'
import { CellMemory } from './cell-memory.js'
import { plainLength } from './plain-cells.js'
import type { RowIndex } from './row-index.js'
import { type FoundCell, kindFields, type RowWriter, type Targets } from './row-writer.js'

const LINE_END = 0x0a
const CARRIAGE = 0x0d
const QUOTE = 0x22
/** A text of fewer characters may be a sign for nothing. */
const SHORTEST = 8
const LONGEST = 200
const PLACE_DIGITS = 6

interface Column {
  readonly index: number
  readonly isText: boolean
  readonly longest: number
  readonly memory: CellMemory
}

interface Given {
  readonly places: PlaceIndex
  readonly writer: RowWriter
  readonly index: RowIndex
  readonly known: RowIndex | null
}

/**
 * Reads rows from bytes to bytes, where nothing about them is in doubt: plain names, right codes of companies that
 * nobody named before, cells that were met. A row that is not like that is left to whoever takes it cell by cell.
 */
export class PlainRows {
  readonly #columns: readonly Column[]
  readonly #at: { readonly name: number; readonly code: number; readonly place: number }
  readonly #delimiter: number
  readonly #writer: RowWriter
  readonly #index: RowIndex
  /** Names and codes of those that were there before; null where nobody was. */
  readonly #known: RowIndex | null
  readonly #kindFields: Uint8Array
  /** Where each cell of a row begins in the file and ends. */
  readonly #cells: Int32Array
  /** Where what becomes of each column stands. */
  readonly #found: FoundCell[]

  private constructor(plan: ImportPlan, delimiter: number, given: Given) {
    const readers = columnReaders(plan, given.places)
    const at = (key: string | null) => plan.layout.findIndex((column) => column.key === key)
    this.#at = { name: at('name'), code: at(plan.kind.code), place: at(plan.kind.place) }
    this.#columns = plan.columns.map(({ index, field }, i) => ({
      index,
      isText: field.type === 'text',
      longest: Math.min(field.longest, LONGEST),
      memory: new CellMemory(readers[i] ?? (() => ({ ok: true, cell: null }))),
    }))
    this.#delimiter = delimiter
    this.#writer = given.writer
    this.#index = given.index
    this.#known = given.known
    this.#kindFields = kindFields(plan.kind)
    this.#cells = new Int32Array(2 * (1 + Math.max(...plan.columns.map(({ index }) => index))))
    this.#found = plan.columns.map(() => ({ bytes: Buffer.alloc(0), from: 0, to: 0, quoted: false }))
  }

  /** Null where the plan asks for more than names, credit codes and values of their own. */
  static of(plan: ImportPlan, delimiter: string, given: Given): PlainRows | null {
    const names = plan.layout.map(({ key }) => key)
    const simple =
      plan.key.length === 0 &&
      plan.year === null &&
      hasCreditCode(plan.kind) &&
      [plan.kind.code, 'name'].every((key) => key !== null && names.includes(key)) &&
      plan.columns.every(({ index }) => index >= 0)
    return simple ? new PlainRows(plan, delimiter.charCodeAt(0), given) : null
  }

  /**
   * Writes the row that begins there, of the subject of that number, and answers where the next begins; the negative
   * of where it ends, less one, where it is left.
   */
  write(bytes: Buffer, start: number, row: number, subject: number, { rows, subjects }: Targets): number {
    const end = this.#split(bytes, start)
    if (!this.#findAll(bytes)) return -1 - end
    const name = this.#found[this.#at.name]
    const code = this.#found[this.#at.code]
    if (!name || !code || this.#isKnown(name) || this.#isKnown(code)) return -1 - end
    if (!this.#index.enterPlain(bytes, code.from, code.to, row, subject)) return -1 - end
    const place = this.#found[this.#at.place]
    this.#writer.plainSubject(subjects.rows, subject, this.#kindFields, { name, code, place: placeOf(place) })
    this.#writer.plainRow(rows.rows, row, subject, this.#found)
    return end + 1
  }

  #isKnown({ bytes, from, to }: FoundCell): boolean {
    return this.#known?.hasPlain(bytes, from, to) ?? false
  }

  /** Where the line ends; where its cells stand is known then. */
  #split(bytes: Buffer, start: number): number {
    const cells = this.#cells
    cells.fill(start)
    let from = start
    let count = 0
    let at = start
    for (; ; at += 1) {
      const byte = bytes[at] ?? LINE_END
      if (byte !== this.#delimiter && byte !== LINE_END) continue
      const to = byte === LINE_END && at > from && bytes[at - 1] === CARRIAGE ? at - 1 : at
      if (count < cells.length) {
        cells[count] = from
        cells[count + 1] = to
        count += 2
      }
      if (byte === LINE_END) return at
      from = at + 1
    }
  }

  /** What becomes of each cell; false where something is in doubt. */
  #findAll(bytes: Buffer): boolean {
    for (let i = 0; i < this.#columns.length; i += 1) {
      const column = this.#columns[i]
      const found = this.#found[i]
      if (!column || !found) return false
      const from = this.#cells[2 * column.index] ?? 0
      const to = this.#cells[2 * column.index + 1] ?? 0
      found.bytes = bytes
      found.from = from
      found.to = to
      found.quoted = true
      if (i === this.#at.code) {
        if (!isSocialCreditCodeIn(bytes, from, to)) return false
        continue
      }
      if (column.isText && isPlain(bytes, from, to, column.longest)) continue
      // The name of a subject is written as it stands.
      if (i === this.#at.name || !column.memory.find(bytes, from, to)) return false
      found.bytes = column.memory.bytes
      found.from = column.memory.from
      found.to = column.memory.to
      found.quoted = false
    }
    return true
  }
}

function isPlain(bytes: Uint8Array, from: number, to: number, longest: number): boolean {
  if (to - from < SHORTEST) return false
  const length = plainLength(bytes, from, to)
  return length >= SHORTEST && length <= longest
}

/** A place as its division: the digits that its code begins with. */
function placeOf(found: FoundCell | undefined): FoundCell | null {
  if (!found || found.bytes[found.from] !== QUOTE) return null
  const from = found.from + 1
  return { bytes: found.bytes, from, to: Math.min(from + PLACE_DIGITS, found.to - 1), quoted: false }
}
