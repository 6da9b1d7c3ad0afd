import { expect, test } from 'vitest'
import { readRecord } from './record.js'

test('a record is an id and its fields', () => {
  const reading = readRecord({ id: 7, name: '样禾', tags: ['甲', 1, null] })
  expect(reading).toEqual({
    ok: true,
    record: {
      id: 7,
      fields: new Map<string, unknown>([
        ['name', '样禾'],
        ['tags', ['甲', 1, null]],
      ]),
    },
  })
})

test.each([
  ['a list', [], /should be an object/],
  ['nothing', null, /should be an object/],
  ['no id', { name: '样禾' }, /has no id/],
  ['an empty id', { id: ' ' }, /has no id/],
  ['an object in a field', { id: '1', place: { city: '南京' } }, /holds an object/],
  ['a list in a list', { id: '1', place: [['南京']] }, /holds an object/],
  [
    'a name of 10 MB',
    { id: '1', name: '样'.repeat(10 * 1024 * 1024) },
    /is 10485760 characters long; at most 1000/,
  ],
  ['a text of 10 MB', { id: '1', about: '样'.repeat(10 * 1024 * 1024) }, /at most 20000/],
  ['too many values', { id: '1', tags: Array.from({ length: 500 }, () => 'x') }, /has 500 values/],
])('%s is refused', (_, given, problem) => {
  const reading = readRecord(given)
  expect(reading.ok ? '' : reading.problem.en).toMatch(problem)
})
