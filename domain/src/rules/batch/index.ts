import { inForce, readingOf } from '../answer/evaluate.js'
import { boundOf, newEngine } from '../bind/engine.js'
import type { Library, Programme } from '../programme.js'
import { type BatchProgram, compileBatch } from './program.js'

export { Batch, type BatchOptions, BLOCK } from './batch.js'
export { type Column, ColumnBuilder, ColumnError, type Spans, spanAt, type Table } from './column.js'
export { type Fault, faultsIn, outsideOf } from './door.js'
export type { Hits, Sink } from './hits.js'
export type { Asked } from './host.js'
export { type BatchProgram, compileBatch, type Plan } from './program.js'
export { newShareCounter, type Share, sharesOf } from './shares.js'
export { tableOf } from './subject-table.js'
export { type Width, widthOf } from './width.js'

/** The programmes in force on a date, as one batch. `on` is in days since 1970-01-01. */
export function batchOf(
  library: Library,
  on: number,
  wanted: (programme: Programme) => boolean = () => true,
): BatchProgram {
  const engine = newEngine(library, on)
  const bounds = [...library.programmes.values()]
    .filter((p) => inForce(p, on) && wanted(p))
    .map((p) => boundOf(engine, p, readingOf(p, {})))
  return compileBatch(engine, bounds)
}
