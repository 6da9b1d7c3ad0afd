import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter, parseSocialCreditCode } from './social-credit-code.js'

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const codes = fc
  .tuple(
    fc.constantFrom('91', '12', '52'),
    fc.integer({ min: 110000, max: 990199 }),
    fc.array(fc.constantFrom(...CHARACTERS), { minLength: 9, maxLength: 9 }),
  )
  .map(([kind, place, body]) => {
    const first = `${kind}${place}${body.join('')}`
    return first + checkCharacter(first)
  })

test('a published example of the standard holds', () => {
  expect(parseSocialCreditCode('91350100M000100Y43')).toEqual({ ok: true, code: '91350100M000100Y43' })
})

test('blanks, small letters and full-width forms are let pass', () => {
  expect(parseSocialCreditCode(' 91350100-m000100y４３ ')).toEqual({ ok: true, code: '91350100M000100Y43' })
})

test.each([
  ['91350100M000100Y4', '17 位'],
  ['91350100M000100Y44', '校验位'],
  ['9135O100M000100Y43', '第 5 位'],
  ['913501A0M000100Y43', '行政区划'],
  ['9.1350100E+17', '改成了数字'],
  ['919901000300000000', '改成了数字'],
  ['', '0 位'],
])('%s is refused with its reason', (text, reason) => {
  const read = parseSocialCreditCode(text)
  expect(read.ok).toBe(false)
  expect(!read.ok && read.reason.zh).toContain(reason)
})

test('a letter O for a zero is suggested back', () => {
  expect(parseSocialCreditCode('9135O100M000100Y43')).toMatchObject({ suggestion: '91350100M000100Y43' })
})

test('every code with its check character is read, and no code with one character changed', () => {
  fc.assert(
    fc.property(codes, fc.nat(17), fc.constantFrom(...CHARACTERS), (code, at, other) => {
      expect(parseSocialCreditCode(code)).toEqual({ ok: true, code })
      fc.pre(code[at] !== other)
      expect(parseSocialCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
    }),
  )
})
