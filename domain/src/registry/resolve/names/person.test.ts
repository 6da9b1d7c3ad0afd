import { expect, test } from 'vitest'
import { normalise } from './normalise.js'
import { comparePersons, personForm } from './person.js'

const compare = (a: string, b: string) => {
  const [left, right] = [personForm(normalise(a)), personForm(normalise(b))]
  return left && right ? comparePersons(left, right) : undefined
}

test.each([
  ['张样例', '張樣例', 0.8],
  ['张样例 教授', '张样例', 0.8],
  ['John A. Sample', 'Sample, John A.', 0.8],
  ['Dr. John Sample', 'john sample', 0.8],
  ['Li Sample', 'Sample Li', 0.8],
  ['张样例', '张样力', 0.25],
  ['张样例', '王样例', 0.25],
  ['张样', '张样例', 0.02],
  ['John Sample', 'Jane Sample', 0.1],
  ['John Sample', 'John Example', 0.02],
])('%s and %s: %f', (a, b, expected) => {
  expect(compare(a, b)).toBeCloseTo(expected, 5)
  expect(compare(b, a)).toBe(compare(a, b))
})

test('initials may be the name’s', () => {
  expect(compare('J. Sample', 'John Sample')).toBeGreaterThan(0.6)
  expect(compare('J. A. Sample', 'John Sample')).toBeGreaterThan(0.6)
  expect(compare('K. Sample', 'John Sample')).toBeLessThan(0.2)
})

test('pinyin is no evidence: many names sound alike', () => {
  expect(compare('Zhang Yangli', '张样例')).toBe(0)
})

test.each(['样例股份', '云川样例科技', 'A', ''])('“%s” is nobody’s name', (name) => {
  expect(personForm(normalise(name))).toBeUndefined()
})
