import { expect, test } from 'vitest'
import { groupErrors } from './error-groups.js'

test('what is wrong in the same way in many rows of a column is told once, with its rows', () => {
  const wrong = (row: number, column: string, message: string) => ({ row, column, message })
  expect(
    groupErrors([
      wrong(5, '知识产权', '“无”不是数字'),
      wrong(8, '信用代码', '校验位不符'),
      wrong(10, '知识产权', '“无”不是数字'),
      wrong(11, '知识产权', '“若干”不是数字'),
    ]),
  ).toEqual([
    { column: '知识产权', message: '“无”不是数字', rows: [5, 10] },
    { column: '信用代码', message: '校验位不符', rows: [8] },
    { column: '知识产权', message: '“若干”不是数字', rows: [11] },
  ])
})
