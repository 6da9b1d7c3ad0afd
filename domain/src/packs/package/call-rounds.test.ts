import { describe, expect, test } from 'vitest'
import type { Programme } from '../../rules/programme.js'
import { formatDay, parseDay } from '../../shared/day.js'
import { libraryOf, packFiles } from '../testing.js'
import { roundsOf } from './call-rounds.js'

const [call] = libraryOf(packFiles('national', 'demo')).programmes.get('demo.commissioner')?.calls ?? []
if (!call) throw new Error('the sample city has this call')
const day = (text: string): number => parseDay(text) ?? Number.NaN
const yearly: Programme['calls'][number] = {
  ...call,
  yearly: true,
  reference: day('2023-12-31'),
  windows: [
    { step: { zh: '填报' }, from: day('2024-11-16'), to: day('2025-01-15') },
    { step: { zh: '审核' }, from: day('2025-01-16'), to: day('2025-02-28') },
  ],
}
const rounds = (on: string, until: number | null = null) =>
  roundsOf(yearly, day(on), until).map(({ windows: [w] }) =>
    [w?.from, w?.to].map((d) => (d == null ? '' : formatDay(d))).join(' '),
  )

describe('a call of every year', () => {
  test.each([
    ['2024-03-01', ['2024-11-16 2025-01-15']],
    ['2024-11-16', ['2024-11-16 2025-01-15']],
    ['2025-01-15', ['2024-11-16 2025-01-15']],
    ['2025-01-16', ['2024-11-16 2025-01-15', '2025-11-16 2026-01-15']],
    ['2031-01-02', ['2030-11-16 2031-01-15']],
    ['2031-06-30', ['2030-11-16 2031-01-15', '2031-11-16 2032-01-15']],
  ])('on %s is at', (on, expected) => expect(rounds(on)).toEqual(expected))

  test('moves the later steps and the date of the facts with it', () => {
    const [round] = roundsOf(yearly, day('2026-12-01'), null)
    expect(formatDay(round?.reference ?? 0)).toBe('2025-12-31')
    expect(formatDay(round?.windows[1]?.from ?? 0)).toBe('2027-01-16')
  })
  test('does not return after its programme has ended', () => {
    expect(rounds('2025-06-30', day('2025-11-16'))).toHaveLength(2)
    expect(rounds('2025-06-30', day('2025-11-15'))).toEqual(['2024-11-16 2025-01-15'])
  })
  test('a call of one year stays as it is', () => {
    const once = { ...yearly, yearly: false }
    expect(roundsOf(once, day('2040-01-01'), null)).toEqual([once])
  })
})
