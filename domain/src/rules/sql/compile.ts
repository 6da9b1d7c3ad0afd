import { inForce, readingOf } from '../answer/evaluate.js'
import type { BatchProgram, Plan } from '../batch/program.js'
import { compileBatch } from '../batch/program.js'
import type { Bound } from '../bind/bound.js'
import { boundOf, type Engine, newEngine } from '../bind/engine.js'
import type { Library, Programme } from '../programme.js'
import { queryOf, type SqlQuery } from './query.js'
import { type Snapshot, snapshotOf } from './snapshot.js'

/** Programmes as queries over one snapshot, for one decision date. */
export interface SqlPlan {
  readonly program: BatchProgram
  readonly snapshot: Snapshot
  readonly queries: readonly SqlQuery[]
  /** What is left to the interpreter, and why. */
  readonly left: readonly { readonly programme: string; readonly reason: string }[]
}

/** PostgreSQL computes without end; a programme with longer numbers than these means none of them. */
const BITS = 1024

/**
 * Programmes a query. Planning takes under a millisecond each, whatever the group; what they share is computed once, so
 * that 48 take less than half as long as one by one, and more no less.
 */
export const GROUP = 48

/** PostgreSQL has lists of up to 1,664 columns. */
const WIDEST = 1600

export interface SqlOptions {
  /** The table of the snapshot. */
  readonly table: string
  /** Programmes a query. */
  readonly group?: number
}

/** The programmes in force on a date; `on` is in days since 1970-01-01. */
export function sqlOf(
  library: Library,
  on: number,
  options: SqlOptions,
  wanted: (programme: Programme) => boolean = () => true,
): SqlPlan {
  const engine = newEngine(library, on)
  const bounds = [...library.programmes.values()]
    .filter((p) => inForce(p, on) && wanted(p))
    .map((p) => boundOf(engine, p, readingOf(p, {})))
  return compileSql(engine, bounds, options)
}

export function compileSql(
  engine: Engine,
  bounds: readonly Bound[],
  { table, group = GROUP }: SqlOptions,
): SqlPlan {
  const program = compileBatch(engine, bounds, BITS)
  const snapshot = snapshotOf(program)
  const left = [...program.refused, ...program.hosted]
  const byOthers = new Set(left.map((l) => l.programme))
  const native = program.plans.filter(({ bound }) => !byOthers.has(bound.programme.id))
  const queries: SqlQuery[] = []
  const query = (plans: readonly Plan[]): void => {
    const made = queryOf(program, snapshot, table, plans)
    if (made.width <= WIDEST) queries.push(made)
    else if (plans.length > 1) {
      const half = Math.ceil(plans.length / 2)
      query(plans.slice(0, half))
      query(plans.slice(half))
    } else
      for (const { bound } of plans)
        left.push({ programme: bound.programme.id, reason: `it needs ${made.width} columns` })
  }
  for (let at = 0; at < native.length; at += group) query(native.slice(at, at + group))
  return { program, snapshot, queries, left }
}
