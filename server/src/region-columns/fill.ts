import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  allColumns,
  type BatchProgram,
  columnsOf,
  type Library,
  type ProgramColumns,
  regionRow,
} from '@kehui/domain/rules'
import { revisionsOf } from '../assessments/store.js'
import { inTurn } from '../database/advisory-lock.js'
import { inTransaction, type Pool } from '../database/pool.js'
import { placeOf } from '../registry/known.js'
import { type Situated, situationsOf } from '../registry/situations.js'
import { GROUPINGS } from './groupings.js'
import { keptFault, numberFault } from './row-fault.js'
import {
  ensureColumns,
  heldColumns,
  holdColumns,
  holdOnly,
  markIntervals,
  type StoredColumn,
} from './store-columns.js'
import {
  bumpFilling,
  dropOrphans,
  type RowFault,
  replaceFaults,
  replaceRows,
  staleRows,
  type WideRow,
} from './store-rows.js'

/** So many are read and written together; what is written stays, however the filling ends. */
const CHUNK = 250
/** Longest time for which others wait. */
const TURN_MS = 10

export interface Filling {
  readonly pool: Pool
  readonly library: Library
  readonly region: number
  /** Whose columns are wanted: programmes in force, or a draft beside them. */
  readonly program: Pick<BatchProgram, 'engine' | 'vectors'>
  readonly signal?: AbortSignal
  readonly progress?: (done: number, total: number) => void
}

/**
 * Brings the wide snapshot of a region up to date: the rows of subjects of which something was written, and columns
 * that it did not have. Whoever else is at it is waited for. False where it was told to stop.
 */
export async function fillRegion(filling: Filling): Promise<boolean> {
  return inTurnOfRows(filling, () => fillInTurn(filling))
}

/** Nobody else fills rows of the region meanwhile. */
export async function inTurnOfRows<T>(
  { pool, region }: Pick<Filling, 'pool' | 'region'>,
  work: () => Promise<T>,
): Promise<T> {
  return inTurn(pool, `region-columns.${region}`, work)
}

/** `fillRegion` for whoever has the turn already. */
export async function fillInTurn(filling: Filling): Promise<boolean> {
  const { pool, region, program, signal } = filling
  const columns = columnsOf(program, GROUPINGS)
  const stored = await inTransaction(pool, (db) => ensureColumns(db, allColumns(columns)))
  const held = new Set((await heldColumns(pool, region, allColumns(columns))).map(({ id }) => id))
  const lacking = stored.filter(({ id }) => !held.has(id))
  const keys = [...new Set(lacking.flatMap(({ column }) => column.saidIn))]
  await dropOrphans(pool, region)
  // Whom facts are of says for every subject anew what it can be evaluated as.
  const all = lacking.some(({ column }) => column.key === columns.audiences.key)
  const stale = await staleRows(pool, region, keys, all)
  // A row that is filled anew ends what it had in other columns.
  if (stale.length > 0) await holdOnly(pool, region, [...held])
  for (let first = 0; first < stale.length; first += CHUNK) {
    if (signal?.aborted) return false
    filling.progress?.(first, stale.length)
    await fillChunk(filling, columns, stored, stale.slice(first, first + CHUNK))
  }
  filling.progress?.(stale.length, stale.length)
  if (lacking.length > 0)
    await holdColumns(
      pool,
      region,
      lacking.map(({ id }) => id),
    )
  return true
}

async function fillChunk(
  { pool, library, region, program }: Filling,
  columns: ProgramColumns,
  stored: readonly StoredColumn[],
  ids: readonly string[],
): Promise<void> {
  const byKey = new Map(stored.map(({ id, column }) => [column.key, id]))
  // Read before the facts: where something is written in between, the row counts as of the earlier state.
  const revisions = await revisionsOf(pool, region, ids)
  const situated = await situationsOf(pool, library, region, ids)
  const rows: WideRow[] = []
  const faults: RowFault[] = []
  const spread = new Set<number>()
  let since = performance.now()
  for (const one of situated) {
    const subject = one.stored.id
    const made = regionRow(program, columns, one.situation)
    faults.push(
      ...one.faults.map((fault) => keptFault(library, subject, fault)),
      ...made.faults.map((fault) => numberFault(library, subject, fault)),
    )
    const values = new Map<number, readonly [bigint, bigint]>()
    for (const [key, ends] of made.values) {
      const id = byKey.get(key)
      if (id === undefined) continue
      values.set(id, ends)
      if (ends[0] !== ends[1]) spread.add(id)
    }
    rows.push({ ...fixedOf(one), revision: revisions.get(subject) ?? 0, audiences: made.audiences, values })
    if (performance.now() - since < TURN_MS) continue
    await nextTurn()
    since = performance.now()
  }
  await inTransaction(pool, async (client) => {
    await replaceRows(client, region, stored, rows)
    await replaceFaults(client, region, ids, faults)
    await markIntervals(client, [...spread])
    await bumpFilling(client, region)
  })
}

function fixedOf({
  stored,
  situation,
  packs,
}: Situated): Pick<WideRow, 'subject' | 'place' | 'packs' | 'received'> {
  const code = placeOf(situation) ?? stored.place
  const place = code !== null && /^\d{6}$/.test(code) ? code : null
  return { subject: stored.id, place, packs, received: situation.received ?? [] }
}
