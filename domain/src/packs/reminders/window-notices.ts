import type { Programme } from '../../rules/programme.js'
import { formatDay, parseDay } from '../../shared/day.js'
import { callsOn } from '../package/call-view.js'

/** A window of a call that opens, or closes soon; `key` says which, so that it is told once. */
export interface WindowNotice {
  readonly kind: 'opening' | 'closing'
  readonly key: string
  readonly content: WindowContent
}

export interface WindowContent {
  readonly call: { readonly zh: string; readonly en: string }
  /** Day that it opened on or closes on, YYYY-MM-DD. */
  readonly date: string
  readonly daysLeft: number | null
}

export interface Following {
  /** Days since 1970-01-01 from which on it is followed. */
  readonly since: number
  /** Days before the end on which to remind. */
  readonly leadDays: readonly number[]
}

/** A server that stood still for some days still tells of what opened meanwhile. */
const LATE_BY_DAYS = 7

/** What is to be told of a programme's windows on a day. */
export function windowNotices(programme: Programme, on: number, following: Following): WindowNotice[] {
  const zh = callsOn(programme, on, 'zh')
  const en = callsOn(programme, on, 'en')
  return zh.flatMap((call, i) => {
    if (call.status !== 'open') return []
    const title = { zh: call.title, en: en[i]?.title ?? call.title }
    return [
      ...opened(programme, title, dayOrNull(call.from), on, following),
      ...closing(programme, title, dayOrNull(call.to), on, following),
    ]
  })
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : (parseDay(text) ?? null)
}

function opened(
  { id }: Programme,
  call: WindowContent['call'],
  from: number | null,
  on: number,
  { since }: Following,
): WindowNotice[] {
  // Whoever begins to follow what is open already is not told that it opened.
  if (from === null || from > on || on - from > LATE_BY_DAYS || from < since) return []
  const date = formatDay(from)
  return [{ kind: 'opening', key: `opening ${id} ${date}`, content: { call, date, daysLeft: null } }]
}

function closing(
  { id }: Programme,
  call: WindowContent['call'],
  to: number | null,
  on: number,
  { leadDays }: Following,
): WindowNotice[] {
  if (to === null) return []
  const daysLeft = to - on
  // The nearest mark that is reached: a reminder that was slept through is not followed by all others at once.
  const mark = Math.min(...leadDays.filter((lead) => daysLeft <= lead))
  if (!Number.isFinite(mark)) return []
  const date = formatDay(to)
  return [{ kind: 'closing', key: `closing ${id} ${date} ${mark}`, content: { call, date, daysLeft } }]
}
