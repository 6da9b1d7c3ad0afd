import { civilOf } from '../../shared/day.js'
import type { Tables } from '../compile/scope.js'
import { slotFor } from '../compile/slot.js'
import type { RecordSlot, Slot } from '../form.js'
import type { Machine } from '../machine.js'
import { NodeTable } from '../node-table.js'
import type { Library, Programme } from '../programme.js'
import { bindProgramme } from './bind.js'
import type { Bound, Check } from './bound.js'

export interface Plan {
  readonly bounds: readonly Bound[]
  readonly outOfForce: readonly Programme[]
}

/** All programmes of a library for one decision date, compiled when first asked for, over one table of nodes. */
export interface Engine {
  readonly library: Library
  readonly on: number
  readonly tables: Tables
  readonly bounds: Map<Programme, Map<string | null, Bound>>
  /** What is decided for one kind of subject and choice of packs. */
  readonly plans: Map<string, Plan>
  /** Machines that are not in use: a new one is as large as all nodes. */
  readonly machines: Machine[]
  /** Pairs of facts of which the first is never greater than the second. */
  readonly within: (readonly [part: number, whole: number])[]
  withinUpTo: number
}

/** More dates than a person compares; each holds some megabytes. */
const DATES = 12
const engines = new WeakMap<Library, Map<string, Engine>>()

/**
 * The engine of a date. Facts bound one another over all programmes that an engine holds, so that
 * programmes which are read in another way than the default have one of their own, named by `readings`.
 */
export function engineFor(library: Library, on: number, readings = ''): Engine {
  const dates = engines.get(library) ?? new Map<string, Engine>()
  engines.set(library, dates)
  const key = `${on} ${readings}`
  const known = dates.get(key)
  if (known) return known
  const oldest = dates.keys().next()
  if (dates.size >= DATES && !oldest.done) dates.delete(oldest.value)
  const engine = newEngine(library, on)
  dates.set(key, engine)
  return engine
}

export function newEngine(library: Library, on: number): Engine {
  const tables = {
    nodes: new NodeTable(),
    slots: [] as Slot[],
    slotByKey: new Map<string, Slot>(),
    checks: new Map<string, Check>(),
    records: [] as RecordSlot[],
  }
  return { library, on, tables, bounds: new Map(), plans: new Map(), machines: [], within: [], withinUpTo: 0 }
}

export function boundOf(engine: Engine, programme: Programme, reading: string | null): Bound {
  const readings = engine.bounds.get(programme)
  const known = readings?.get(reading)
  if (known) return known
  const { bound, problems } = bindProgramme(engine, programme, reading)
  if (problems.length > 0)
    throw new Error(
      `${programme.id} does not compile for this date: ${problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('; ')}`,
    )
  pairWithins(engine)
  if (readings) readings.set(reading, bound)
  else engine.bounds.set(programme, new Map([[reading, bound]]))
  return bound
}

/** Facts that bound others are looked up even where no programme names them. */
function pairWithins(engine: Engine): void {
  const { tables, library } = engine
  for (; engine.withinUpTo < tables.slots.length; engine.withinUpTo += 1) {
    const part = tables.slots[engine.withinUpTo]
    const whole = part?.fact.within ? library.facts.get(part.fact.within) : undefined
    if (!part || !whole) continue
    const calibre = part.calibre !== null && whole.calibres.has(part.calibre) ? part.calibre : null
    engine.within.push([
      part.index,
      slotFor(
        tables,
        civilOf(engine.on).year,
        { fact: whole, calibre, year: part.year, ofOwner: part.ofOwner },
        part.bare,
      ).index,
    ])
  }
}
