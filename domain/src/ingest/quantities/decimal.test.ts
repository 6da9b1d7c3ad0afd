import { expect, test } from 'vitest'
import { parseChinese, shift } from './decimal.js'

test.each([
  ['81.68', 8, '8168000000'],
  ['0.05', 0, '0.05'],
  ['1.230', 1, '12.3'],
  ['007', 0, '7'],
  ['1,260', 4, '12600000'],
])('%s times ten to the %d is %s', (digits, power, expected) => {
  expect(shift(digits, power)).toBe(expected)
})

test.each([
  ['三', 3],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['两千五百', 2500],
  ['十五万', 150_000],
  ['一亿两千万', 120_000_000],
  ['二零二三', 2023],
  ['百', null],
  ['万', null],
  ['三十十', null],
])('%s is %s', (text, expected) => {
  expect(parseChinese(text)).toBe(expected)
})
