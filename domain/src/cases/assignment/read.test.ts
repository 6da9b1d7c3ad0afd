import { describe, expect, test } from 'vitest'
import { readSheets, readSidesJson } from './index.js'

const LEFT = [
  ['名称', '编号', '区县', '名额', '专业', '意愿'],
  ['林晓（示例）', 'T1', '东湖区', '2', '茶叶、植保', '上河村；下河村=远村'],
  ['周宁（示例）', 'T2', '', '', '水产', ''],
]
const RIGHT = [
  ['村名单', ''],
  ['名称', '区县', '意愿'],
  ['上河村', '东湖区', 'T2；T1'],
  ['下河村', '', 'T1:4；T2:9'],
  ['远村', '', ''],
]
const sheets = (...grids: string[][][]) => grids.map((grid, i) => ({ name: `表${i + 1}`, grid }))
const said = (grids: string[][][]) => readSheets(sheets(...grids), 'commissioner-village')

test('a sheet for each side, with wishes in order, as good, and with scores', () => {
  const read = said([LEFT, RIGHT])
  expect(read.problems).toEqual([])
  expect(read.sides.left[0]).toEqual({
    code: 'T1',
    name: '林晓（示例）',
    county: '东湖区',
    capacity: 2,
    fields: ['茶叶', '植保'],
    counties: [],
    link: null,
  })
  expect(read.said.left).toEqual({ left: [0, 0, 0], right: [0, 1, 2], liking: [1, 0.5, 0.5] })
  expect(read.said.right).toEqual({ left: [1, 0, 0, 1], right: [0, 0, 1, 1], liking: [1, 0.5, 4, 9] })
})

test('one table that says the side, and a sheet of scores', () => {
  const table = [
    ['方', '编号', '名称'],
    ['科技特派员', 'a', '甲'],
    ['乙方', 'a', '乙'],
  ]
  const scores = [
    ['甲方编号', '乙方编号', '评分', '乙方评分'],
    ['a', 'a', '3', '5'],
  ]
  expect(said([table, scores])).toMatchObject({
    problems: [],
    said: { left: { liking: [3] }, right: { liking: [5] } },
  })
})

const row = (...cells: string[]) => [...cells]
describe('rows that cannot be used are named with the reason', () => {
  test.each<[string, string[][], string[][], [string, number, string, string]]>([
    ['no name', [...LEFT, row('', 'T3')], RIGHT, ['表1', 4, '名称', '没有名称']],
    ['a code twice', [...LEFT, row('又一', 'T1')], RIGHT, ['表1', 4, '编号', '已有同样的编号']],
    ['a capacity below zero', [...LEFT, row('负', 'T3', '', '-1')], RIGHT, ['表1', 4, '名额', '整数']],
    ['a capacity of words', [...LEFT, row('多', 'T3', '', '很多')], RIGHT, ['表1', 4, '名额', '整数']],
    [
      'a wish for nobody',
      [...LEFT, row('三', 'T3', '', '', '', '天上村')],
      RIGHT,
      ['表1', 4, '意愿', '没有这个编号'],
    ],
    [
      'a wish twice',
      [...LEFT, row('三', 'T3', '', '', '', '远村；远村')],
      RIGHT,
      ['表1', 4, '意愿', '写了两次'],
    ],
    [
      'some scored, some not',
      [...LEFT, row('三', 'T3', '', '', '', '远村:1；上河村')],
      RIGHT,
      ['表1', 4, '意愿', '都写或都不写'],
    ],
    ['no headers', LEFT, [['随便', '写写']], ['表2', 1, '', '没有找到表头']],
  ])('%s', (_, left, right, [sheet, at, column, why]) => {
    const { problems } = said([left, right])
    expect(problems[0]).toMatchObject({ sheet, row: at, column })
    expect(problems[0]?.message.zh).toContain(why)
  })

  test('a side that is not there', () => {
    expect(said([LEFT]).problems[0]?.message.zh).toContain('没有村名单')
  })

  test('names that repeat are no codes', () => {
    const twice = [
      ['编号', '名称'],
      ['1', '同名村'],
      ['2', '同名村'],
    ]
    const wish = [
      ['名称', '意愿'],
      ['林晓', '同名村'],
    ]
    expect(said([wish, twice]).problems[0]?.message.zh).toContain('名称有重复时须写编号')
  })
})

describe('JSON', () => {
  const file = {
    left: [
      { id: 'a', wishes: [['x', 'y'], 'z'] },
      { id: 'b', capacity: 2 },
    ],
    right: [{ id: 'x', name: '村' }, { id: 'y' }, { id: 'z', wishes: [{ id: 'a', score: 4 }] }],
    pairs: [{ left: 'b', right: 'x', score: 3, rightScore: 1 }],
  }
  test('as the command line reads it', () => {
    expect(readSidesJson(file)).toMatchObject({
      problems: [],
      said: {
        left: { left: [0, 0, 0, 1], right: [0, 1, 2, 0], liking: [1, 1, 0.5, 3] },
        right: { left: [0, 1], right: [2, 0], liking: [4, 1] },
      },
    })
  })

  test.each([
    null,
    [],
    'x',
    {},
    { left: 1, right: [] },
    { ...file, left: [7, {}, { id: 'a', capacity: -1 }] },
  ])('%j is refused with its places', (given) => {
    expect(readSidesJson(given).problems.length).toBeGreaterThan(0)
  })

  test.each([
    [{ ...file, pairs: [{ left: 'b', right: 'q', score: 1 }] }, 'pairs', 'right'],
    [{ ...file, pairs: [{ left: 'b', right: 'x', score: 1e9 }] }, 'pairs', 'score'],
    [{ ...file, pairs: [file.pairs[0], file.pairs[0]] }, 'pairs', 'left'],
    [{ ...file, left: [{ id: 'a', wishes: ['nobody'] }] }, 'left', 'wishes'],
    [{ ...file, left: [{ id: 'a', wishes: 'x' }] }, 'left', 'wishes'],
  ])('%# names the place', (given, sheet, column) => {
    expect(readSidesJson(given).problems[0]).toMatchObject({ sheet, column })
  })
})
