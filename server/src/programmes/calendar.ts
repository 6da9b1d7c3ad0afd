import { type CalendarEvent, eventsBetween } from '@kehui/domain/packs/catalogue'
import type { Library } from '@kehui/domain/rules'
import { formatDay, inLang, type Lang } from '@kehui/domain/shared'
import Type, { type Static } from 'typebox'
import { filteredProgrammes } from './list.js'
import { ProgrammeFilter } from './schema.js'
import { packOf, type View } from './view.js'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const Day = Type.String({ format: 'date' })

export const CalendarQuery = Type.Object({ ...ProgrammeFilter.properties, from: Day, to: Day })

export const CalendarDay = Type.Object({
  uid: text,
  programme: text,
  title: text,
  packTitle: text,
  callKey: text,
  callTitle: text,
  number: Nullable(text),
  kind: Type.Union([Type.Literal('opens'), Type.Literal('closes'), Type.Literal('step')]),
  step: text,
  from: text,
  to: text,
  link: Nullable(text),
  sample: Type.Boolean(),
})
export type CalendarDay = Static<typeof CalendarDay>

export const Calendar = Type.Object({ from: text, to: text, on: text, events: Type.Array(CalendarDay) })
export type Calendar = Static<typeof Calendar>

interface Span {
  readonly from: number
  readonly to: number
}

/** The longest time that is asked for at once, in days: two years and a leap day. */
export const LONGEST_DAYS = 731

export function calendarEvents(
  library: Library,
  filter: ProgrammeFilter,
  { from, to }: Span,
  view: View,
): CalendarEvent[] {
  const programmes = filteredProgrammes(library, filter, view).map(({ programme }) => programme)
  return eventsBetween(programmes, from, to)
}

export function calendarOf(library: Library, filter: ProgrammeFilter, span: Span, view: View): Calendar {
  return {
    from: formatDay(span.from),
    to: formatDay(span.to),
    on: formatDay(view.on),
    events: calendarEvents(library, filter, span, view).map((event) => dayOf(library, event, view.lang)),
  }
}

function dayOf(library: Library, event: CalendarEvent, lang: Lang): CalendarDay {
  const { uid, programme, call, callKey, kind, step, from, to } = event
  const pack = packOf(library, programme)
  return {
    uid,
    programme: programme.id,
    title: inLang(programme.title, lang),
    packTitle: inLang(pack.title, lang),
    callKey,
    callTitle: inLang(call.title, lang),
    number: call.number,
    kind,
    step: inLang(step, lang),
    from: formatDay(from),
    to: formatDay(to),
    link: call.link,
    sample: pack.sample,
  }
}
