import { addWorkdays, formatDay, parseDay } from '../../shared/index.js'
import type { Introduction } from './introduction.js'
import { waitsFor } from './introduction.js'

/** Working days before the last one on which whoever it waits for is reminded. */
export const REMIND_BEFORE_DAYS = 1

/**
 * Whether somebody is to be reminded today: of the day by which an answer or an outcome is due, from the working day
 * before it on, and once for each such day.
 */
export function isReminderDue(
  {
    introduction,
    dueOn,
    remindedFor,
  }: {
    readonly introduction: Introduction
    readonly dueOn: string | null
    /** The due day for which somebody was reminded last. */
    readonly remindedFor: string | null
  },
  today: string,
): boolean {
  if (dueOn === null || remindedFor === dueOn) return false
  const sides = waitsFor(introduction).filter((party) => party === 'seeker' || party === 'provider')
  const day = parseDay(today)
  if (sides.length === 0 || day === undefined) return false
  return dueOn <= formatDay(addWorkdays(day, REMIND_BEFORE_DAYS))
}
