import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
const data = mkdtempSync(join(tmpdir(), 'kehui-portrait-'))
const before = { ...process.env }
const NAMED = '画像样例科技有限公司（示例）'

beforeAll(async () => {
  process.env['KEHUI_DATA'] = data
  process.env['KEHUI_DEMO'] = 'off'
  const table = folder.write(
    'companies.csv',
    `企业名称,注册地\n${NAMED},贵阳市\n画像样例二科技有限公司（示例）,贵阳市\n`,
  )
  const { code, complained } = await run('import', table, '--kind', 'enterprise')
  if (code !== 0) throw new Error(complained)
}, 60_000)
afterAll(() => {
  process.env = before
  rmSync(data, { recursive: true, force: true })
  folder.remove()
})

const REGION = ['--region', 'national'] as const

test.each([
  [['portrait', '--region', 'demo'], 'give one company'],
  [['portrait', NAMED], 'give --region PACK'],
  [['portrait', NAMED, '--region', 'demo', '--lang', 'fr'], '--lang is zh or en'],
  [['portrait', NAMED, '--region', 'demo', '--out', 'report.odt'], '--out ends in .pdf'],
])('%j is refused before anything is opened', async (args, message) => {
  const { code, complained } = await run(...args)
  expect(code).toBe(2)
  expect(complained).toContain(message)
})

test('a company on one page as text, as JSON, and as a file', async () => {
  const text = await run('portrait', NAMED, ...REGION)
  expect(text.code, text.complained).toBe(0)
  expect(text.printed.split('\n').slice(0, 2)).toEqual([NAMED, '企业发展报告'])
  const json = JSON.parse((await run('portrait', NAMED, ...REGION, '--json')).printed)
  expect(json).toMatchObject({ subject: { name: NAMED }, completeness: { percent: expect.any(Number) } })
  const path = folder.path('report.docx')
  expect((await run('portrait', json.subject.id, ...REGION, '--out', path, '--lang', 'en')).code).toBe(0)
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
}, 60_000)

test('what names none or several is refused with what there is', async () => {
  const none = await run('portrait', '没有这家公司', ...REGION)
  expect([none.code, none.complained]).toEqual([1, expect.stringContaining('is not in the registry')])
  const several = await run('portrait', '画像样例', ...REGION)
  expect(several.code).toBe(1)
  expect(several.complained).toContain(NAMED)
  const elsewhere = await run('portrait', NAMED, '--region', 'demo', '--json')
  expect(elsewhere.code).toBe(1)
  expect(JSON.parse(elsewhere.complained.split('\n').at(-1) ?? '')).toMatchObject({
    error: expect.stringContaining('“demo”'),
  })
}, 60_000)
