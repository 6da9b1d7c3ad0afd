import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { libraryOf, packFiles } from '../../packs/testing.js'
import { formatValue } from '../../rules/index.js'
import { checkCharacter } from '../../shared/social-credit-code.js'
import { findTable, openQuestions, readTable } from './index.js'
import type { Choices, TableReading } from './table.js'

const library = libraryOf(packFiles('national', 'demo'))
const CODE = '91350100M000100Y43'

function read(grid: string[][], choices?: Choices): TableReading {
  const table = findTable(library, grid)
  if (!table) throw new Error('no table')
  return readTable(library, table, choices)
}

function shown(reading: TableReading, row = 0): Record<string, string> {
  return Object.fromEntries(
    [...(reading.rows[row]?.facts ?? [])].map(([key, { value }]) => {
      const def = library.facts.get(/^[^.@]+/.exec(key)?.[0] ?? '')
      return [key, def ? formatValue(value, def, 'zh', library.places) : '?']
    }),
  )
}

test('a table below a title is read into facts with year, unit and identity', () => {
  const reading = read([
    ['2025 年度科技企业情况表', '', ''],
    [],
    [
      '企业名称',
      '统一社会信用代码',
      '2025年研发费用(万元)',
      '职工人数',
      '高新技术企业',
      '成立日期',
      '注册地',
    ],
    ['甲公司', CODE, '1,234.5', '80人', '是', '20200301', '云麓区'],
    ['乙公司', '', '0.9亿元', '80', 'no', '2024/3/1 00:00', '云川市临江区'],
  ])
  expect(reading.errors).toEqual([])
  expect(reading.rows[0]).toMatchObject({ row: 4, name: '甲公司', creditCode: CODE })
  expect(shown(reading)).toEqual({
    职工总数: '80 人',
    高新技术企业: '是',
    注册日期: '2020-03-01',
    注册地: '示例省云川市云麓区',
  })
  // 亿元 below 万元: a person says which holds, and until then the column is left out.
  expect(openQuestions(reading).map((q) => q.id)).toEqual(['mixed:2'])
})

describe('a header of two rows', () => {
  test('a year over several columns holds for each of them, as merged cells show it', () => {
    const reading = read([
      ['2026年申报企业汇总表'],
      ['企业名称', '统一社会信用代码', '2024年', '', '2025年（万元）', ''],
      ['', '', '研发费用（万元）', '职工人数', '研发费用', '年销售收入'],
      ['甲公司', CODE, '90', '80', '100', '3000'],
    ])
    expect(reading.questions.map((q) => q.id)).toEqual([])
    expect(reading.rows[0]).toMatchObject({ row: 4, name: '甲公司', creditCode: CODE })
    expect(shown(reading)).toEqual({
      '研发费用@2024': '90 万元',
      '职工总数@2024': '80 人',
      '研发费用@2025': '100 万元',
      '年销售收入@2025': '3,000 万元',
    })
  })

  test('units may stand in a row below the names, and groups above them', () => {
    const reading = read([
      ['企业信息', '', '财务数据', ''],
      ['企业名称', '职工总数', '2025年研发费用', '2025年末资产总额'],
      ['', '（人）', '（万元）', '亿元'],
      ['甲公司', '80', '90', '0.3'],
    ])
    expect(reading.questions).toEqual([])
    expect(shown(reading)).toEqual({
      职工总数: '80 人',
      '研发费用@2025': '90 万元',
      '资产总额@2025': '3,000 万元',
    })
  })

  test('a row of data is never part of it', () => {
    for (const second of [
      ['甲公司', '高企', '2025'],
      ['甲公司', '备注', '是'],
      ['研发费用管理公司', '职工总数', ''],
    ]) {
      const reading = read([['企业名称', '类型', '高新技术企业'], second])
      expect(reading.rows.length + reading.skipped).toBe(1)
    }
  })
})

