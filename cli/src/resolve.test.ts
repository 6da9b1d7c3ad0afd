import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const lines = (...records: unknown[]) => records.map((r) => JSON.stringify(r)).join('\n')
const RIGHT = folder.write(
  'right.jsonl',
  lines(
    { id: 'a', name: '江苏样禾新材料股份有限公司', city: '无锡' },
    { id: 'b', name: '浙江样禾电子有限公司', city: '杭州' },
    { id: 'c', name: '张样例', organisation: '云川样例大学' },
    { id: 'd', name: '一种样例控制器的设计方法：理论与实践' },
  ),
)

interface Answer {
  readonly id: unknown
  readonly candidates: { id: unknown; score: number; band: string; reasons: { text: string }[] }[]
}

async function resolved(left: string, ...more: string[]) {
  const found = await run('resolve', '--left', left, '--right', RIGHT, '--json', ...more)
  return { ...found, answer: JSON.parse(found.printed) as Answer[] }
}

test('candidates of each left record, best first, with reasons', async () => {
  const left = folder.write(
    'left.jsonl',
    lines(
      { id: 1, name: '样禾新材' },
      { id: 2, name: '張樣例', organisation: '云川样例大学' },
      { id: 3, name: '一种样例控制器的设计方法 理论与实践' },
      { id: 4, name: '' },
    ),
  )
  const { code, answer } = await resolved(left, '--lang', 'en')
  expect(code).toBe(0)
  expect(answer.map((a) => [a.id, a.candidates[0]?.id, a.candidates[0]?.band])).toEqual([
    [1, 'a', 'review'],
    [2, 'c', 'same'],
    [3, 'd', 'same'],
    [4, undefined, undefined],
  ])
  expect(answer[0]?.candidates[0]?.reasons[0]?.text).toBe(
    'one is short for the other: 样禾新材 / 江苏样禾新材料股份有限公司',
  )
  for (const { candidates } of answer)
    expect(candidates.map((c) => c.score)).toEqual(candidates.map((c) => c.score).sort((x, y) => y - x))
})

test('as text, one candidate a line', async () => {
  const left = folder.write('left.jsonl', lines({ id: 'x', name: '样禾新材' }, { id: 'y', name: '' }))
  const { code, printed } = await run('resolve', '--left', left, '--right', RIGHT, '--top', '1')
  expect(code).toBe(0)
  expect(printed).toMatch(/^x\t0\.8\d\d 待核\ta\t一处是另一处的简称：样禾新材/)
  expect(printed).toMatch(/y\t没有可比较的内容$/)
})

describe('hostile files', () => {
  test('lines that cannot be read are named, the others are compared', async () => {
    const left = folder.write(
      'hostile.jsonl',
      [
        '{"id": 1, "name": "样禾新材"}',
        '',
        'not json',
        '[]',
        '{"name": "样禾"}',
        '{"id": 2, "id": 3}',
        '{"id": 4, "place": {"city": "无锡"}}',
        JSON.stringify({ id: 5, name: '样'.repeat(10 * 1024 * 1024) }),
        '{"id": 6, "name": "🙂🙃"}',
        '{"id": 1, "name": "样禾新材"}',
      ].join('\n'),
    )
    const { code, answer, complained } = await resolved(left, '--lang', 'en')
    expect(code).toBe(1)
    expect(answer.map((a) => a.id)).toEqual([1, 6, 1])
    expect(complained.length).toBeLessThan(4000)
    for (const said of [
      /line 3: is not JSON/,
      /line 4: should be an object/,
      /line 5: .id. has no id/,
      /line 6: .id. is given twice/,
      /line 7: .place. holds an object/,
      /line 8: .name. is 10485760 characters long; at most 1000/,
      /1 row has the id of an earlier row \(id .1. in lines 1 and 10\)/,
    ])
      expect(complained).toMatch(said)
  })

  test('a file that is not there, not UTF-8 or empty', async () => {
    const empty = folder.write('empty.jsonl', '')
    expect((await resolved(empty)).answer).toEqual([])
    const latin = folder.write('latin.jsonl', new Uint8Array([0x7b, 0xff, 0x7d]))
    expect((await resolved(latin)).complained).toMatch(/line 1: is not in UTF-8/)
    const missing = await run('resolve', '--left', folder.path('none.jsonl'), '--right', RIGHT)
    expect(missing.code).toBe(1)
    expect(missing.complained).toMatch(/none\.jsonl. cannot be read/)
  })
})

test.each([
  [['--left', RIGHT], /give --left FILE and --right FILE/],
  [['--left', '-', '--right', '-'], /only one of the files/],
  [['--left', RIGHT, '--right', RIGHT, '--top', '0'], /--top is a number from 1 to 100/],
  [['--left', RIGHT, '--right', RIGHT, '--names', 'cat'], /--names is organisation, person, work/],
  [['--left', RIGHT, '--right', RIGHT, '--lang', 'fr'], /--lang is zh or en/],
])('wrong usage: %s', async (args, said) => {
  const { code, complained } = await run('resolve', ...args)
  expect(code).toBe(2)
  expect(complained).toMatch(said)
})
