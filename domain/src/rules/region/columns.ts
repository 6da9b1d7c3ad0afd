import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { BatchProgram } from '../batch/program.js'
import type { RecordsNum } from '../batch/records.js'
import { type Width, widthOf } from '../batch/width.js'
import { AUDIENCES, type FactType, factKey, type ValueDef } from '../facts.js'
import type { Slot } from '../form.js'
import type { Library } from '../programme.js'
import { groupingSlots } from './groupings.js'

/**
 * What a region keeps of all its subjects under one name: a fact in one calibre and year, or a sum or count over
 * related records. Its key says all that its values mean, so that programmes, dates and drafts that look at the same
 * share it, and a fact whose range or options change becomes another column.
 */
export interface RegionColumn {
  readonly key: string
  /** As a person writes it: `研发费用.高企@2025`, `企业.职工总数`, `count(技术合同)`. */
  readonly name: string
  readonly least: bigint
  readonly most: bigint
  /** Whether it can be known as no more than an interval. */
  readonly intervals: boolean
  readonly width: Width
  /** How its integers are printed; null for a number over records. */
  readonly def: ValueDef | null
  /** Under which keys and in which records a subject, or its owner, says it. */
  readonly saidIn: readonly string[]
}

/** The columns that the programmes of a batch look at. */
export interface ProgramColumns {
  /** By slot. */
  readonly slots: readonly RegionColumn[]
  /** By the id of their number. */
  readonly records: ReadonlyMap<number, RegionColumn>
  readonly founded: RegionColumn | null
  /** What a subject can be evaluated as, which follows from whom the facts that it has are of. */
  readonly audiences: RegionColumn
  /** By which the region is told apart: facts by their names. */
  readonly groupings: ReadonlyMap<string, { readonly slot: Slot; readonly column: RegionColumn }>
}

/** Places are known to their province, quantities are estimated; other facts are known or not. */
const AS_INTERVALS: readonly FactType[] = ['quantity', 'place']

export function columnsOf(
  { engine, vectors }: Pick<BatchProgram, 'engine' | 'vectors'>,
  groupings: readonly string[] = [],
): ProgramColumns {
  return {
    slots: engine.tables.slots.map(slotColumn),
    records: new Map(
      vectors.flatMap((v) => (v.op === 'records' ? [[v.num.id, recordsColumn(v.num, v)] as const] : [])),
    ),
    founded: foundedColumn(engine.library),
    audiences: audiencesColumn(engine.library),
    groupings: new Map(
      groupingSlots(engine, groupings).map((slot) => [slot.fact.name, { slot, column: slotColumn(slot) }]),
    ),
  }
}

/** Each once. */
export function allColumns({
  slots,
  records,
  founded,
  audiences,
  groupings,
}: ProgramColumns): RegionColumn[] {
  const grouped = [...groupings.values()].map(({ column }) => column)
  const all = [...slots, ...records.values(), ...(founded ? [founded] : []), audiences, ...grouped]
  return [...new Map(all.map((column) => [column.key, column])).values()]
}

const known = new WeakMap<Slot, RegionColumn>()

function slotColumn(slot: Slot): RegionColumn {
  const before = known.get(slot)
  if (before) return before
  const { fact, keys, ofOwner, calibre, year } = slot
  const { type, lo, hi, options } = fact
  const column = {
    key: keyOf(['fact', keys, ofOwner, type, lo, hi, [...options.keys()]]),
    name: `${ofOwner ? '企业.' : ''}${factKey(fact.name, calibre, year)}`,
    least: lo,
    most: hi,
    intervals: AS_INTERVALS.includes(type),
    width: widthOf(fact),
    def: fact,
    saidIn: keys,
  }
  known.set(slot, column)
  return column
}

function recordsColumn(
  { aggregate, of, rows }: RecordsNum,
  { lo, hi, scale }: { lo: bigint; hi: bigint; scale: bigint },
): RegionColumn {
  return {
    key: keyOf(['records', aggregate, of.name, rows, lo, hi, scale]),
    name: `${aggregate}(${of.name})`,
    least: lo,
    most: hi,
    intervals: true,
    width: 8,
    def: null,
    saidIn: [of.name],
  }
}

function foundedColumn({ founded, facts }: Library): RegionColumn | null {
  const fact = founded === null ? undefined : facts.get(founded)
  if (!fact) return null
  const { name, lo, hi } = fact
  return {
    key: keyOf(['founded', name, lo, hi]),
    name,
    least: lo,
    most: hi,
    intervals: false,
    width: 4,
    def: fact,
    saidIn: [name],
  }
}

const audiencesOfLibrary = new WeakMap<Library, RegionColumn>()

function audiencesColumn(library: Library): RegionColumn {
  const before = audiencesOfLibrary.get(library)
  if (before) return before
  const of = [...library.facts.values(), ...library.records.values()].map((def) => [def.name, def.of])
  const column: RegionColumn = {
    key: keyOf(['audiences', of]),
    name: 'audiences',
    least: 0n,
    most: 2n ** BigInt(AUDIENCES.length) - 1n,
    intervals: false,
    width: 4,
    def: null,
    saidIn: [],
  }
  audiencesOfLibrary.set(library, column)
  return column
}

/** Ids of nodes and spans follow from the rest, and differ from one engine to the next. */
function keyOf(parts: readonly unknown[]): string {
  const text = JSON.stringify(parts, (name, value: unknown) => {
    if (name === 'id' || name === 'span') return undefined
    if (value instanceof Map) return [...value]
    return typeof value === 'bigint' ? `${value}` : value
  })
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}
