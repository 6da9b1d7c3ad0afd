import {
  ANSWER_PROPOSAL_WITHIN_DAYS,
  type Introduction,
  REPORT_MEETING_WITHIN_DAYS,
} from '@kehui/domain/cases'
import { addWorkdays, formatDay, parseDay } from '@kehui/domain/shared'

/** The day by which whoever it waits for is to act; null where nobody is. */
export function dueOf({ state, meetsOn }: Introduction, today: string): string | null {
  switch (state) {
    case 'proposed':
    case 'agreed':
      return workdaysAfter(today, ANSWER_PROPOSAL_WITHIN_DAYS)
    case 'scheduled':
      return workdaysAfter(meetsOn ?? today, 1)
    case 'met':
      return workdaysAfter(today, REPORT_MEETING_WITHIN_DAYS)
    default:
      return null
  }
}

function workdaysAfter(date: string, days: number): string {
  const day = parseDay(date)
  if (day === undefined) throw new Error(`“${date}” is no date`)
  return formatDay(addWorkdays(day, days))
}
