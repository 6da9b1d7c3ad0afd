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

test('a threshold without its examples is told with what to write', async () => {
  const path = pack(
    'uncovered',
    'id: uncovered.one\ntitle: 试\naudience: enterprise\nmode: 备案\nbenefit: title\nvalid: unknown..\n' +
      'source: {document: 无, verified: none}\nneed: [职工总数 <= 500 人]\n' +
      'examples: [{name: 恰好, on: 2026-06-15, facts: {职工总数: 500 人}, expect: {verdict: no}}]\n',
  )
  const { code, printed } = await run('check', path, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({
    ok: false,
    programmes: 1,
    examples: 1,
    thresholds: 1,
    failures: [{ code: 'example.expectation', line: 9, expected: 'no', suggestion: 'yes' }],
    uncovered: [
      {
        code: 'example.uncovered',
        suggestion: '职工总数: 501 人',
        expected: expect.stringContaining('a unit short'),
      },
    ],
  })
})

test('errors in several items of a score are all told, and the check does not fail itself', async () => {
  const path = pack(
    'score',
    'id: score.one\ntitle: 试\naudience: enterprise\nmode: 评价\nbenefit: title\nvalid: unknown..\n' +
      'source: {document: 无, verified: none}\nneed: [得分 >= 1 分]\npoints:\n' +
      '  人: {of: 职工总树, steps: {1 人: 1 分}}\n  钱: {of: 年销售收入, steps: {1 人: 1 分}}\n  物: {of: 一类知识产权, steps: {1 项: 1 分}}\n',
  )
  const { code, complained } = await run('check', path)
  expect(code).toBe(1)
  expect(complained).toContain('did you mean “职工总数”?')
  expect(complained).toContain('one.yaml:11:')
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

test('a vocabulary that matching could not read is told by file, line and column', async () => {
  const path = pack(
    'worded',
    'id: worded.one\ntitle: 试\naudience: enterprise\nmode: 备案\nbenefit: title\nvalid: unknown..\n' +
      'source: {document: 无, verified: none}\nneed: [居民企业]\n',
  )
  expect((await run('check', path)).complained).not.toContain('vocabulary')
  folder.write('worded/vocabulary.yaml', 'terms: [机器视觉]\nsame:\n  - [无人机]\n')
  const { code, complained } = await run('check', path)
  expect(code).toBe(1)
  expect(complained).toMatch(/vocabulary\.yaml:3:\d+ A group has two words or more/)
  const json = JSON.parse((await run('check', path, '--json')).printed) as { diagnostics: unknown[] }
  expect(json.diagnostics).toMatchObject([{ code: 'vocabulary.alone', line: 3 }])
})
