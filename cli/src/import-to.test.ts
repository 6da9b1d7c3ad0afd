import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
const data = mkdtempSync(join(tmpdir(), 'kehui-import-'))
const before = { ...process.env }

beforeAll(() => {
  process.env['KEHUI_DATA'] = data
  process.env['KEHUI_DEMO'] = 'off'
})
afterAll(() => {
  process.env = before
  rmSync(data, { recursive: true, force: true })
  folder.remove()
})

const mapping = folder.write(
  'products.yaml',
  'kind: product\nsource: {name: 样例来源}\ncolumns: {品名: name, 编码: number}\n',
)

test('a file is read into the registry by its mapping, by a server that is started for it', async () => {
  const table = folder.write('products.csv', '品名,编码\n样例轴承,P-1\n样例机床,P-1\n,\n')
  const errors = folder.path('errors.csv')
  const { code, printed } = await run('import', table, '--mapping', mapping, '--errors', errors, '--json')
  expect(code, printed).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ status: 'committed', rows: 3, created: 1, refused: 2 })
})

test.each([
  ['columns: {品名: name}', /is no mapping/],
  ['kind: product\nsource: {name: 甲}\ncolumns: {品牌: name}', /品牌/],
  ['kind: planet\nsource: {name: 甲}\ncolumns: {品名: name}', /planet/],
])('%s is refused with what is wrong', async (text, reason) => {
  const table = folder.write('products.csv', '品名,编码\n样例轴承,P-1\n')
  const { code, complained } = await run('import', table, '--mapping', folder.write('wrong.yaml', text))
  expect(code).toBe(1)
  expect(complained).toMatch(reason)
})

test('a server that does not answer is named', async () => {
  const table = folder.write('products.csv', '品名\n样例轴承\n')
  const { code, complained } = await run(
    'import',
    table,
    '--mapping',
    mapping,
    '--server',
    'http://127.0.0.1:9',
  )
  expect(code).toBe(1)
  expect(complained).toContain('http://127.0.0.1:9 does not answer')
})
