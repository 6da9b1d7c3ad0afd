import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipOf } from '../../imports/testing-workbook.js'
import { type TestRegistry, testRegistry } from './testing-imports.js'

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry()
})
afterAll(() => at.end())

const products = { kind: 'product', source: { name: '图谱' }, columns: { 名称: 'name' } }

test.each<[string, string | Buffer, string]>([
  ['an empty file', ' \n', 'imports.empty'],
  ['a web page', '<!doctype html><html></html>', 'imports.web-page'],
  ['bytes of no text', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a, 0x80, 0x81]), 'imports.encoding'],
  ['a JSON array of numbers', '[1, 2, 3]', 'imports.json'],
  [
    'a zip bomb',
    zipOf({ 'xl/workbook.xml': '0'.repeat(1000) }, { unpacked: 3_000_000_000 }),
    'imports.unpacked-too-large',
  ],
])('%s is refused when it is uploaded', async (_, content, code) => {
  const answer = await at.app.inject({
    method: 'POST',
    url: '/api/v1/resource-imports',
    headers: { 'x-kehui-role': 'clerk', 'x-file-name': 'a', 'content-type': 'application/octet-stream' },
    payload: content,
  })
  expect(answer.json()).toMatchObject({ error: { code } })
})

test('cells that a spreadsheet would run are kept as they are and made harmless where they are written', async () => {
  const { id, created } = await at.load('名称,编码\n=1+1,\n"+cmd|calc",\n,=2\n', products)
  expect(created).toBe(2)
  for (const path of ['/resources.csv?kind=product', `/resource-imports/${id}/errors.csv`]) {
    const { body } = await at.app.inject({ url: `/api/v1${path}`, headers: { 'x-kehui-role': 'clerk' } })
    expect(body).not.toMatch(/(^|[,"\n])[=+@]/)
  }
})

test('a body that is a file is not looked through as if it were text', async () => {
  const begun = performance.now()
  await at.load(`名称\n${'x'.repeat(100)}\n`.repeat(10), products)
  expect(performance.now() - begun).toBeLessThan(20_000)
})
