import { expect, test } from 'vitest'
import { fromWritten, moved, toWritten, wayOf } from './written.js'

const statement = (text: string) => ({
  text,
  sources: [1],
  facts: [],
  drafted: text,
  out: false,
  newer: null,
  gone: false,
})

test('keys are no part of what is saved', () => {
  const sections = [{ heading: '甲市', drafted: '甲市', statements: [statement('一。'), statement('一。')] }]
  const written = toWritten(sections)
  expect(written[0]?.statements.map(({ key }) => key)).toEqual(['0-0', '0-1'])
  expect(fromWritten(written)).toEqual(sections)
})

test('one is moved by a place, and stays where there is none', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  expect([
    wayOf({ altKey: true, key: 'ArrowUp' }),
    wayOf({ altKey: true, key: 'ArrowDown' }),
    wayOf({ altKey: false, key: 'ArrowUp' }),
  ]).toEqual([-1, 1, 0])
})
