import { expect, test } from 'vitest'
import type { ResolveRecord } from './record.js'
import { resolve } from './resolve.js'

const records = (...names: string[]): ResolveRecord[] =>
  names.map((name, at) => ({ id: String(at), fields: new Map([['name', name]]) }))
const first = (left: string, right: readonly string[]) =>
  [...resolve(records(left), records(...right))][0]?.candidates.map((c) => right[Number(c.id)])

const COMPANIES = [
  '江苏样禾新材料股份有限公司',
  '浙江样禾电子有限公司',
  '样禾（深圳）软件有限公司',
  '湖南样联瓷业股份有限公司',
  '云川样例科技有限公司',
  '云川示例科技有限公司',
]

test.each([
  ['样禾新材', '江苏样禾新材料股份有限公司'],
  ['样禾电子', '浙江样禾电子有限公司'],
  ['深圳样禾', '样禾（深圳）软件有限公司'],
  ['样瓷股份', '湖南样联瓷业股份有限公司'],
  ['雲川樣例科技', '云川样例科技有限公司'],
])('%s is %s', (short, full) => {
  expect(first(short, COMPANIES)?.[0]).toBe(full)
})

test('every left record has an answer, also one that says nothing', () => {
  const found = [...resolve(records('', '🙂', '样禾新材'), records(...COMPANIES))]
  expect(found.map((r) => [r.id, r.blank, r.candidates.length > 0])).toEqual([
    ['0', true, false],
    ['1', true, false],
    ['2', false, true],
  ])
})

test('no records are like none', () => {
  expect([...resolve([], records('样禾'))]).toEqual([])
  expect([...resolve(records('样禾'), [])]).toEqual([{ id: '0', blank: false, candidates: [] }])
})

test('rows with one id are one candidate', () => {
  const right: ResolveRecord[] = ['样禾电子', '浙江样禾电子有限公司'].map((name) => ({
    id: 'same',
    fields: new Map([['name', name]]),
  }))
  const [found] = resolve(records('浙江样禾电子有限公司'), right)
  expect(found?.candidates.map((c) => [c.id, c.band])).toEqual([['same', 'same']])
})

test('the order of the right records does not matter', () => {
  const found = COMPANIES.map(
    (_, turn) => first('样禾', [...COMPANIES.slice(turn), ...COMPANIES.slice(0, turn)])?.[0],
  )
  expect(new Set(found).size).toBe(1)
})

test('records without names are found by their other fields', () => {
  const of = (id: string, title: string, year: number): ResolveRecord => ({
    id,
    fields: new Map<string, string | number>([
      ['title', title],
      ['year', year],
    ]),
  })
  const right = [
    of('a', 'Sample joins in large databases', 2001),
    of('b', 'Sample views in small networks', 2001),
  ]
  const [found] = resolve([of('x', 'sample joins in large databases.', 2001)], right)
  expect(found?.candidates[0]?.id).toBe('a')
})
