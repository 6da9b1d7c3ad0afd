import { describe, expect, it } from 'vitest'
import { daysBetween, deadlineOf } from './deadline.js'

describe('deadlineOf', () => {
  const on = '2026-06-03'
  it.each([
    [null, 'entry.no-call', false],
    [{ status: 'closed', from: '2026-01-01', to: '2026-02-01' }, 'entry.closed', false],
    [{ status: 'coming', from: '2026-07-01', to: null }, 'entry.from', false],
    [{ status: 'coming', from: null, to: null }, 'entry.no-window', false],
    [{ status: 'unknown', from: null, to: null }, 'entry.no-window', false],
    [{ status: 'open', from: '2026-01-01', to: null }, 'entry.anytime', false],
    [{ status: 'open', from: null, to: '2026-12-31' }, 'entry.until', false],
    [{ status: 'open', from: null, to: '2026-06-18' }, 'entry.days-left', false],
    [{ status: 'open', from: null, to: '2026-06-17' }, 'entry.days-left', true],
    [{ status: 'open', from: null, to: '2026-06-03' }, 'entry.last-day', true],
  ] as const)('%j', (call, key, urgent) => {
    expect(deadlineOf(call, on)).toMatchObject({ key, urgent })
  })
  it('counts whole days over a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  })
})
