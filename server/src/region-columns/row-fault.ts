import { type ColumnFault, formatValue, type Library, type ValueDef, valueFrom } from '@kehui/domain/rules'
import type { KeptFault } from '../registry/known.js'
import { readValue } from '../registry/stored-value.js'
import type { RegionColumns } from './region-columns.js'
import type { RowFault } from './store-rows.js'

/** A stored value that its fact cannot have. */
export function keptFault(
  library: Library,
  subject: string,
  { key, value, misfit, def }: KeptFault,
): RowFault {
  const said =
    misfit === 'type' ? JSON.stringify(value) : formatValue(readValue(value), def, 'zh', library.places)
  return { subject, fact: key, value: said, ...endsOf(library, def), misfit }
}

/** A number that its column cannot hold: a sum over more records than there can be. */
export function numberFault(library: Library, subject: string, { column, lo, hi }: ColumnFault): RowFault {
  const { name, def, least, most } = column
  const said = lo === hi ? `${lo}` : `${lo}..${hi}`
  const ends = def ? endsOf(library, def) : { least: `${least}`, most: `${most}` }
  return { subject, fact: name, value: said, ...ends, misfit: 'range' }
}

/** Numbers of the snapshot that were out of their range when it was read. */
export function readFaults(
  library: Library,
  { faults, subjects }: Pick<RegionColumns, 'faults' | 'subjects'>,
): RowFault[] {
  return faults.map(({ row, column, value }) =>
    numberFault(library, subjects.at(row), { column, lo: value, hi: value }),
  )
}

/** What a fact can be, as a person writes it. */
export function endsOf({ places }: Library, def: ValueDef): { least: string; most: string } {
  const text = (end: bigint) => formatValue(valueFrom(end, def), def, 'zh', places)
  return { least: text(def.lo), most: text(def.hi) }
}
