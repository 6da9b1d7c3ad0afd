import { expect, test } from 'vitest'
import { normalise } from './normalise.js'
import { compareWorks, workForm } from './work.js'

const compare = (a: string, b: string) =>
  compareWorks(workForm(normalise(a)), workForm(normalise(b)), () => 1)

test.each([
  ['一种样例控制器的设计方法', '一种样例控制器的设计方法'],
  ['A Sample Method: Theory & Practice', 'a sample method - theory practice'],
  ['《样例方法》研究', '样例方法研究'],
  ['樣例方法研究', '样例方法研究'],
])('%s is the same as %s', (a, b) => {
  expect(compare(a, b)).toBe(1)
})

test.each([
  ['样例材料的制备及性能研究', '样例材料的制备与性能研究', 0.7],
  ['Efficient sample joins in databases', 'Eficient sample joins in databases', 0.8],
  ['Sample joins: a survey of methods for databases', 'Sample joins a survey of methods', 0.7],
])('%s is like %s', (a, b, least) => {
  expect(compare(a, b)).toBeGreaterThan(least)
  expect(compare(a, b)).toBeLessThan(1)
  expect(compare(b, a)).toBe(compare(a, b))
})

test('another number is another work', () => {
  expect(compare('样例工程技术规范第1部分', '样例工程技术规范第2部分')).toBeLessThan(0.8)
  expect(compare('Sample camera ZX300 black', 'Sample camera ZX500 black')).toBeLessThan(0.6)
})

test('nothing is like nothing', () => {
  expect(compare('🙂', '🙃')).toBe(0)
  expect(compare('', '样例')).toBe(0)
})

test('titles of as many words have one score both ways', () => {
  const pair = ['sample joins joined', 'samples joins sample'] as const
  expect(compare(pair[0], pair[1])).toBe(compare(pair[1], pair[0]))
})
