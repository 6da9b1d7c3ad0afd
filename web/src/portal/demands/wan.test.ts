import { expect, test } from 'vitest'
import { fenOf, wanOf } from './wan.js'

test.each([
  ['50', '50000000'],
  ['12.5', '12500000'],
  ['0.000001', '1'],
  ['１，２００ 万元', '1200000000'],
  ['', null],
  ['0', undefined],
  ['-3', undefined],
  ['约 50', undefined],
  ['1.2345678', undefined],
])('“%s” is %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})

test.each(['1', '1000000', '12500000', '999999999999999'])('%s fen comes back the same', (fen) => {
  expect(fenOf(wanOf(fen))).toBe(fen)
})
