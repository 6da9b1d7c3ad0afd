import { civilOf, dayOf } from './day.js'

/** Days off on weekdays and working days on weekends, as `MM-DD` or `MM-DD..MM-DD`. */
interface Arrangement {
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/**
 * The State Council's yearly arrangement of public holidays, by year. Source: the notices of the General Office,
 * 国办发明电〔2023〕7号 (2024), 国办发明电〔2024〕12号 (2025), 国办发明电〔2025〕7号 (2026). A new year is a new line.
 */
const ARRANGEMENTS: ReadonlyMap<number, Arrangement> = new Map([
  [
    2024,
    {
      off: ['01-01', '02-10..02-17', '04-04..04-06', '05-01..05-05', '06-10', '09-15..09-17', '10-01..10-07'],
      work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    },
  ],
  [
    2025,
    {
      off: ['01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'],
      work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    },
  ],
  [
    2026,
    {
      off: [
        '01-01..01-03',
        '02-15..02-23',
        '04-04..04-06',
        '05-01..05-05',
        '06-19..06-21',
        '09-25..09-27',
        '10-01..10-07',
      ],
      work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    },
  ],
])

/** Statutory holidays of fixed date, for years whose arrangement is not known; lunar ones cannot be told then. */
const FIXED: Arrangement = { off: ['01-01', '05-01..05-02', '10-01..10-03'], work: [] }

/** Whether the year's arrangement is known, so that its working days are certain. */
export function isArranged(year: number): boolean {
  return ARRANGEMENTS.has(year)
}

/** Whether work is done on a day (days since 1970-01-01), by the statutory calendar with its make-up days. */
export function isWorkday(day: number): boolean {
  const { year } = civilOf(day)
  const { off, work } = ARRANGEMENTS.get(year) ?? FIXED
  if (holds(work, year, day)) return true
  return !holds(off, year, day) && !isWeekend(day)
}

/** The day on which so many working days have passed; the day itself does not count (民法典 第二百零一条). */
export function addWorkdays(day: number, count: number): number {
  let at = day
  for (let left = count; left > 0; ) {
    at += 1
    if (isWorkday(at)) left -= 1
  }
  return at
}

function isWeekend(day: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday >= 5
}

function holds(spans: readonly string[], year: number, day: number): boolean {
  return spans.some((span) => {
    const [from = '', to = from] = span.split('..')
    return dayIn(year, from) <= day && day <= dayIn(year, to)
  })
}

function dayIn(year: number, monthAndDate: string): number {
  const [month = 1, date = 1] = monthAndDate.split('-').map(Number)
  return dayOf(year, month, date)
}
