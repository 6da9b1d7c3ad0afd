import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Call, Programme } from '../../rules/programme.js'
import { civilOf } from '../../shared/day.js'
import type { Text } from '../../shared/text.js'
import { callKey } from '../package/call-key.js'
import { roundsBetween } from '../package/call-rounds.js'

/** A day, or some days, of a call. The first step is the applicant's: its beginning and its end are events of their own. */
export interface CalendarEvent {
  /** The same in every version of the programme, though its dates are moved. */
  readonly uid: string
  readonly programme: Programme
  readonly call: Call
  readonly callKey: string
  readonly kind: 'opens' | 'closes' | 'step'
  readonly step: Text
  /** Days since 1970-01-01, both included. */
  readonly from: number
  readonly to: number
}

/** What calls have on their programme between two days, both included, in the order of the days. */
export function eventsBetween(programmes: readonly Programme[], from: number, to: number): CalendarEvent[] {
  return programmes
    .flatMap((programme) =>
      programme.calls.flatMap((call) =>
        roundsBetween(call, from, to, programme.valid.to).flatMap((round) => eventsOf(programme, round)),
      ),
    )
    .filter((event) => event.from <= to && event.to >= from)
    .sort((a, b) => a.from - b.from || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (a.uid < b.uid ? -1 : 1))
}

const KIND_ORDER = { closes: 0, opens: 1, step: 2 } as const

/** What one round of a call has. */
export function eventsOf(programme: Programme, call: Call): CalendarEvent[] {
  const key = callKey(call)
  const names = new Map<string, number>()
  return call.windows.flatMap(({ step, from, to }, i): CalendarEvent[] => {
    const again = names.get(step.zh) ?? 0
    names.set(step.zh, again + 1)
    const event = (kind: CalendarEvent['kind'], first: number, last: number): CalendarEvent => ({
      uid: digest([programme.id, key, roundYear(call), step.zh, String(again), kind].join('\n')).slice(0, 32),
      programme,
      call,
      callKey: key,
      kind,
      step,
      from: first,
      to: last,
    })
    if (i === 0)
      return [
        ...(from === null ? [] : [event('opens', from, from)]),
        ...(to === null ? [] : [event('closes', to, to)]),
      ]
    const [first, last] = [from ?? to, to ?? from]
    return first === null || last === null ? [] : [event('step', first, last)]
  })
}

function roundYear({ yearly, windows }: Call): string {
  const day = windows[0]?.from
  return yearly && day !== null && day !== undefined ? String(civilOf(day).year) : ''
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
