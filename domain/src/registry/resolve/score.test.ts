import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCharacter } from '../../shared/social-credit-code.js'
import { corpusOf, NO_CORPUS } from './corpus.js'
import { profileOf } from './profile.js'
import type { GivenValue } from './record.js'
import { HIGHEST_WITHOUT_IDENTIFIER, LOWEST_WITH_IDENTIFIER, scoreOf } from './score.js'

type Fields = Readonly<Record<string, GivenValue>>

const profile = (fields: Fields, id = '1') => profileOf({ id, fields: new Map(Object.entries(fields)) })
const score = (a: Fields, b: Fields) => scoreOf(profile(a), profile(b), NO_CORPUS)
const codeOf = (n: number) => {
  const first = `91520100MA6${String(n).padStart(6, '0')}`
  return first + checkCharacter(first)
}

const name = fc.oneof(
  fc.constantFrom(
    '江苏样禾新材料股份有限公司',
    '样禾新材',
    '样禾（南京）有限公司',
    '张样例',
    'John Sample',
    'Sample Inc.',
  ),
  fc.string({ unit: fc.constantFrom(...'样禾云川例新材料科技股份有限公司江苏北京（）A1 '), maxLength: 20 }),
  fc.string({ maxLength: 30 }),
)
const value = fc.oneof(
  name,
  fc.integer({ min: -10, max: 3000 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
)
const fields = fc.record(
  { name, alias: fc.array(name, { maxLength: 3 }), city: value, founded: value, phone: value, about: value },
  { requiredKeys: [] },
)

test('the score is the same whichever record is left', () => {
  fc.assert(
    fc.property(fields, fields, (a, b) => {
      expect(score(a, b).score).toBeCloseTo(score(b, a).score, 12)
    }),
    { numRuns: 500 },
  )
})

test('a score lies between 0 and 1', () => {
  fc.assert(
    fc.property(fields, fields, (a, b) => {
      const found = score(a, b).score
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found).toBeLessThanOrEqual(1)
    }),
  )
})

test('an identifier in common beats all that has none', () => {
  fc.assert(
    fc.property(fields, fields, fields, fc.nat(999_999), (a, b, other, n) => {
      const code = codeOf(n)
      const same = score({ ...a, creditCode: code }, { ...b, 统一社会信用代码: code.toLowerCase() }).score
      expect(same).toBeGreaterThanOrEqual(LOWEST_WITH_IDENTIFIER)
      expect(score({ ...a, creditCode: code }, other).score).toBeLessThanOrEqual(HIGHEST_WITHOUT_IDENTIFIER)
    }),
  )
})

test('the id is no evidence', () => {
  fc.assert(
    fc.property(fields, fields, fc.string(), (a, b, id) => {
      const different = scoreOf(profile(a, '1'), profile(b, '2'), NO_CORPUS)
      expect(scoreOf(profile(a, id), profile(b, id), NO_CORPUS)).toEqual(different)
    }),
  )
})

describe('bands', () => {
  const FULL = '江苏样禾新材料股份有限公司'
  test.each<[string, Fields, Fields, string]>([
    ['the same full name', { name: FULL }, { name: FULL }, 'same'],
    ['a short name alone', { name: '样禾新材' }, { name: FULL }, 'review'],
    [
      'a short name and a telephone number',
      { name: '样禾新材', phone: '0510-12345678' },
      { name: FULL, phone: '051012345678' },
      'same',
    ],
    ['a code in common', { name: '别名', code: codeOf(1) }, { name: FULL, code: codeOf(1) }, 'same'],
    ['two valid codes', { name: FULL, code: codeOf(1) }, { name: FULL, code: codeOf(2) }, 'different'],
    [
      'the code of an employer',
      { name: '张样例', employerCode: codeOf(1) },
      { name: '王小样', employerCode: codeOf(1) },
      'different',
    ],
    ['homonyms', { name: '张样例' }, { name: '张样例' }, 'review'],
    [
      'homonyms of one organisation and year',
      { name: '张样例', organisation: '云川样例大学', born: 1980 },
      { name: '张样例', organisation: '云川样例大学', born: 1980 },
      'same',
    ],
    [
      'a former name',
      { name: FULL, formerName: '无锡旧样化工有限公司' },
      { name: '无锡旧样化工有限公司' },
      'same',
    ],
    ['another company', { name: '北京云栖软件有限公司' }, { name: FULL }, 'different'],
    ['nothing in common', { city: '南京' }, { founded: 2001 }, 'different'],
  ])('%s', (_, a, b, band) => {
    expect(score(a, b).band).toBe(band)
  })
})

test('unrelated records change no score of names, and others within the bounds that are stated', () => {
  const others = Array.from({ length: 200 }, (_, n) =>
    profile({ name: `无关${n}股份有限公司`, city: `城市${n}` }),
  )
  const [short, full] = [profile({ name: '样禾新材' }), profile({ name: '江苏样禾新材料股份有限公司' })]
  const few = corpusOf([full])
  const many = corpusOf([full, ...others])
  expect(scoreOf(short, full, many)).toEqual(scoreOf(short, full, few))
  const [a, b] = [profile({ name: '样例检测方法研究' }), profile({ name: '样例检测的方法研究进展' })]
  const difference = Math.abs(scoreOf(a, b, few).score - scoreOf(a, b, many).score)
  expect(difference).toBeLessThan(0.15)
})
