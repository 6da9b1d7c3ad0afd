import { describe, expect, test } from 'vitest'
import type { Programme } from '../../rules/programme.js'
import { parseDay } from '../../shared/day.js'
import { libraryOf, packFiles } from '../testing.js'
import { callsOn, mainCall } from './call-view.js'

const library = libraryOf(packFiles('national', 'demo'))
const found = library.programmes.get('demo.commissioner')
if (!found) throw new Error('the sample city has this programme')
const programme: Programme = { ...found, calls: found.calls.map((call) => ({ ...call, yearly: false })) }
const day = (text: string): number => parseDay(text) ?? Number.NaN

type Windows = Programme['calls'][number]['windows']
function withWindows(...windows: { from: string | null; to: string | null }[]): Programme {
  const [call] = programme.calls
  if (!call) throw new Error('it has a call')
  const at = (text: string | null) => (text === null ? null : day(text))
  const calls = windows.map(({ from, to }, i) => ({
    ...call,
    title: { zh: `第 ${i + 1} 批` },
    windows: [{ step: { zh: '申报' }, from: at(from), to: at(to) }] satisfies Windows,
  }))
  return { ...programme, calls }
}

describe('a call', () => {
  test.each([
    ['2026-11-15', 'coming'],
    ['2026-11-16', 'open'],
    ['2026-12-18', 'open'],
    ['2026-12-19', 'closed'],
    ['2026-12-25', 'closed'],
  ])('on %s is %s: districts select later, applicants can no longer file', (on, status) => {
    const [call] = callsOn(programme, day(on), 'zh')
    expect(call).toMatchObject({ status, from: '2026-11-16', to: '2026-12-18' })
    expect(call?.windows).toHaveLength(2)
  })
  test.each([
    [null, null, 'unknown'],
    ['2026-01-01', null, 'open'],
    [null, '2026-12-31', 'open'],
    [null, '2026-01-31', 'closed'],
    ['2027-01-01', null, 'coming'],
  ])('from %s to %s is %s', (from, to, status) => {
    expect(callsOn(withWindows({ from, to }), day('2026-06-15'), 'zh')[0]?.status).toBe(status)
  })
  test.each([
    [2024, '2025-12-31', 'unknown'],
    [2024, '2026-01-01', 'closed'],
    [null, '2040-01-01', 'unknown'],
  ])('for %s without dates is, on %s, %s', (year, on, status) => {
    const undated = withWindows({ from: null, to: null })
    const calls = undated.calls.map((call) => ({ ...call, year }))
    expect(callsOn({ ...undated, calls }, day(on), 'zh')[0]?.status).toBe(status)
  })
  test('tells its steps, papers and departments in the language asked for', () => {
    const [call] = callsOn(programme, day('2026-11-20'), 'en')
    expect(call).toMatchObject({ title: 'Recommendations for the next year', promise: 30, link: null })
    expect(call?.materials).toEqual([{ name: 'Service agreement', kind: 'uploaded', seal: true }])
    expect(call?.departments.map((d) => d.level)).toEqual(['市', '区', '区'])
  })
})

describe('the call to show', () => {
  const shown = (...windows: [string, string][]) =>
    mainCall(callsOn(withWindows(...windows.map(([from, to]) => ({ from, to }))), day('2026-06-15'), 'zh'))
      ?.title
  test('is the open one', () => {
    expect(shown(['2025-01-01', '2025-02-01'], ['2026-06-01', '2026-06-30'])).toBe('第 2 批')
  })
  test('is the next to come where none is open', () => {
    expect(shown(['2027-01-01', '2027-02-01'], ['2026-08-01', '2026-08-31'])).toBe('第 2 批')
  })
  test('is the latest where all are closed', () => {
    expect(shown(['2024-01-01', '2024-02-01'], ['2025-01-01', '2025-02-01'])).toBe('第 2 批')
  })
  test('is none where there is no call', () => {
    expect(mainCall([])).toBeNull()
  })
})
