import {
  allColumns,
  audienceBit,
  type BatchProgram,
  type Column,
  columnsOf,
  type Library,
  type Programme,
  type RegionColumn,
  type Table,
  tableFrom,
} from '@kehui/domain/rules'
import type { Db, Pool } from '../database/pool.js'
import type { ReadFault } from './column-filler.js'
import { GROUPINGS } from './groupings.js'
import { heldColumns, isStored } from './store-columns.js'
import { type ReadRows, readRows } from './store-read.js'
import { fillingVersion } from './store-rows.js'

/**
 * The facts of a region's subjects in memory that threads can share, a row a subject. `tableFor` gives what a batch
 * runs over; `appliesTo` says whom a programme is for at all, which a batch does not know.
 */
export interface RegionColumns extends Omit<ReadRows, 'fillers'> {
  readonly region: number
  /** By key. */
  readonly held: ReadonlyMap<string, Column>
  /** Numbers of the snapshot that were out of their range; they count as not known. */
  readonly faults: readonly ReadFault[]
}

export interface Reading {
  readonly pool: Pool
  readonly region: number
  /** Whose columns are wanted; fill them first. */
  readonly program: Pick<BatchProgram, 'engine' | 'vectors'>
  readonly progress?: (rows: number, total: number) => void
}

/** Reads what is filled for a region; columns that are not are left out, and `tableFor` says so. */
export async function readRegion({ pool, region, program, progress }: Reading): Promise<RegionColumns> {
  const wanted = allColumns(columnsOf(program, GROUPINGS))
  const stored = await heldColumns(pool, region, wanted)
  const { fillers, ...read } = await readRows(pool, region, stored, progress ?? (() => {}))
  const held = new Map(fillers.map((filler) => [filler.column.key, filler.finish(read.rows)]))
  return { ...read, region, held, faults: fillers.flatMap(({ faults }) => faults) }
}

/** Whether rows were filled anew since it was read. */
export async function isStale(db: Db, { region, version }: RegionColumns): Promise<boolean> {
  return (await fillingVersion(db, region)) !== version
}

/** The table that a batch of these programmes runs over; columns that it wants and that were not read. */
export function tableFor(
  { held, rows }: RegionColumns,
  program: Pick<BatchProgram, 'engine' | 'vectors'>,
): { readonly table: Table; readonly lacking: readonly RegionColumn[] } {
  const { table, lacking } = tableFrom(columnsOf(program), held, rows)
  return { table, lacking: lacking.filter(isStored) }
}

/** The column of a fact by which the region is told apart. */
export function groupingColumn(
  { held }: RegionColumns,
  program: Pick<BatchProgram, 'engine' | 'vectors'>,
  fact: string,
): Column | undefined {
  const grouping = columnsOf(program, [fact]).groupings.get(fact)
  return grouping && held.get(grouping.column.key)
}

/**
 * Bits of the rows that a programme is decided for: those that can be evaluated as what it is for, and that are in the
 * place of its pack or look at it. For all others it is left out, as a single evaluation leaves it out.
 */
export function appliesTo(
  { rows, audiences, places, packs }: RegionColumns,
  { packs: infos, places: index }: Library,
  { pack, audience }: Pick<Programme, 'pack' | 'audience'>,
): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3)
  const code = infos.get(pack)?.appliesCode ?? null
  const everywhere = code === null || code === '000000'
  const within = new Map<number, boolean>([[-1, everywhere]])
  const isWithin = (place: number): boolean => {
    const known = within.get(place)
    if (known !== undefined) return known
    const found = everywhere || index.within(String(place).padStart(6, '0'), code)
    within.set(place, found)
    return found
  }
  const bit = audienceBit(audience)
  for (let row = 0; row < rows; row += 1)
    if (((audiences[row] ?? 0) & bit) !== 0 && isWithin(places[row] ?? -1))
      bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
  for (const [row, looked] of packs)
    if (looked.includes(pack) && ((audiences[row] ?? 0) & bit) !== 0)
      bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
  return bits
}
