import type { Call } from '../../rules/programme.js'
import { addMonths, civilOf } from '../../shared/day.js'

/**
 * A call of every year as the rounds that matter on a day: the latest that has begun and, unless it is open, the next.
 * None begins after `until`, the last day on which the programme is in force.
 */
export function roundsOf(call: Call, on: number, until: number | null): Call[] {
  const [first] = call.windows
  if (!call.yearly || !first || first.from === null || first.to === null) return [call]
  if (on < first.from) return [call]
  const years = civilOf(on).year - civilOf(first.from).year
  const latest = addMonths(first.from, 12 * years) <= on ? years : years - 1
  const open = on <= addMonths(first.to, 12 * latest)
  const ended = until !== null && addMonths(first.from, 12 * (latest + 1)) > until
  return (open || ended ? [latest] : [latest, latest + 1]).map((later) => roundAfter(call, later))
}

/** All rounds of a call that have a day between two days, both included; none begins after `until`. */
export function roundsBetween(call: Call, from: number, to: number, until: number | null): Call[] {
  const [first] = call.windows
  const days = call.windows.flatMap((window) => [window.from, window.to]).filter((day) => day !== null)
  const [start, end] = [Math.min(...days), Math.max(...days)]
  if (days.length === 0) return []
  if (!call.yearly || !first || first.from === null) return start <= to && end >= from ? [call] : []
  const span = civilOf(end).year - civilOf(start).year
  const earliest = Math.max(0, civilOf(from).year - civilOf(start).year - span)
  const latest = civilOf(to).year - civilOf(start).year
  const rounds: Call[] = []
  for (let later = earliest; later <= latest; later += 1) {
    const shift = (day: number) => addMonths(day, 12 * later)
    if (until !== null && shift(first.from) > until) break
    if (shift(start) <= to && shift(end) >= from) rounds.push(roundAfter(call, later))
  }
  return rounds
}

function roundAfter(call: Call, years: number): Call {
  const shift = (day: number | null) => (day === null ? null : addMonths(day, 12 * years))
  return {
    ...call,
    reference: shift(call.reference),
    windows: call.windows.map(({ step, from, to }) => ({ step, from: shift(from), to: shift(to) })),
  }
}
