import { expect, it } from 'vitest'
import { readPreferences } from './preferences.js'

const DEFAULTS = { lang: 'zh', large: false, role: 'manager', company: null }

it.each([
  [null, DEFAULTS],
  ['not json', DEFAULTS],
  ['[]', DEFAULTS],
  ['7', DEFAULTS],
  ['{"lang":"fr","large":"yes","role":"root","company":3}', DEFAULTS],
  [
    '{"lang":"en","large":true,"role":"clerk","company":"a"}',
    { lang: 'en', large: true, role: 'clerk', company: 'a' },
  ],
])('%s', (stored, preferences) => {
  expect(readPreferences(stored)).toEqual(preferences)
})
