/** A month as `2026-12`, a day as `2026-12-20`. Days are counted in UTC, where none is longer than another. */
const DAY_MS = 86_400_000

function at(month: string, date = 1): Date {
  return new Date(`${month}-${String(date).padStart(2, '0')}T00:00:00Z`)
}

function dayText(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

export function shiftMonth(month: string, by: number): string {
  const moment = at(month)
  moment.setUTCMonth(moment.getUTCMonth() + by)
  return monthOf(dayText(moment))
}

export function lastDay(month: string): string {
  return dayText(new Date(at(shiftMonth(month, 1)).getTime() - DAY_MS))
}

/** 1 on Mondays, 7 on Sundays. */
export function weekday(day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const number = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (number === 0 ? 7 : number) as ReturnType<typeof weekday>
}

export interface Place {
  /** Names the place in the week, whatever stands there. */
  readonly key: string
  /** Null where the week reaches into another month. */
  readonly day: string | null
}

/** The weeks of a month from Monday to Sunday. */
export function weeksOf(month: string): readonly (readonly Place[])[] {
  const count = Number(lastDay(month).slice(8))
  const before = weekday(`${month}-01`) - 1
  const weeks = Math.ceil((before + count) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, i) => {
      const date = week * 7 + i - before + 1
      const isIn = date >= 1 && date <= count
      return { key: `${week}.${i}`, day: isIn ? `${month}-${String(date).padStart(2, '0')}` : null }
    }),
  )
}
