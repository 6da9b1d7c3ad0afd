import { expect, test } from 'vitest'
import { localTime } from './local-time.js'

test.each([
  ['2026-11-25T07:04:59.000Z', '2026-11-25 15:04'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00'],
])('%s', (iso, text) => {
  expect(localTime(iso, 'zh')).toBe(text)
  expect(localTime(iso, 'en')).toBe(text)
})
