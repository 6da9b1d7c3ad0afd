import type { MessageKey } from '../../text/messages.js'

const DAY_MS = 86_400_000

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

interface CallDates {
  readonly status: 'open' | 'coming' | 'closed' | 'unknown'
  readonly from: string | null
  readonly to: string | null
}

export interface Deadline {
  readonly key: MessageKey
  readonly values: Readonly<Record<string, string | number>>
  readonly date: string | null
  /** Two weeks or less: shown in red, with the number of days. */
  readonly urgent: boolean
}

const URGENT_DAYS = 14
const COUNTED_DAYS = 60

/** What to say of a call's end on a day; the words are the reader's language's. */
export function deadlineOf(call: CallDates | null, on: string): Deadline {
  const plain = (key: MessageKey, date: string | null = null): Deadline => ({
    key,
    values: date === null ? {} : { date },
    date: null,
    urgent: false,
  })
  if (call === null) return plain('entry.no-call')
  if (call.status === 'closed') return plain('entry.closed')
  if (call.status === 'coming' && call.from !== null) return plain('entry.from', call.from)
  if (call.status !== 'open') return plain('entry.no-window')
  if (call.to === null) return plain('entry.anytime')
  const days = daysBetween(on, call.to)
  if (days > COUNTED_DAYS) return plain('entry.until', call.to)
  const key = days === 0 ? 'entry.last-day' : 'entry.days-left'
  return { key, values: { days }, date: call.to, urgent: days <= URGENT_DAYS }
}
