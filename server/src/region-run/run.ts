import { type Decided, decide, InputHash, settleGroups, settleRows } from '@kehui/domain/packs/entitlements'
import {
  allColumns,
  type BatchProgram,
  batchOf,
  columnsOf,
  columnsUsedBy,
  compileBatch,
  inForce,
  type Library,
  type Plan,
  type Programme,
  type RegionColumn,
} from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { type Db, inTransaction, type Pool } from '../database/pool.js'
import { fillInTurn, inTurnOfRows } from '../region-columns/fill.js'
import { GROUPINGS } from '../region-columns/groupings.js'
import { appliesTo, type RegionColumns, readRegion, tableFor } from '../region-columns/index.js'
import { readFaults } from '../region-columns/row-fault.js'
import { heldColumns } from '../region-columns/store-columns.js'
import { addFaults, countFaults, forgetBefore } from '../region-columns/store-rows.js'
import { readBefore } from './before.js'
import { changesOf } from './change.js'
import { compared } from './compare.js'
import { decideSingly, isLeft } from './left.js'
import { type Before, reasonsFor } from './reasons.js'
import { oldEntitlements } from './store-old.js'
import { finishRun, insertRunProgramme, type RunPhase } from './store-runs.js'
import {
  addChanges,
  addEntitlements,
  dropEntitlements,
  rehashEntitlements,
  type Writing,
} from './store-write.js'

export interface Running {
  readonly pool: Pool
  readonly library: Library
  readonly region: number
  /** Id of the run. */
  readonly run: string
  /** `2026-11-24` */
  readonly on: string
  /** Says how far it is; true where it is to stop. */
  readonly progress: (phase: RunPhase, done: number, total: number) => boolean
}

/** Thrown where a run was told to stop; nothing of it is kept. */
export class Stopped extends Error {}

/** Programmes that are decided together: their results are in memory until they are written. */
const AT_ONCE = 8

/**
 * Brings the wide snapshot up to date, decides all programmes in force for all subjects, and writes what came out
 * otherwise than in the run before: all of it, or nothing.
 */
export async function runRegion(running: Running): Promise<void> {
  const { pool, library, region, on } = running
  const day = parseDay(on)
  if (day === undefined) throw new Error(`“${on}” is no date`)
  const program = batchOf(library, day)
  const step = (phase: RunPhase) => (done: number, total: number) => {
    if (running.progress(phase, done, total)) throw new Stopped()
  }
  // Rows that were filled anew between reading and writing would count as read.
  await inTurnOfRows({ pool, region }, async () => {
    await fillInTurn({ pool, library, region, program, progress: step('facts') })
    const columns = await readRegion({ pool, region, program, progress: step('columns') })
    await addFaults(pool, region, readFaults(library, columns))
    await inTransaction(pool, (db) => new RegionRun(running, program, columns, db).write(step('programmes')))
  })
}

class RegionRun {
  private readonly running: Running
  private readonly program: BatchProgram
  private readonly columns: RegionColumns
  private readonly db: Db
  private before: Before | null = null
  private changes = 0

  constructor(running: Running, program: BatchProgram, columns: RegionColumns, db: Db) {
    this.running = running
    this.program = program
    this.columns = columns
    this.db = db
  }

  async write(step: (done: number, total: number) => void): Promise<void> {
    const { db, columns } = this
    const { region, run } = this.running
    const wanted = allColumns(columnsOf(this.program, GROUPINGS))
    this.before = await readBefore(db, region, wanted)
    const groups = settleGroups(this.programmes())
    const total = groups.flat().length
    let done = 0
    step(done, total)
    for (const together of batches(groups)) {
      for (const decided of await this.decide(together)) {
        await this.keep(decided)
        done += 1
        step(done, total)
      }
    }
    const current = new Set(groups.flat().map(({ id }) => id))
    for (const programme of this.before?.versions.keys() ?? [])
      if (!current.has(programme)) await this.end(programme)
    await forgetBefore(db, region)
    const read = await heldColumns(db, region, wanted)
    await finishRun(db, region, run, {
      subjects: columns.rows,
      programmes: total,
      changes: this.changes,
      faults: await countFaults(db, region),
      columns: read.map(({ id }) => id),
    })
  }

  private programmes(): Programme[] {
    const day = parseDay(this.running.on) ?? 0
    return [...this.running.library.programmes.values()].filter((programme) => inForce(programme, day))
  }

