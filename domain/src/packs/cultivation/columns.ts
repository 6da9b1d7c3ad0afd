import type { Library, Programme } from '../../rules/programme.js'
import { parseDay } from '../../shared/day.js'
import { callsOn, mainCall } from '../package/call-view.js'
import type { Call } from '../package/schema.js'

/** A programme as a list of many companies shows it: what does not depend on the company. */
export interface Column {
  readonly programme: Programme
  /** The call that matters on the day, in Chinese; null where there is none. */
  readonly call: Call | null
}

const MOST_DATES = 4
const known = new WeakMap<Library, Map<string, ReadonlyMap<string, Column>>>()

/** All programmes of a library with their calls as of a day; computed once for all companies. */
export function columnsOn(library: Library, on: string): ReadonlyMap<string, Column> {
  const dates = known.get(library) ?? new Map<string, ReadonlyMap<string, Column>>()
  known.set(library, dates)
  const before = dates.get(on)
  if (before) return before
  const day = parseDay(on)
  if (day === undefined) throw new Error(`“${on}” is no date`)
  const columns = new Map(
    [...library.programmes.values()].map((programme): [string, Column] => [
      programme.id,
      { programme, call: mainCall(callsOn(programme, day, 'zh')) },
    ]),
  )
  const oldest = dates.keys().next()
  if (dates.size >= MOST_DATES && !oldest.done) dates.delete(oldest.value)
  dates.set(on, columns)
  return columns
}

/** The last day of the window that is open, or that opens next; null where there is none. */
export function deadlineOf({ call }: Pick<Column, 'call'>): string | null {
  return call !== null && (call.status === 'open' || call.status === 'coming') ? call.to : null
}
