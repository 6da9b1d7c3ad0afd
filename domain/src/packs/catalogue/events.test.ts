import { describe, expect, test } from 'vitest'
import type { Programme } from '../../rules/programme.js'
import { formatDay, parseDay } from '../../shared/day.js'
import { libraryOf, packFiles } from '../testing.js'
import { eventsBetween } from './events.js'
import { fingerprintOf } from './fingerprint.js'

const library = libraryOf(packFiles('national', 'demo'))
const day = (text: string) => parseDay(text) ?? 0

function programme(id: string): Programme {
  const found = library.programmes.get(id)
  if (!found) throw new Error(`there is no ${id}`)
  return found
}

const told = (one: Programme, from: string, to: string) =>
  eventsBetween([one], day(from), day(to)).map(
    (event) => `${event.kind} ${event.step.zh} ${formatDay(event.from)}..${formatDay(event.to)}`,
  )

const rd = programme('demo.rd-subsidy')

describe('the calendar', () => {
  test('has the beginning and the end of filing, and the steps after it', () => {
    expect(told(rd, '2026-11-01', '2027-01-31')).toEqual([
      'opens 企业填报 2026-11-01..2026-11-01',
      'closes 企业填报 2026-12-20..2026-12-20',
      'step 区级审核 2026-12-21..2027-01-15',
    ])
  })

  test('a step of many days is there in each of its months', () => {
    expect(told(rd, '2027-01-10', '2027-01-10')).toEqual(['step 区级审核 2026-12-21..2027-01-15'])
    expect(told(rd, '2027-01-16', '2027-02-28')).toEqual([])
  })

  test('a call of every year returns, not before its first round and not after the rule is out of force', () => {
    expect(told(rd, '2030-12-20', '2030-12-20')).toEqual(['closes 企业填报 2030-12-20..2030-12-20'])
    expect(told(rd, '2025-11-01', '2025-12-31')).toEqual([])
    const ended = { ...rd, valid: { ...rd.valid, to: day('2027-10-31') } }
    expect(told(ended, '2027-11-01', '2027-12-31')).toEqual([])
  })

  test('an event keeps its identity when its day is moved, and each has its own', () => {
    const moved = {
      ...rd,
      calls: rd.calls.map((call) => ({
        ...call,
        windows: call.windows.map((window) => ({ ...window, to: window.to === null ? null : window.to + 5 })),
      })),
    }
    const uids = (one: Programme) =>
      eventsBetween([one], day('2026-01-01'), day('2028-12-31')).map(({ uid }) => uid)
    expect(uids(moved).sort()).toEqual(uids(rd).sort())
    expect(new Set(uids(rd)).size).toBe(uids(rd).length)
  })

  test('of all programmes come in the order of their days, each in what was asked for', () => {
    const events = eventsBetween([...library.programmes.values()], day('2026-11-01'), day('2026-12-31'))
    expect(events.length).toBeGreaterThan(10)
    expect(events.map(({ from }) => from)).toEqual(events.map(({ from }) => from).sort((a, b) => a - b))
    for (const { from, to } of events) {
      expect(from).toBeLessThanOrEqual(day('2026-12-31'))
      expect(to).toBeGreaterThanOrEqual(day('2026-11-01'))
    }
  })
})

test('a fingerprint is another one where a programme says something else, and the same where only an example differs', () => {
  expect(fingerprintOf({ ...rd })).toBe(fingerprintOf(rd))
  expect(fingerprintOf({ ...rd, examples: [] })).toBe(fingerprintOf(rd))
  expect(fingerprintOf({ ...rd, version: 'x' })).toBe(fingerprintOf(rd))
  expect(fingerprintOf({ ...rd, payee: '他人' })).not.toBe(fingerprintOf(rd))
  expect(fingerprintOf({ ...rd, need: rd.need.slice(1) })).not.toBe(fingerprintOf(rd))
})
