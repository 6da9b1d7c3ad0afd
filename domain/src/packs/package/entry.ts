import type { Library, Programme } from '../../rules/programme.js'
import type { Result } from '../../rules/result.js'
import { formatDay } from '../../shared/day.js'
import { inLang, type Lang } from '../../shared/text.js'
import { callsOn, mainCall } from './call-view.js'
import type { Entry } from './schema.js'

export interface EntryContext {
  readonly library: Library
  /** Days since 1970-01-01. */
  readonly on: number
  readonly lang: Lang
}

/** The answer of one programme with what is needed to act on it. */
export function entryOf(
  { library, on, lang }: EntryContext,
  result: Result,
  ifTitles: readonly string[] = [],
): Entry {
  const programme = library.programmes.get(result.programme)
  const pack = library.packs.get(result.pack)
  if (!programme || !pack) throw new Error(`a result of ${result.programme}, which the library has not`)
  const calls = callsOn(programme, on, lang)
  return {
    ...result,
    packTitle: inLang(pack.title, lang),
    level: pack.level,
    summary: programme.summary && inLang(programme.summary, lang),
    department: pack.department && {
      name: inLang(pack.department.name, lang),
      phone: pack.department.phone,
    },
    call: mainCall(calls),
    calls,
    form: programme.form !== null,
    hypothetical: ifTitles.length > 0,
    ifTitles: [...ifTitles],
    readings: readingsOf(programme, result.reading, lang),
  }
}

function readingsOf({ readings }: Programme, chosen: string | null, lang: Lang): Entry['readings'] {
  if (!readings) return null
  const { signed } = readings
  return {
    question: inLang(readings.question, lang),
    options: [...readings.options].map(([id, label]) => ({ id, label: inLang(label, lang) })),
    chosen: chosen ?? readings.default,
    signed: signed && { option: readings.default, by: signed.by, on: formatDay(signed.on) },
  }
}

/** Whether it can be had as of the date: some need no application, and a call that is over counts for nothing. */
export function isNow({ mode, call }: Pick<Entry, 'mode' | 'call'>): boolean {
  return mode === '免申即享' || call === null || call.status === 'open' || call.status === 'unknown'
}

export function isOver({ mode, call }: Pick<Entry, 'mode' | 'call'>): boolean {
  return mode !== '免申即享' && call?.status === 'closed'
}
