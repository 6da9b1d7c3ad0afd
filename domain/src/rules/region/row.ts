import * as q from '../../shared/rational.js'
import { audiencesOf } from '../answer/evaluate.js'
import { integersOf, knownFact, situationOf } from '../answer/situation.js'
import type { BatchProgram } from '../batch/program.js'
import { AUDIENCES, type Audience, type Subject } from '../facts.js'
import { overRows } from '../machine.js'
import type { ProgramColumns, RegionColumn } from './columns.js'

export type Ends = readonly [lo: bigint, hi: bigint]

/** A number of a subject's that its column cannot hold. */
export interface ColumnFault {
  readonly column: RegionColumn
  readonly lo: bigint
  readonly hi: bigint
}

export interface RegionRow {
  /** By key of the column; what is not known has none. */
  readonly values: ReadonlyMap<string, Ends>
  /** What it can be evaluated as, a bit for each of `AUDIENCES`. */
  readonly audiences: number
  readonly faults: readonly ColumnFault[]
}

/** What the columns hold of one subject. A value out of its range is a fault and counts as not known. */
export function regionRow(
  { engine, vectors }: Pick<BatchProgram, 'engine' | 'vectors'>,
  columns: ProgramColumns,
  subject: Subject,
): RegionRow {
  const values = new Map<string, Ends>()
  const faults: ColumnFault[] = []
  const put = (column: RegionColumn | null | undefined, lo: bigint, hi: bigint) => {
    if (!column) return
    if (lo < column.least || hi > column.most || lo > hi) faults.push({ column, lo, hi })
    else if (column.intervals || lo === hi) values.set(column.key, [lo, hi])
  }
  const { known, rows } = situationOf(engine, subject)
  for (const { index, fact } of engine.tables.slots) {
    const value = known[index]?.value
    if (value) put(columns.slots[index], ...integersOf(value, fact))
  }
  for (const { slot, column } of columns.groupings.values()) {
    const value = knownFact(subject, slot)?.value
    if (value && !values.has(column.key)) put(column, ...integersOf(value, slot.fact))
  }
  for (const v of vectors) {
    if (v.op !== 'records') continue
    const frames = rows(v.num.of)
    if (!frames) continue
    const { lo, hi } = overRows(v.num.aggregate, frames, v.num.rows)
    const whole = (end: q.Rational) => q.floor(q.multiply(end, q.rational(v.scale)))
    put(columns.records.get(v.num.id), whole(lo), whole(hi))
  }
  const founded = foundedOn(engine.library.founded, subject)
  if (founded !== null) put(columns.founded, founded, founded)
  const audiences = maskOf(audiencesOf(engine.library, subject))
  put(columns.audiences, BigInt(audiences), BigInt(audiences))
  return { values, audiences, faults }
}

function foundedOn(founded: string | null, { facts, owner }: Subject): bigint | null {
  if (founded === null) return null
  const value = (facts.get(founded) ?? owner?.facts.get(founded))?.value
  return value?.kind === 'date' ? BigInt(value.day) : null
}

export function audienceBit(audience: Audience): number {
  return 1 << AUDIENCES.indexOf(audience)
}

function maskOf(audiences: ReadonlySet<Audience>): number {
  return [...audiences].reduce((mask, audience) => mask | audienceBit(audience), 0)
}
