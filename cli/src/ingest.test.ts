import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const REPORT = `贵州遵义：科技特派员“六送”到田间

2023年，全市选派科技特派员312名，服务行政村88个；争取省级科技项目6个，获资金支持450.5万元，同比增长12.5%。
`
const report = folder.write('report.txt', REPORT)

test('--json prints one object a file in the form that scorers read', async () => {
  const { code, printed, complained } = await run('ingest', report, '--json')
  expect(complained).toBe('')
  expect(code).toBe(0)
  const read = JSON.parse(printed)
  expect(Object.keys(read)).toEqual(['file', 'articles', 'facts'])
  expect(read.articles).toEqual([
    {
      title: '贵州遵义：科技特派员“六送”到田间',
      start: 0,
      end: [...REPORT].length - 1,
      region: { province: '贵州省', city: '遵义市' },
      measures: [],
    },
  ])
  expect(read.facts[0]).toEqual({
    valueStart: 34,
    valueEnd: 38,
    value: 312,
    unit: '人',
    kind: 'count',
    subject: '选派科技特派员人数',
    region: { province: '贵州省', city: '遵义市' },
    period: '2023',
    comparison: null,
    organisation: null,
    article: '贵州遵义：科技特派员“六送”到田间',
  })
  expect(read.facts.map((f: { value: number; unit: string }) => [f.value, f.unit])).toEqual([
    [312, '人'],
    [88, '个'],
    [6, '个'],
    [4505000, '元'],
    [12.5, '%'],
  ])
})

test('without --json the articles and their figures are told', async () => {
  const { printed } = await run('ingest', report)
  expect(printed).toContain('1 篇 articles, 5 个数字 figures')
  expect(printed).toContain('450.5万元')
})

describe('a file that cannot be read is told with its reason, and the others go on', () => {
  test('in a batch', async () => {
    const binary = folder.write(
      'program.bin',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 97) % 256),
    )
    const empty = folder.write('empty.txt', '\n \n')
    const { code, printed, complained } = await run(
      'ingest',
      binary,
      empty,
      folder.path('none.txt'),
      report,
      '--json',
    )
    expect(code).toBe(1)
    const lines = printed.split('\n').map((line) => JSON.parse(line))
    expect(lines.map((line) => 'error' in line)).toEqual([true, true, true, false])
    expect(complained).toContain('program.bin')
    expect(complained).toContain('holds no text')
    expect(complained).toContain('cannot be opened')
  })

  test('no file given is wrong usage', async () => {
    expect((await run('ingest')).code).toBe(2)
  })
})

test('--texts writes what the places count in', async () => {
  const page = folder.write(
    'page.html',
    `<html><body><h1>贵州遵义：示例</h1><p>建成孵化器<b>12</b>家。</p></body></html>`,
  )
  const { printed } = await run('ingest', page, '--json', '--texts', folder.path('texts'))
  const { facts } = JSON.parse(printed)
  const text = [...readFileSync(`${folder.path('texts')}/page.html.txt`, 'utf8')]
  expect(text.slice(facts[0].valueStart, facts[0].valueEnd).join('')).toBe('12家')
})
