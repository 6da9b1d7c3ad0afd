import type { Lang } from '../../../text/messages.js'
import type { Filters } from '../search-params.js'

/** Where the calendar with these filters is as a file, on this server. */
export function calendarPath(filters: Filters, lang: Lang): string {
  const query = new URLSearchParams({ lang })
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value)
  return `/api/v1/programmes/calendar.ics?${query}`
}

/** One call of a programme as a file. */
export function callPath(programme: string, call: string, lang: Lang): string {
  const query = new URLSearchParams({ call, lang })
  return `/api/v1/programmes/${encodeURIComponent(programme)}/calendar.ics?${query}`
}
