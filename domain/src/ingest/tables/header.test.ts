import fc from 'fast-check'
import { expect, test } from 'vitest'
import { libraryOf, packFiles } from '../../packs/testing.js'
import { readHeader } from './header.js'

const library = libraryOf(packFiles('national', 'demo'))

test.each([
  ['企业名称', 'name', null, null],
  ['*企业名称', 'name', null, null],
  ['统一社会信用代码', 'credit-code', null, null],
  ['Unified social credit code', 'credit-code', null, null],
  ['年度', 'year', null, null],
  ['2025年研发费用(万元)', '研发费用', 2025, '万元'],
  ['2025年度 研发费用（单位：万元）', '研发费用', 2025, '万元'],
  ['研发费用（高企口径）（万元）', '研发费用.高企', null, '万元'],
  ['研发费用.高企@2024', '研发费用.高企', 2024, null],
  ['高企研发费用2024', '研发费用.高企', 2024, null],
  ['研发费用,万元', '研发费用', null, '万元'],
  ['研发费用 单位:亿元', '研发费用', null, '亿元'],
  ['2025年末资产总额\n(万元)', '资产总额', 2025, '万元'],
  ['职工人数', '职工总数', null, null],
  ['职工总数（人）', '职工总数', null, '人'],
  ['rd_cost 2025 (CNY 10,000)', '研发费用', 2025, '万元'],
  ['R&D expenditure 2025 (CNY million)', '研发费用', 2025, '百万元'],
  ['Sales FY2024 (RMB)', '年销售收入', 2024, '元'],
  ['staff', '职工总数', null, null],
  ['是否高新技术企业', '高新技术企业', null, null],
  ['成立日期', '注册日期', null, null],
  ['团队持股比例(%)', '团队持股比例', null, '%'],
])('%s', (header, means, year, unit) => {
  expect(readHeader(library, header)).toMatchObject({ meanings: [means], sure: true, year, unit })
})

test('what could be several facts is not decided', () => {
  expect(readHeader(library, '2025年收入（万元）')).toMatchObject({
    sure: false,
    meanings: expect.arrayContaining(['年销售收入', '营业收入']),
  })
  expect(readHeader(library, '职工总树')).toMatchObject({ sure: false, meanings: ['职工总数'] })
})

test.each(['备注', '联系人', '联系电话', '序号', '', 'No.', 'toString', 'constructor', '担保费率'])(
  '“%s” is no fact that can be stored',
  (header) => {
    expect(readHeader(library, header).sure && readHeader(library, header).meanings.length > 0).toBe(false)
  },
)

test('every fact is recognised by its own names, with any year and unit', () => {
  const defs = [...library.facts.values()].filter((def) => def.derived === null)
  fc.assert(
    fc.property(
      fc.constantFrom(...defs),
      fc.constantFrom('', '2023年', '2025年度'),
      fc.constantFrom('', '(万元)', '（元）', '（单位：万元）'),
      fc.boolean(),
      (def, year, unit, english) => {
        const read = readHeader(library, english ? `${def.en} ${year}${unit}` : `${year}${def.name}${unit}`)
        expect(read.meanings).toContain(def.name)
        expect(read.year).toBe(year === '' ? null : Number(year.slice(0, 4)))
        expect(read.unit === null).toBe(unit === '')
      },
    ),
    { numRuns: 500 },
  )
})

test('a table of 500 strange columns is looked through at once, not for half a minute', () => {
  const strange = (i: number): string =>
    String.fromCodePoint(...Array.from({ length: 12 }, (_, c) => 0x4e00 + ((i * 37 + c * 911) % 8000)))
  const start = performance.now()
  for (let i = 0; i < 7500; i++) readHeader(library, strange(i))
  readHeader(library, '研发费用'.repeat(100_000))
  expect(performance.now() - start).toBeLessThan(20_000)
})

test('any text is read without a crash', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(Array.isArray(readHeader(library, text).meanings)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
