import { mkdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

function pack(id: string, programme: string): string {
  mkdirSync(folder.path(`${id}/programmes`), { recursive: true })
  folder.write(`${id}/pack.yaml`, `id: ${id}\ntitle: {zh: 试, en: Trial}\nlevel: 市\nextends: national\n`)
  folder.write(`${id}/programmes/one.yaml`, programme)
  return folder.path(id)
}

test('a shipped pack is checked with its examples and thresholds', async () => {
  const { code, printed, complained } = await run('check', 'demo')
  expect(complained).toBe('')
  expect(code).toBe(0)
  expect(printed).toMatch(/\d+ 项政策 programmes, \d+ 个算例 examples, \d+ 个门槛 thresholds: 全部通过/)
})

test('--json counts the same', async () => {
  const { code, printed } = await run('check', 'demo', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ ok: true, failures: [], uncovered: [], diagnostics: [] })
})

test('several packs are checked together', async () => {
  const one = JSON.parse((await run('check', 'guizhou', '--json')).printed) as { programmes: number }
  const both = JSON.parse((await run('check', 'guizhou', 'nanjing', '--json')).printed) as {
    programmes: number
  }
  expect(both.programmes).toBeGreaterThan(one.programmes)
})

test('an unknown pack is refused, with those that there are', async () => {
  const { code, complained } = await run('check', 'atlantis')
  expect(code).toBe(1)
  expect(complained).toContain('“atlantis” is no pack')
  expect(complained).toContain('demo')
  const json = await run('check', 'atlantis', '--json')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.printed)).toMatchObject({ ok: false })
})

test('an error in a file is told by file, line and column, and nothing is loaded', async () => {
  const path = pack('broken', 'id: broken.one\nnonsense: 1\n')
  const { code, complained } = await run('check', path)
  expect(code).toBe(1)
  expect(complained).toMatch(/one\.yaml:\d+:\d+ /)
  expect(complained).toContain('nothing was loaded')
  const json = await run('check', path, '--json')
  expect(json.code).toBe(1)
  const report = JSON.parse(json.printed) as { ok: boolean; diagnostics: { line: number }[] }
  expect(report.ok).toBe(false)
  expect(report.diagnostics[0]?.line).toBeGreaterThan(0)
})
