import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const CODE = '91350100M000100Y43'
const good = folder.write(
  'good.csv',
  `企业名称,统一社会信用代码,2025年研发费用(万元),职工人数\n甲公司,${CODE},90,80\n`,
)
const bad = folder.write('bad.csv', '企业名称,职工总数\n=cmd|calc,八十\n乙公司,5\n')

test('a table that is understood is told column by column', async () => {
  const { code, printed, complained } = await run('import', good)
  expect(complained).toBe('')
  expect(code).toBe(0)
  expect(printed).toContain('1 行 rows, 4 列 columns')
  expect(printed).toContain('2025年研发费用(万元) → 研发费用（2025，万元）')
  expect(printed).toContain('按常用名称识别')
})

test('--json prints columns, rows, questions and errors', async () => {
  const { code, printed } = await run('import', good, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({
    columns: [
      { means: 'name' },
      { means: 'credit-code' },
      { means: '研发费用', year: 2025 },
      { guessed: true },
    ],
    rows: [
      {
        id: CODE,
        name: '甲公司',
        audience: 'enterprise',
        facts: { '研发费用@2025': '90 万元', 职工总数: '80 人' },
      },
    ],
    questions: [],
    errors: [],
  })
})

test('--facts writes one file a subject, which evaluate reads', async () => {
  const { code } = await run('import', good, '--facts', folder.path('facts'))
  expect(code).toBe(0)
  const [name = ''] = readdirSync(folder.path('facts'))
  const file = `${folder.path('facts')}/${name}`
  expect((await run('evaluate', '--facts', file, '--programme', 'cn.tech-sme')).code).toBe(0)
})

test('--errors writes what could not be read, and nothing of it runs in a spreadsheet', async () => {
  const { code, complained } = await run('import', bad, '--errors', folder.path('errors.csv'))
  expect(code).toBe(1)
  expect(complained).toContain('第 2 行 row 2, 职工总数')
  const text = readFileSync(folder.path('errors.csv'), 'utf8')
  expect(text).toMatch(/^\uFEFF"行 row"/)
  expect(text).toContain('"2","职工总数"')
})

test('an open question is told with its choices', async () => {
  const file = folder.write('unit.csv', '企业名称,研发费用\n甲公司,90\n')
  const { code, complained } = await run('import', file)
  expect(code).toBe(1)
  expect(complained).toContain('“研发费用”没有写单位')
  expect(complained).toContain('万元')
})

describe('refused', () => {
  test.each([
    ['a file that is not there', () => folder.path('none.csv'), 'cannot be read'],
    ['an empty file', () => folder.write('empty.csv', ''), '文件里没有数据'],
    ['a header alone', () => folder.write('header.csv', '企业名称,职工总数\n'), '表头下面没有数据'],
    ['an old workbook', () => folder.write('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')), '.xls'],
    ['a cut workbook', () => folder.write('cut.xlsx', 'PK\u0003\u0004…'), '文件已损坏'],
    ['a PDF', () => folder.write('a.csv', '%PDF-1.7'), 'not a table'],
  ])('%s', async (_, file, said) => {
    const { code, complained, printed } = await run('import', file())
    expect(code).toBe(1)
    expect(printed).toBe('')
    expect(complained).toContain(said)
    const json = await run('import', file(), '--json')
    expect(JSON.parse(json.complained)).toMatchObject({ error: expect.stringContaining(said) })
  })
  test('a folder that cannot be written', async () => {
    for (const flag of ['--facts', '--errors']) {
      const { code, complained } = await run('import', good, flag, `${good}/below`)
      expect(code).toBe(1)
      expect(complained).toContain('cannot be written')
    }
  })
  test.each([[[]], [['a.csv', 'b.csv']]])('%j is wrong usage', async (args) => {
    expect((await run('import', ...args)).code).toBe(2)
  })
})
