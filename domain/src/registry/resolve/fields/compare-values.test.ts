import { expect, test } from 'vitest'
import type { GivenValue } from '../record.js'
import { compareValues } from './compare-values.js'
import { valueForms } from './value-form.js'

const compare = (a: GivenValue, b: GivenValue) =>
  compareValues(
    'field',
    valueForms(a),
    valueForms(b),
    () => 1,
    () => 1,
  )

test.each<[GivenValue, GivenValue, string, number]>([
  ['13800000000', 13800000000, 'code', 1],
  ['027-8700 0000', '02787000000', 'code', 1],
  ['ZX-300-1234', 'zx3001234', 'code', 1],
  ['301079', '301080', 'code', 0],
  [2001, '2001', 'number', 1],
  ['¥1,200.00', 1200, 'number', 1],
  ['3 万元', 30000, 'number', 1],
  ['南京市鼓楼区', '南京市鼓楼区 ', 'text', 1],
  [['甲', '乙'], '乙', 'text', 1],
])('%s and %s as %s: %f', (a, b, as, alike) => {
  expect(compare(a, b)).toMatchObject({ as, alike })
})

test('numbers near one another speak for it, far ones against', () => {
  expect(compare(1000, 1005)?.points).toBeGreaterThan(0.4)
  expect(compare(1000, 2000)?.points).toBeLessThan(-0.9)
  expect(compare(2001, 2002)?.points).toBe(0)
  expect(compare(2001, 2004)?.points).toBe(-1)
})

test.each([null, '', '  ', '🙂', [], Number.NaN])('%s says nothing', (value) => {
  expect(compare(value, '样例')).toBeUndefined()
})
