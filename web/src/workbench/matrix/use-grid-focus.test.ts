import { expect, test } from 'vitest'
import { moved } from './use-grid-focus.js'

const extent = { rows: 100, columns: 10, page: 8 }

test.each([
  ['ArrowDown', false, { row: 6, column: 3 }],
  ['ArrowUp', false, { row: 4, column: 3 }],
  ['ArrowLeft', false, { row: 5, column: 2 }],
  ['ArrowRight', false, { row: 5, column: 4 }],
  ['PageDown', false, { row: 13, column: 3 }],
  ['PageUp', false, { row: 0, column: 3 }],
  ['Home', false, { row: 5, column: -1 }],
  ['End', false, { row: 5, column: 9 }],
  ['Home', true, { row: 0, column: -1 }],
  ['End', true, { row: 99, column: 9 }],
] as const)('%s (whole: %s) leads to %j', (key, whole, place) => {
  expect(moved({ row: 5, column: 3 }, key, whole, extent)).toEqual(place)
})

test('the edges hold, and other keys move nothing', () => {
  expect(moved({ row: -1, column: -1 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: -1 })
  expect(moved({ row: 99, column: 9 }, 'PageDown', false, extent)).toEqual({ row: 99, column: 9 })
  expect(moved({ row: 0, column: 0 }, 'a', false, extent)).toBeUndefined()
  expect(moved({ row: 0, column: 0 }, 'ArrowDown', false, { rows: 0, columns: 0, page: 0 })).toEqual({
    row: -1,
    column: -1,
  })
})
