import { expect, test } from 'vitest'
import { lineDiff } from './line-diff.js'

const told = (before: string, after: string) =>
  lineDiff(before, after).map((one) =>
    one.kind === 'skipped' ? `… ${one.count}` : `${one.kind} ${one.text}`,
  )

test('equal texts differ in nothing, whatever ends their lines', () => {
  expect(lineDiff('a\nb', 'a\nb')).toEqual([])
  expect(lineDiff('a\r\nb', 'a\nb')).toEqual([])
  expect(lineDiff('', '')).toEqual([])
})

test('a changed line stands with two around it; what is far is left out', () => {
  const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
  const changed = lines.map((line) => (line === '5' ? 'five' : line))
  expect(told(lines.join('\n'), changed.join('\n'))).toEqual([
    '… 2',
    'same 3',
    'same 4',
    'removed 5',
    'added five',
    'same 6',
    'same 7',
    '… 2',
  ])
})

test('lines that were only moved past an insertion stay the same', () => {
  expect(told('a\nb\nc', 'x\na\nb\nc')).toEqual(['added x', 'same a', 'same b', '… 1'])
  expect(told('a\nb', 'b')).toEqual(['removed a', 'same b'])
})

test('lines are counted in the newer text', () => {
  const found = lineDiff('a\nb\nc', 'a\nx\ny\nc')
  expect(found.map(({ line }) => line)).toEqual([1, 2, 2, 3, 4])
})
