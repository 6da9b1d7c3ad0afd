import { describe, expect, it } from 'vitest'
import { lastDay, monthOf, shiftMonth, weekday, weeksOf } from './month.js'

describe('months', () => {
  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', 14, '2028-01'],
    ['2026-11', 0, '2026-11'],
  ])('%s and %d more is %s', (month, by, moved) => expect(shiftMonth(month, by)).toBe(moved))
  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => expect(lastDay(month)).toBe(day))
  it('a day is of its month', () => expect(monthOf('2026-11-24')).toBe('2026-11'))
  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
  ])('%s is day %d of its week', (day, number) => expect(weekday(day)).toBe(number))
})

describe('weeks', () => {
  it.each(['2026-02', '2026-03', '2026-11', '2027-08', '2028-02'])(
    'of %s have each day once, in order',
    (month) => {
      const weeks = weeksOf(month)
      for (const week of weeks) expect(week).toHaveLength(7)
      const days = weeks.flat().flatMap(({ day }) => day ?? [])
      expect(days[0]).toBe(`${month}-01`)
      expect(days.at(-1)).toBe(lastDay(month))
      expect(days).toEqual([...new Set(days)].sort())
      for (const week of weeks)
        for (const [i, { day }] of week.entries()) if (day !== null) expect(weekday(day)).toBe(i + 1)
    },
  )
})
