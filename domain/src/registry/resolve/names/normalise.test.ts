import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettersOf, normalise, wordsOf } from './normalise.js'

test.each([
  ['ＡＢＣ（示例）有限公司', 'abc(示例)有限公司'],
  ['雲川樣例科技股份有限公司', '云川样例科技股份有限公司'],
  ['  Café\u3000 Naïve ', 'cafe naive'],
  ['样例【集团】〔甲〕', '样例(集团)(甲)'],
  ['样例\u200b科技\ufeff', '样例 科技'],
  ['㈱样例', '(株)样例'],
  ['🙂', '🙂'],
  ['', ''],
])('%s is written %s', (given, expected) => {
  expect(normalise(given)).toBe(expected)
})

test('what is normalised stays as it is', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.integer({ min: 0x3400, max: 0x9fff }).map((c) => String.fromCodePoint(c)),
      maxLength: 40,
    }),
  )
  fc.assert(
    fc.property(text, (given) => {
      const once = normalise(given)
      expect(normalise(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

test('letters and words leave out what is not read aloud', () => {
  expect(lettersOf('a-b c（示例）·1')).toBe('abc示例1')
  expect(wordsOf('gb/t 4754分类')).toEqual(['gb', 't', '4754', '分', '类'])
})
