import { expect, test } from 'vitest'
import { fenOfWan, wanOfFen } from './amount.js'

test.each([
  ['0', '0'],
  ['12.5', '12500000'],
  ['3,000', '3000000000'],
  ['１２．５', '12500000'],
  ['0.000001', '1'],
  ['99999999999', '99999999999000000'],
])('%s 万元 is %s fen', (text, fen) => {
  expect(fenOfWan(text)).toBe(fen)
})

test.each(['', '-1', '1.0000001', '1e3', '12 万', 'abc', '.5', '9'.repeat(12)])('%j is no amount', (text) => {
  expect(fenOfWan(text)).toBeNull()
})

test.each(['0', '1', '12500000', '3000000000'])('%s fen are written as they are read', (fen) => {
  expect(fenOfWan(wanOfFen(fen))).toBe(fen)
})
