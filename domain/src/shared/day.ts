/** Days since 1970-01-01 in the proleptic Gregorian calendar: Howard Hinnant, “chrono-compatible low-level date algorithms”. */
export function dayOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export interface CivilDate {
  year: number
  month: number
  date: number
}

export function civilOf(day: number): CivilDate {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Reads `2024-03-01`, `2024/3/1`, `2024年3月1日`; undefined where there is no such day. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text.trim())
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const day = dayOf(year, month, date)
  const back = civilOf(day)
  return back.year === year && back.month === month && back.date === date ? day : undefined
}

export function formatDay(day: number): string {
  const { year, month, date } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The same date so many months later, or the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = civilOf(day)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  const nextMonth = m === 12 ? dayOf(y + 1, 1, 1) : dayOf(y, m + 1, 1)
  return Math.min(dayOf(y, m, date), nextMonth - 1)
}

/** The last day from which `months` full months have passed by `on`. */
export function lastDayFullBy(on: number, months: number): number {
  let day = addMonths(on, -months)
  while (addMonths(day + 1, months) <= on) day += 1
  while (addMonths(day, months) > on) day -= 1
  return day
}
