import type { Programme } from '../../rules/programme.js'
import { addMonths, civilOf } from '../../shared/day.js'
import { divideFen } from './divide.js'
import { weightsOf } from './weights.js'

/** A payment of the schedule. `year` is null where it waits for something whose day nobody knows. */
export interface Payment {
  readonly when: string | null
  readonly year: number | null
  readonly fen: bigint
}

/**
 * An amount by the year in which it is paid, as of a decision on that day. What comes first is paid in that year;
 * what comes later, in the year that its `after` leads to, or in none that is known.
 */
export function payments(
  { schedule }: Pick<Programme, 'schedule'>,
  fen: bigint,
  on: number,
): readonly Payment[] {
  const year = civilOf(on).year
  if (schedule.length === 0) return [{ when: null, year, fen }]
  const parts = divideFen(fen, weightsOf(schedule.map(({ share }) => share)))
  return schedule.map(({ when, afterMonths }, i) => ({
    when,
    year: afterMonths !== null ? civilOf(addMonths(on, afterMonths)).year : i === 0 ? year : null,
    fen: parts[i] ?? 0n,
  }))
}
