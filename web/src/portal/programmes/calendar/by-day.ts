import type { CalendarDay } from '@kehui/server/client'

/** Events under their days. A step that began before the month stands on its first day. */
export function byDay(
  events: readonly CalendarDay[],
  month: string,
): ReadonlyMap<string, readonly CalendarDay[]> {
  const days = new Map<string, CalendarDay[]>()
  const first = `${month}-01`
  for (const event of events) {
    const day = event.from < first ? first : event.from
    const list = days.get(day)
    if (list) list.push(event)
    else days.set(day, [event])
  }
  return days
}
