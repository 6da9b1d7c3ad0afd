import { expect, test } from 'vitest'
import { type IdentifierName, readIdentifier } from './index.js'

test.each<[IdentifierName, string, string]>([
  ['patent-number', 'ZL201010101234.7', '201010101234.7'],
  ['patent-number', '２０１０１０１０１２３４.7', '201010101234.7'],
  ['patent-number', 'CN112345678A', 'CN112345678A'],
  ['patent-number', '98812345.2', '98812345.2'],
  ['orcid', '0000-0002-1825-0097', '0000-0002-1825-0097'],
  ['orcid', 'https://orcid.org/0000-0002-1694-233X', '0000-0002-1694-233X'],
  ['doi', '10.1000/182', '10.1000/182'],
  ['division-code', '341502001001', '341502001001'],
  ['stock-code', '600373SH', '600373SH'],
  ['own-code', '110000', '110000'],
])('%s %s is read as %s', (name, text, code) => {
  expect(readIdentifier(name, text)).toEqual({ ok: true, code })
})

test.each<[IdentifierName, string, RegExp]>([
  ['patent-number', '201010101234.9', /校验位/],
  ['patent-number', '201060101234.8', /类型/],
  ['patent-number', '2010', /专利号/],
  ['orcid', '0000-0002-1825-0098', /校验位/],
  ['orcid', '0000-0002', /16 位/],
  ['credit-code', '91520100MA6XXXXXX1', /./],
  ['division-code', '3415', /6、9 或 12/],
])('%s %s is refused', (name, text, reason) => {
  const read = readIdentifier(name, text)
  expect(read.ok ? 'taken' : read.reason.zh).toMatch(reason)
})

test('any digit of a patent number that is mistyped is noticed', () => {
  for (let at = 0; at < 12; at += 1) {
    if (at === 4) continue
    const digits = [...'201010101234']
    digits[at] = String((Number(digits[at]) + 1) % 10)
    expect(readIdentifier('patent-number', `${digits.join('')}.7`).ok, digits.join('')).toBe(false)
  }
})
