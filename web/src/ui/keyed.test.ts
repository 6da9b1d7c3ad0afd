import { expect, it } from 'vitest'
import { keyed } from './keyed.js'

it('gives what says the same keys of its own', () => {
  expect(keyed(['a', 'b', 'a'], (text) => text).map(({ key }) => key)).toEqual(['a#1', 'b#1', 'a#2'])
})
