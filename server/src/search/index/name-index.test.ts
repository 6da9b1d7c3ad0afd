import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { lettersOf } from './letters.js'
import { type NameIndex, type NameQuery, nameIndex } from './name-index.js'
import { NameTable } from './name-table.js'

const NAMES: readonly [name: string, kind: number, place: number][] = [
  ['云川样例科技有限公司', 0, 520100],
  ['云川样例科技有限公司贵阳分公司', 0, 520100],
  ['贵阳云川电子有限公司', 0, 520100],
  ['重庆样重工有限公司', 0, 500000],
  ['云川大学', 2, 520100],
  ['张云川', 1, 0],
  ['Sample Systems Ltd.', 0, 440300],
  ['ＡＢＣ樣例（集團）', 0, 440300],
  ['西安先样软件有限公司', 0, 610100],
  ['🙂', 0, 0],
]
const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

async function indexOf(names: readonly (readonly [string, number, number])[]): Promise<NameIndex> {
  const table = new NameTable()
  for (const [n, [name, kind, place]] of names.entries())
    table.add({ id: idOf(n), names: [name], kind, place })
  return nameIndex(table)
}

let index: NameIndex
beforeAll(async () => {
  index = await indexOf(NAMES)
})

const found = (typed: string, more: Partial<NameQuery> = {}) =>
  index
    .search({ typed, most: 100, ...more })
    .hits.map(({ id }) => NAMES[Number.parseInt(id.slice(-6), 16)]?.[0])

describe('what is typed', () => {
  test.each([
    ['云川大学', '云川大学'],
    ['样例科技', '云川样例科技有限公司'],
    ['雲川大學', '云川大学'],
    ['云川 电子', '贵阳云川电子有限公司'],
    ['ycdx', '云川大学'],
    ['yunchuandaxue', '云川大学'],
    ['yunchuand', '云川大学'],
    ['zyc', '张云川'],
    ['cqyzg', '重庆样重工有限公司'],
    ['zqyzg', '重庆样重工有限公司'],
    ['chongqing', '重庆样重工有限公司'],
    ['xian', '西安先样软件有限公司'],
    ['sample sys', 'Sample Systems Ltd.'],
    ['abc样例', 'ＡＢＣ樣例（集團）'],
    ['先', '西安先样软件有限公司'],
  ])('%s finds %s first', (typed, name) => {
    expect(found(typed)[0]).toBe(name)
  })

  test.each(['qqqq', '没有的名称', '🙃🙃x', '%', "'; DROP TABLE"])('%s finds nothing', (typed) => {
    expect(found(typed)).toEqual([])
  })

  test('nothing finds all', () => {
    expect(found('  ')).toHaveLength(NAMES.length)
  })
})

test('a whole name stands before a beginning, and that before a part', () => {
  expect(found('云川样例科技有限公司')).toEqual(['云川样例科技有限公司', '云川样例科技有限公司贵阳分公司'])
  expect(found('云川').slice(0, 2)).toEqual(['云川大学', '云川样例科技有限公司'])
})

test('filters, and what each would find', () => {
  expect(found('云川', { kind: 2 })).toEqual(['云川大学'])
  expect(found('样', { places: [500000, 509999] })).toEqual(['重庆样重工有限公司'])
  const answer = index.search({ typed: '云川', most: 100, kind: 0, places: [520000, 529999] })
  expect(answer.total).toBe(3)
  expect([...answer.kinds]).toEqual([
    [0, 3],
    [2, 1],
  ])
  expect([...answer.cities]).toEqual([[5201, 3]])
})

test('collecting ends at the number asked for, and says so', async () => {
  const many = await indexOf(Array.from({ length: 5000 }, (_, n) => [`云川示例${n}`, 0, 0] as const))
  const answer = many.search({ typed: '云川', most: 50 })
  expect(answer.more).toBe(true)
  expect(answer.total).toBeGreaterThanOrEqual(50)
  expect(many.search({ typed: '云川示例4999', most: 50 }).hits).toHaveLength(1)
})

test('every part of every name is found, as by looking through all', async () => {
  const letter = fc.constantFrom(...'云川样例科技有限公司重庆长abz1')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.nat(7),
      fc.integer({ min: 1, max: 4 }),
      async (names, which, from, length) => {
        const small = await indexOf(names.map((name) => [name, 0, 0] as const))
        const name = names[which % names.length] ?? ''
        const part = name.slice(from % name.length, (from % name.length) + length)
        const hits = small.search({ typed: part, most: 1000 }).hits.map(({ id }) => id)
        const expected = names.flatMap((n, at) => (lettersOf(n).includes(lettersOf(part)) ? [idOf(at)] : []))
        expect(hits).toEqual(expect.arrayContaining(expected))
      },
    ),
    { numRuns: 40 },
  )
})