describe('questions', () => {
  const grid = [
    ['企业名称', '研发费用', '收入(万元)', '2025年高新技术企业'],
    ['甲公司', '90', '500', '是'],
  ]
  test('a unit, a header and a year that are unclear are asked, and their columns left out', () => {
    const reading = read(grid)
    expect(openQuestions(reading).map((q) => q.id)).toEqual(['unit:1', 'fact:2', 'current:3'])
    expect(Object.keys(shown(reading))).not.toContain('年销售收入')
  })
  test('answers settle them', () => {
    const reading = read(grid, {
      answers: { 'unit:1': '万元', 'fact:2': '年销售收入', 'current:3': 'take' },
    })
    expect(openQuestions(reading)).toEqual([])
    expect(shown(reading)).toEqual({ 研发费用: '90 万元', 年销售收入: '500 万元', 高新技术企业: '是' })
  })
  test('a share without a unit could be 12 % or 1200 %', () => {
    const shares = [
      ['项目名称', '团队持股比例'],
      ['某项目', '0.12'],
    ]
    expect(openQuestions(read(shares)).map((q) => q.id)).toEqual(['unit:1'])
    expect(shown(read(shares, { answers: { 'unit:1': '倍' } }))).toEqual({ 团队持股比例: '12%' })
  })
  test('two columns of one fact are never merged silently', () => {
    const reading = read([
      ['企业名称', '研发费用(万元)', 'rd_cost (万元)'],
      ['甲公司', '90', '80'],
    ])
    expect(openQuestions(reading).map((q) => q.id)).toEqual(['fact:2'])
    expect(shown(reading)).toEqual({ 研发费用: '90 万元' })
  })
  test('without a name a person says which column it is', () => {
    const nameless = [
      ['抬头', '职工总数'],
      ['甲公司', '80'],
    ]
    expect(openQuestions(read(nameless)).map((q) => q.id)).toEqual(['name'])
    expect(read(nameless, { answers: { name: '0' } }).rows[0]?.name).toBe('甲公司')
  })
  test('a column can be put right by hand', () => {
    const columns = new Map([[1, { means: '研发费用.高企', year: 2024, unit: '元' }]])
    expect(shown(read(grid, { columns }))).toMatchObject({ '研发费用.高企@2024': '90 元' })
  })
})