  /** Groups of programmes that are settled together, several at once. */
  private async decide(groups: readonly (readonly Programme[])[]): Promise<Decided[]> {
    const { columns, program } = this
    const { library } = this.running
    const [left, native] = partition(groups, (group) => group.some(({ id }) => isLeft(program, id)))
    const decided: Decided[] = []
    for (const group of left) decided.push(...(await decideSingly(this.running, columns, program, group)))
    const ids = new Set(native.flat().map(({ id }) => id))
    const bounds = program.plans.flatMap(({ bound }) => (ids.has(bound.head.id) ? [bound] : []))
    const part = compileBatch(program.engine, bounds)
    const { table, lacking } = tableFor(columns, part)
    if (lacking.length > 0) throw new Error(`“${lacking[0]?.name}” was not read`)
    const applies = ({ bound }: Plan) => appliesTo(columns, library, bound.programme)
    const found = new Map(decide(part, table, applies).map((one) => [one.programme, one]))
    for (const group of native) {
      const own = group.flatMap(({ id }) => found.get(id) ?? [])
      settleRows(library, own, columns.received)
      decided.push(...own)
    }
    return decided
  }

  private used(programme: string): ReadonlyMap<string, RegionColumn> {
    const columns = columnsOf(this.program)
    const bound = this.program.engine.bounds.get(this.programme(programme))?.values().next().value
    return bound ? columnsUsedBy(this.program, columns, bound) : new Map()
  }

  private programme(id: string): Programme {
    const found = this.running.library.programmes.get(id)
    if (!found) throw new Error(`There is no programme “${id}”`)
    return found
  }

  private async keep(decided: Decided): Promise<void> {
    const { db, columns } = this
    const { region, run } = this.running
    const { programme, version } = decided
    const used = this.used(programme)
    const reads = [...used.keys()].flatMap((key) => {
      const column = columns.held.get(key)
      return column ? [[key, column] as const] : []
    })
    const hashes = new InputHash(new Map(reads))
    const hash = (at: number) => hashes.of(decided.rows.at(at))
    const subjectAt = (at: number) => columns.subjects.at(decided.rows.at(at))
    const writing: Writing = { region, run, decided, subjectAt, hash }
    const old = await oldEntitlements(db, region, programme, columns.subjects)
    const { written, rehashed, ended } = compared(decided, old, hash, columns.rows)
    const subjectOf = (entry: number) => old.gone.get(entry) ?? columns.subjects.at(old.rows[entry] ?? 0)
    const replaced = written.filter(({ entry }) => entry >= 0).map(({ at }) => subjectAt(at))
    await dropEntitlements(db, region, programme, [...replaced, ...ended.map(subjectOf)])
    await addEntitlements(
      db,
      writing,
      written.map(({ at }) => at),
    )
    await rehashEntitlements(db, writing, rehashed)
    if (this.before) {
      const { library, on } = this.running
      const reasons = reasonsFor({ library, on, columns, before: this.before }, programme, version, used)
      await addChanges(
        db,
        { region, run, programme },
        changesOf(decided, old, { written, ended }, columns, reasons),
      )
      this.changes += written.length + ended.length
    }
    await insertRunProgramme(db, region, run, tallyOf(decided))
  }

  /** A programme that is in force no more is for nobody. */
  private async end(programme: string): Promise<void> {
    const { db, columns, before } = this
    const { region, run, library, on } = this.running
    const old = await oldEntitlements(db, region, programme, columns.subjects)
    const entries = [...old.rows.keys()]
    const subjectOf = (entry: number) => old.gone.get(entry) ?? columns.subjects.at(old.rows[entry] ?? 0)
    await dropEntitlements(db, region, programme, entries.map(subjectOf))
    if (!before) return
    const reasons = reasonsFor({ library, on, columns, before }, programme, null, new Map())
    const changes = changesOf(null, old, { written: [], ended: entries }, columns, reasons)
    await addChanges(db, { region, run, programme }, changes)
    this.changes += entries.length
  }
}

function tallyOf(decided: Decided) {
  let [met, least, most] = [0, 0n, 0n]
  for (let at = 0; at < decided.count; at += 1) {
    if (decided.met.at(at) !== 1) continue
    met += 1
    if (!decided.pays || decided.kept.at(at) !== 1) continue
    least += decided.paidLeast.at(at)
    most += decided.paidMost.at(at)
  }
  const { programme, version, count } = decided
  return { programme, version, met, open: count - met, leastFen: `${least}`, mostFen: `${most}` }
}

function* batches<T>(groups: readonly (readonly T[])[]): Generator<(readonly T[])[]> {
  let batch: (readonly T[])[] = []
  let size = 0
  for (const group of groups) {
    if (size > 0 && size + group.length > AT_ONCE) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(group)
    size += group.length
  }
  if (size > 0) yield batch
}

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))]
}
