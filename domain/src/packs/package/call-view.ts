import type { Call as GivenCall, Programme } from '../../rules/programme.js'
import { civilOf, formatDay } from '../../shared/day.js'
import { inLang, type Lang } from '../../shared/text.js'
import { callKey } from './call-key.js'
import { roundsOf } from './call-rounds.js'
import type { Call, CallStatus } from './schema.js'

type Span = Pick<GivenCall['windows'][number], 'from' | 'to'>

/** A programme's calls as they stand on a day (days since 1970-01-01), the one that matters now first. */
export function callsOn({ calls, valid }: Programme, on: number, lang: Lang): Call[] {
  return calls
    .flatMap((call) => roundsOf(call, on, valid.to))
    .map((call) => ({ call, span: filingOf(call), status: statusOf(call, on) }))
    .sort((a, b) => RANK[a.status] - RANK[b.status] || (b.span.from ?? 0) - (a.span.from ?? 0))
    .map(({ call, span, status }) => callView(call, span, status, lang))
}

/** Of calls in the same state the latest comes first, but of those to come the nearest. */
export function mainCall(calls: readonly Call[]): Call | null {
  const coming = calls.filter((call) => call.status === 'coming')
  const [first] = calls
  return first?.status === 'coming' ? (coming.at(-1) ?? first) : (first ?? null)
}

const RANK: Readonly<Record<CallStatus, number>> = { open: 0, coming: 1, unknown: 2, closed: 3 }

/** Later steps belong to those who check and choose: for the applicant a call ends with its first. */
function filingOf({ windows }: GivenCall): Span {
  return windows[0] ?? { from: null, to: null }
}

/** A call whose dates nobody wrote down is over at the latest when the year after the one that it is for has ended. */
function statusOf(call: GivenCall, on: number): CallStatus {
  const { from, to } = filingOf(call)
  if (to !== null && to < on) return 'closed'
  if (from !== null && from > on) return 'coming'
  if (from !== null || to !== null) return 'open'
  return call.year !== null && civilOf(on).year > call.year + 1 ? 'closed' : 'unknown'
}

function callView(call: GivenCall, span: Span, status: CallStatus, lang: Lang): Call {
  const day = (value: number | null) => (value === null ? null : formatDay(value))
  return {
    key: callKey(call),
    title: inLang(call.title, lang),
    number: call.number,
    status,
    yearly: call.yearly,
    from: day(span.from),
    to: day(span.to),
    windows: call.windows.map(({ step, from, to }) => ({
      step: inLang(step, lang),
      from: day(from),
      to: day(to),
    })),
    materials: call.materials.map(({ name, kind, seal }) => ({ name: inLang(name, lang), kind, seal })),
    departments: call.departments.map(({ level, name, phone }) => ({
      level,
      name: inLang(name, lang),
      phone,
    })),
    promise: call.promise,
    link: call.link,
    verified: call.verified,
  }
}
