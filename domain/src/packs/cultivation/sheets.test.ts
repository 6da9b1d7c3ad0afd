import { expect, test } from 'vitest'
import { cellsFor } from '../package/cells.js'
import { libraryOf, packFiles, subjectWith } from '../testing.js'
import { type Company, cultivationSheets, isCultivable, sheetNames, standingOf } from './index.js'

const library = libraryOf(packFiles('national', 'demo'))
const ON = '2026-11-24'

function company(name: string, facts: Record<string, string>): Company {
  const situation = subjectWith(library, { facts: { 注册地: '云川市云麓区', 居民企业: '是', ...facts } })
  const cells = cellsFor(library, { situation, place: '990102', packs: [], on: ON })
  const { certainFen, possibleFen } = standingOf(library, cells, ON)
  return {
    name,
    creditCode: null,
    place: '云川市云麓区',
    cells: Object.fromEntries(cells),
    certainFen: certainFen.toString(),
    possibleFen: possibleFen.toString(),
    changes: { 'cn.tech-sme': '2026-11-20 符合 → 不符合。职工总数：80 人 → 501 人' },
  }
}

const companies = [
  company('大公司（示例）', { 职工总数: '501 人' }),
  company('小公司（示例）', { 职工总数: '80 人' }),
]
const programmes = [...library.programmes.values()]
const list = { on: ON, lang: 'zh', companies, programmes, rows: 'all' } as const

test('an overview, the companies and a sheet for each programme that concerns one of them', () => {
  const sheets = cultivationSheets(library, list)
  expect(sheets.slice(0, 2).map(({ name }) => name)).toEqual(['总览', '企业汇总'])
  const concerned = new Set(companies.flatMap(({ cells }) => Object.keys(cells)))
  expect(sheets).toHaveLength(2 + concerned.size)
  for (const { columns, rows } of sheets) for (const row of rows) expect(row).toHaveLength(columns.length)
  expect([...(sheets[0]?.rows ?? [])]).toHaveLength(programmes.length)
})

test('a row of a programme tells what is lacking, the nearest change and the last one in words', () => {
  const sheets = cultivationSheets(library, list)
  const title = library.programmes.get('cn.tech-sme')?.title.zh ?? ''
  const sheet = sheets.find(({ name }) => name === title)
  const rows = [...(sheet?.rows ?? [])].map((row) =>
    Object.fromEntries(row.map((value, i) => [sheet?.columns[i]?.title, value])),
  )
  expect(rows[0]).toMatchObject({
    企业名称: '大公司（示例）',
    所在地: '云川市云麓区',
    结论: '不符合',
    最近一次变化及原因: '2026-11-20 符合 → 不符合。职工总数：80 人 → 501 人',
  })
  expect(rows[1]?.结论).toBe('待确认')
  expect(rows[1]?.['还缺什么（［］内为掌握单位）']).toContain('［')
})

test('only those within reach, where that is asked for', () => {
  const sheets = cultivationSheets(library, { ...list, rows: 'cultivable' })
  const counted = sheets.slice(2).reduce((sum, { rows }) => sum + [...rows].length, 0)
  const reach = companies.flatMap(({ cells }) => Object.values(cells)).filter(isCultivable)
  expect(counted).toBe(reach.length)
})

test('the English workbook has no Chinese but names and what the packs do not translate', () => {
  const sheets = cultivationSheets(library, { ...list, lang: 'en' })
  const titles = sheets.flatMap(({ columns }) => columns.map(({ title }) => title))
  expect(titles.filter((title) => /[一-鿿]/.test(title))).toEqual([])
})

test('names of sheets are allowed, short enough and no two alike', () => {
  const names = sheetNames([
    '总览',
    '总览',
    "'a[b]:*?/\\'",
    'x'.repeat(40),
    `${'x'.repeat(31)}y`,
    '',
    'A',
    'a',
  ])
  expect(names).toEqual([
    '总览',
    '总览 (2)',
    'a b',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
    '-',
    'A',
    'a (2)',
  ])
})
