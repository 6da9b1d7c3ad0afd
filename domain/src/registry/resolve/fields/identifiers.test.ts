import { expect, test } from 'vitest'
import { checkCharacter } from '../../../shared/social-credit-code.js'
import type { GivenValue } from '../record.js'
import { compareIdentifiers, identifiersOf } from './identifiers.js'

const CREDIT = '91520100MA60000001'.slice(0, 17) + checkCharacter('91520100MA60000001'.slice(0, 17))
const of = (fields: Record<string, GivenValue>) => identifiersOf(new Map(Object.entries(fields)))

test.each<[string, Record<string, GivenValue>, string[]]>([
  ['a credit code in any field', { anything: CREDIT.toLowerCase() }, ['credit-code']],
  ['a wrong check character', { code: `${CREDIT.slice(0, 17)}${CREDIT.endsWith('0') ? '1' : '0'}` }, []],
  ['an ORCID iD', { orcid: 'https://orcid.org/0000-0002-1825-0097' }, ['orcid']],
  ['sixteen digits that are none', { card: '0000000218250097' }, []],
  ['a patent number', { number: 'ZL201010101234.7' }, ['patent-number']],
  ['a DOI', { link: 'https://doi.org/10.1000/182' }, ['doi']],
  ['a bar code', { ean: '4006381333931' }, []],
  ['the code of an employer', { employerCode: CREDIT, 依托单位代码: CREDIT }, []],
  ['a telephone number', { phone: '027-87000000' }, []],
  ['nothing', { a: null, b: 1, c: true, d: [] }, []],
])('%s', (_, fields, schemes) => {
  expect([...of(fields).keys()]).toEqual(schemes)
})

test('one that agrees settles it, one that differs speaks against', () => {
  const a = of({ x: CREDIT, y: ['10.1000/1', '10.1000/2'] })
  expect(compareIdentifiers(a, of({ z: '10.1000/2' }))).toMatchObject({ scheme: 'doi', agrees: true })
  expect(compareIdentifiers(a, of({ z: '10.1000/3' }))).toMatchObject({ scheme: 'doi', agrees: false })
  expect(compareIdentifiers(a, of({ z: '10.1000/3', code: CREDIT }))?.agrees).toBe(true)
  expect(compareIdentifiers(a, of({}))).toBeUndefined()
})
