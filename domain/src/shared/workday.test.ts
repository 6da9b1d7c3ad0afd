import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay, parseDay } from './day.js'
import { addWorkdays, isArranged, isWorkday } from './workday.js'

const day = (text: string) => parseDay(text) ?? Number.NaN

describe('working days', () => {
  test.each([
    ['2026-11-25', true],
    ['2026-11-28', false],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2025-09-28', true],
    ['2027-01-01', false],
    ['2027-01-04', true],
  ])('%s: %s', (text, works) => {
    expect(isWorkday(day(text))).toBe(works)
  })

  test.each([
    ['2026-11-25', 5, '2026-12-02'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-12-30', 5, '2027-01-07'],
  ])('%s and %i working days: %s', (from, count, to) => {
    expect(formatDay(addWorkdays(day(from), count))).toBe(to)
  })

  test('so many working days lie between, the last of them the day itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 19_700, max: 21_000 }),
        fc.integer({ min: 1, max: 40 }),
        (from, count) => {
          const to = addWorkdays(from, count)
          const between = Array.from({ length: to - from }, (_, i) => from + 1 + i).filter(isWorkday)
          expect(between.length).toBe(count)
          expect(isWorkday(to)).toBe(true)
        },
      ),
    )
  })

  test('says of which years the arrangement is known', () => {
    expect([2023, 2024, 2025, 2026, 2027].map(isArranged)).toEqual([false, true, true, true, false])
  })
})
