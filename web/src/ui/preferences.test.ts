import { expect, it } from 'vitest'
import { readPreferences } from './preferences.js'

const DEFAULTS = { lang: 'zh', large: false, role: 'manager', names: {}, company: null }

it.each([
  [null, DEFAULTS],
  ['not json', DEFAULTS],
  ['[]', DEFAULTS],
  ['7', DEFAULTS],
  ['{"lang":"fr","large":"yes","role":"root","company":3}', DEFAULTS],
  [
    '{"lang":"en","large":true,"role":"clerk","names":{"clerk":"林晓","root":"x","manager":3},"company":"a"}',
    { lang: 'en', large: true, role: 'clerk', names: { clerk: '林晓' }, company: 'a' },
  ],
])('%s', (stored, preferences) => {
  expect(readPreferences(stored)).toEqual(preferences)
})
