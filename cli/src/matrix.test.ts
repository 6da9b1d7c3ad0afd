import { existsSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const table = folder.write(
  'companies.csv',
  `企业名称,统一社会信用代码,注册地,居民企业,职工总数（人）,研发费用（万元）
大样例有限公司,,云川市云麓区,是,501,90
"=HYPERLINK(""http://a"")",,南京市鼓楼区,是,80,90
无地样例有限公司,,,是,80,
`,
)
const ON = ['--on', '2026-11-24']

test('a workbook with an overview, the companies and a sheet a programme', async () => {
  const out = folder.path('list.xlsx')
  const { code, printed, complained } = await run('matrix', '--table', table, '--out', out, ...ON)
  expect(complained).toBe('')
  expect(code).toBe(0)
  expect(printed).toMatch(/^3 家企业 × \d+ 项政策/)
  expect(printed).toContain('1 家没有注册地')
  const sheets = await readXlsxFile(out)
  expect(sheets.slice(0, 2).map(({ sheet }) => sheet)).toEqual(['总览', '企业汇总'])
  expect(sheets[1]?.data.map(([name]) => name)).toEqual([
    '企业名称',
    '大样例有限公司',
    '=HYPERLINK("http://a")',
    '无地样例有限公司',
  ])
  const sme = sheets.find(({ sheet }) => sheet === '科技型中小企业评价')
  const verdict = sme?.data[0]?.indexOf('结论') ?? 0
  expect(sme?.data.slice(1).map((row) => row[verdict])).toEqual(['不符合', '待确认', '待确认'])
  expect(existsSync(`${out}.part`)).toBe(false)
})

test('--json prints each company with its programmes; --programme and --pack choose which', async () => {
  const one = await run('matrix', '--table', table, '--json', '--programme', 'cn.tech-sme', ...ON)
  const { companies } = JSON.parse(one.printed)
  expect(companies).toHaveLength(3)
  for (const { programmes } of companies) expect(Object.keys(programmes)).toEqual(['cn.tech-sme'])
  expect(companies[0].programmes['cn.tech-sme']).toMatchObject({ verdict: 'no', kept: true })
  const demo = await run('matrix', '--table', table, '--json', '--pack', 'demo', ...ON)
  const [, , nowhere] = JSON.parse(demo.printed).companies
  expect(Object.keys(nowhere.programmes).some((id) => id.startsWith('demo.'))).toBe(true)
})

test('only those within reach, in English', async () => {
  const out = folder.path('reach.xlsx')
  const args = ['--table', table, '--out', out, '--rows', 'cultivable', '--lang', 'en', ...ON]
  expect((await run('matrix', ...args)).code).toBe(0)
  const sheets = await readXlsxFile(out)
  expect(sheets[0]?.sheet).toBe('Overview')
  for (const { data } of sheets.slice(2)) {
    const verdict = data[0]?.indexOf('Verdict') ?? 0
    expect(data.slice(1).map((row) => row[verdict])).not.toContain('Met')
  }
})

describe('refused, with nothing written', () => {
  const out = folder.path('none.xlsx')
  test.each([
    ['a table that is not there', ['--table', folder.path('no.csv')], 'cannot be read'],
    ['an unknown programme', ['--table', table, '--programme', 'cn.tech-sm'], 'did you mean “cn.tech-sme”?'],
    ['an unknown pack', ['--table', table, '--pack', 'atlantis'], 'is no pack'],
    ['a date that is none', ['--table', table, '--on', '2026-02-31'], 'is no date'],
  ])('%s', async (_, args, said) => {
    const { code, complained, printed } = await run('matrix', ...args, '--out', out)
    expect([code, printed]).toEqual([1, ''])
    expect(complained).toContain(said)
    const json = await run('matrix', ...args, '--json')
    expect(JSON.parse(json.complained).error).toContain(said)
    expect(existsSync(out)).toBe(false)
  })

  test('a folder that cannot be written', async () => {
    const { code, complained } = await run('matrix', '--table', table, '--out', `${table}/below.xlsx`, ...ON)
    expect(code).toBe(1)
    expect(complained).toContain('cannot be written')
  })

  test('a table with an open question names it', async () => {
    const file = folder.write('unit.csv', '企业名称,研发费用\n甲公司,90\n')
    const { code, complained } = await run('matrix', '--table', file, '--out', out)
    expect(code).toBe(1)
    expect(complained).toContain('没有写单位')
  })

  test.each([
    [['--out', 'a.xlsx']],
    [['--table', table]],
    [['--table', table, '--out', 'a.csv']],
    [['--table', table, '--out', 'a.xlsx', '--lang', 'fr']],
    [['--table', table, '--out', 'a.xlsx', '--rows', 'some']],
    [['--table', table, '--out', 'a.xlsx', 'more']],
  ])('%j is wrong usage', async (args) => {
    expect((await run('matrix', ...args)).code).toBe(2)
  })
})