describe('rows', () => {
  test('a wrong cell is told by row and column, and the rest of the row kept', () => {
    const reading = read([
      ['企业名称', '职工总数', '高新技术企业', '研发费用(万元)', '科技人员'],
      ['甲公司', '八十', '大概', '#REF!', '5'],
    ])
    expect(reading.errors.map((e) => [e.row, e.column])).toEqual([
      [2, '职工总数'],
      [2, '高新技术企业'],
      [2, '研发费用(万元)'],
    ])
    expect(shown(reading)).toEqual({ 科技人员: '5 人' })
  })
  test('a wrong credit code, a row without a name and a repeated row are left out whole', () => {
    const reading = read([
      ['企业名称', '统一社会信用代码', '职工总数'],
      ['甲公司', CODE, '80'],
      ['甲公司', CODE, '80'],
      ['甲公司', CODE, '90'],
      ['乙公司', '91350100M000100Y44', '1'],
      ['', '', '3'],
    ])
    expect(reading.skipped).toBe(4)
    expect(reading.rows).toHaveLength(1)
    expect(reading.errors.map((e) => e.message.zh)).toEqual([
      '与第 2 行重复',
      expect.stringContaining('“职工总数”不同'),
      expect.stringContaining('校验位'),
      '没有名称，也没有信用代码',
    ])
  })
  test('a row of totals at the foot is no company, and says so', () => {
    const reading = read([
      ['序号', '企业名称', '职工总数'],
      ['1', '甲公司', '80'],
      ['', '合　计：', '80'],
      ['总计', '', '80'],
      ['2', '合计科技有限公司', '3'],
    ])
    expect(reading.rows.map(({ name }) => name)).toEqual(['甲公司', '合计科技有限公司'])
    expect(reading.skipped).toBe(2)
    expect(reading.errors.map(({ row, message }) => [row, message.zh])).toEqual([
      [3, '“合　计：”行是汇总，不是一家企业；未采用'],
      [4, '“总计”行是汇总，不是一家企业；未采用'],
    ])
  })
  test('a unit above the header is told with the question, and not taken', () => {
    const asked = (note: string) =>
      read([
        ['科技企业情况表', note],
        ['企业名称', '研发费用'],
        ['甲公司', '80'],
      ]).questions.map(({ ask, chosen }) => [ask.zh, chosen])
    expect(asked('金额单位：万元（另有注明的除外）')).toEqual([
      [
        '“研发费用”没有写单位，其中的数字以什么为单位？（表头上方写着“金额单位：万元（另有注明的除外）”）',
        null,
      ],
    ])
    const plain = [['“研发费用”没有写单位，其中的数字以什么为单位？', null]]
    expect(asked('填报单位：某某局')).toEqual(plain)
    expect(asked('单位：某某局')).toEqual(plain)
  })
  test('a cross says no as a tick says yes', () => {
    const reading = read([
      ['企业名称', '高新技术企业', '居民企业'],
      ['甲公司', '×', '√'],
      ['乙公司', '✗', '✔'],
    ])
    expect(reading.errors).toEqual([])
    expect(shown(reading, 0)).toEqual({ 高新技术企业: '否', 居民企业: '是' })
    expect(shown(reading, 1)).toEqual({ 高新技术企业: '否', 居民企业: '是' })
  })
  test('a repeated row is told in words, with the year of what differs', () => {
    const reading = read([
      ['企业名称', '2025年研发费用（万元）'],
      ['甲公司', '80'],
      ['甲公司', '90'],
    ])
    expect(reading.errors.map(({ message }) => message.zh)).toEqual([
      '与第 2 行是同一家，但“研发费用”（2025 年）不同；未采用本行',
    ])
  })
  test('a part of the column before it is known by its own name', () => {
    const reading = read([
      ['企业名称', '人员情况', ''],
      ['', '职工总数', '其中：科技人员'],
      ['甲公司', '80', '5'],
    ])
    expect(shown(reading)).toEqual({ 职工总数: '80 人', 科技人员: '5 人' })
  })
  test('a year a row is one company', () => {
    const reading = read([
      ['企业名称', '年度', '研发费用(万元)'],
      ['甲公司', '2024', '80'],
      ['甲公司', '2025年', '90'],
    ])
    expect(reading.errors).toEqual([])
    expect(shown(reading)).toEqual({ '研发费用@2024': '80 万元', '研发费用@2025': '90 万元' })
  })
  test('a part greater than its whole is not taken', () => {
    const reading = read([
      ['企业名称', '职工总数', '科技人员'],
      ['甲公司', '8', '9'],
    ])
    expect(reading.errors).toHaveLength(1)
    expect(shown(reading)).toEqual({ 职工总数: '8 人' })
  })
  test('binary fractions of a formula become the fen that they mean', () => {
    const reading = read([
      ['企业名称', '研发费用(万元)'],
      ['甲公司', '33.3333333333333'],
    ])
    expect(reading.errors).toEqual([])
    expect(shown(reading)).toEqual({ 研发费用: '333,333.33 元' })
  })
})

test('money written in any unit is kept to the fen', () => {
  const units = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n }
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 1_000_000_000_000n }),
      fc.constantFrom('元', '万元', '亿元'),
      fc.boolean(),
      (fen, unit, inHeader) => {
        const factor = units[unit as keyof typeof units]
        const decimals = factor.toString().length - 1
        const number = `${fen / factor}.${(fen % factor).toString().padStart(decimals, '0')}`
        const reading = read([
          ['企业名称', inHeader ? `研发费用(${unit})` : '研发费用'],
          ['甲公司', inHeader ? number : number + unit],
        ])
        expect(reading.rows[0]?.facts.get('研发费用')?.value).toEqual({ kind: 'quantity', lo: fen, hi: fen })
      },
    ),
  )
})

test('any grid is read, and every row is taken or told', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      '企业名称',
      '研发费用(万元)',
      '职工总数',
      '统一社会信用代码',
      '90',
      '是',
      CODE,
      '年度',
      '2024',
      '-',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (grid) => {
      const table = findTable(library, grid)
      if (!table) return
      const reading = readTable(library, table)
      expect(reading.rows.length + reading.skipped).toBeLessThanOrEqual(table.rows.length)
      expect(JSON.stringify(reading.errors)).toBeTypeOf('string')
    }),
    { numRuns: 500 },
  )
})

test('2,000 rows are read', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => {
    const first = `91990102MA${String(i).padStart(7, '0')}`
    return [`示例${i}`, first + checkCharacter(first), String(i), String(i % 300)]
  })
  const reading = read([['企业名称', '信用代码', '研发费用(万元)', '职工人数'], ...rows])
  expect(reading.rows).toHaveLength(2000)
})
