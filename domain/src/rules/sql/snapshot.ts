import type { BatchProgram } from '../batch/program.js'
import type { RecordsNum } from '../batch/records.js'
import type { FactDef, FactType } from '../facts.js'
import { typeOf } from './expression.js'
import { quoted } from './quote.js'

/**
 * A wide table of what is known of each subject: a column for each fact, or two where it can be known as an interval.
 * Null is unknown within the declared range. Columns are named by their place: nothing that a pack says becomes SQL.
 */
export interface Snapshot {
  readonly columns: readonly SnapshotColumn[]
  readonly slots: readonly SnapshotEnds[]
  /** Sums and counts of related records, by the id of their number, at its scale. */
  readonly records: ReadonlyMap<number, SnapshotEnds>
  /** The day from which a subject's first year counts. */
  readonly founded: SnapshotColumn | null
}

/** One column twice where only single values are known. */
export interface SnapshotEnds {
  readonly lo: SnapshotColumn
  readonly hi: SnapshotColumn
}

export interface SnapshotColumn {
  readonly name: string
  readonly least: bigint
  readonly most: bigint
}

/** Places are known to their province, quantities are estimated; other facts are known or not. */
const AS_INTERVALS: readonly FactType[] = ['quantity', 'place']

/** The columns that these programmes look at. */
export function snapshotOf({ engine, vectors }: BatchProgram): Snapshot {
  const columns: SnapshotColumn[] = []
  const column = (name: string, least: bigint, most: bigint): SnapshotColumn => {
    const made = { name, least, most }
    columns.push(made)
    return made
  }
  const both = (name: string, least: bigint, most: bigint) => ({
    lo: column(`${name}_lo`, least, most),
    hi: column(`${name}_hi`, least, most),
  })
  const { library, tables } = engine
  const slots = tables.slots.map(({ fact, index }) => {
    if (AS_INTERVALS.includes(fact.type)) return both(`f${index}`, fact.lo, fact.hi)
    const single = column(`f${index}`, fact.lo, fact.hi)
    return { lo: single, hi: single }
  })
  const records = new Map<RecordsNum['id'], SnapshotEnds>()
  for (const v of vectors) if (v.op === 'records') records.set(v.num.id, both(`r${records.size}`, v.lo, v.hi))
  const fact: FactDef | undefined = library.founded === null ? undefined : library.facts.get(library.founded)
  return { columns, slots, records, founded: fact ? column('founded', fact.lo, fact.hi) : null }
}

/**
 * The table. Its checks are what the proof rests on that no computation passes 64 bits: a value out of its range is
 * refused at the door.
 */
export function snapshotTable({ columns, slots, records }: Snapshot, table: string): string {
  const lines = columns.map(({ name, least, most }) => {
    const at = quoted(name)
    return `${at} ${storedAs(least, most)} CHECK (${at} BETWEEN ${least} AND ${most})`
  })
  const pairs = [...slots, ...records.values()]
    .filter(({ lo, hi }) => lo !== hi)
    .map(({ lo, hi }) => [quoted(lo.name), quoted(hi.name)] as const)
  const ordered = pairs.map(([lo, hi]) => `CHECK (${lo} <= ${hi}), CHECK ((${lo} IS NULL) = (${hi} IS NULL))`)
  const keys = ['region_id integer NOT NULL', 'decided_on date NOT NULL', 'subject_id text NOT NULL']
  const all = [...keys, ...lines, ...ordered, 'PRIMARY KEY (region_id, decided_on, subject_id)']
  return `CREATE TABLE ${quoted(table)} (\n  ${all.join(',\n  ')}\n)`
}

function storedAs(least: bigint, most: bigint): string {
  if (least >= -(2n ** 15n) && most < 2n ** 15n) return 'smallint'
  if (least >= -(2n ** 31n) && most < 2n ** 31n) return 'integer'
  return typeOf(least, most)
}
