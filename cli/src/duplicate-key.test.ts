import { expect, test } from 'vitest'
import { duplicateKey } from './duplicate-key.js'

test.each([
  ['{"a": 1, "a": 2}', { key: 'a', line: 1 }],
  ['{"a": {"b": 1},\n "b": [{"c": 1}, {"c": 2}],\n "a": 3}', { key: 'a', line: 3 }],
  ['{"a\\"": 1, "a\\\\": 2, "a": "{\\"a\\": 1}"}', undefined],
  ['{"\\u0061": 1, "a": 2}', { key: 'a', line: 1 }],
  ['["a", "a"]', undefined],
])('%s', (json, expected) => {
  expect(duplicateKey(json)).toEqual(expected)
})

test('a text of 10 MB overflows no stack', () => {
  const long = JSON.stringify({ id: 1, name: '样\n'.repeat(5 * 1024 * 1024) })
  expect(duplicateKey(long)).toBeUndefined()
})
