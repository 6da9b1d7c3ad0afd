import { afterAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const lines = (...values: unknown[]) => `${values.map((v) => JSON.stringify(v)).join('\n')}\n`
const corpus = folder.write(
  'corpus.jsonl',
  lines(
    { id: 'battery', title: '蓄电池健康状态检测装置', text: '在线测量蓄电池组内阻，用于通信基站。' },
    { id: 'pump', text: '离心泵叶轮振动故障诊断' },
    { id: 3, title: null, text: '番茄温室病虫害绿色防控' },
  ),
)
const asked = async (queries: string, ...more: string[]) => {
  const file = folder.write('queries.jsonl', queries)
  const { code, printed, complained } = await run(
    'match',
    '--corpus',
    corpus,
    '--queries',
    file,
    '--json',
    ...more,
  )
  expect(complained).toBe('')
  expect(code).toBe(0)
  return JSON.parse(printed)
}

test('what is closest to each query, with the words and their shares', async () => {
  const [pump, farm] = await asked(
    lines({ query: '水泵抖动' }, { id: 7, text: '西红柿大棚生虫' }),
    '--k',
    '1',
  )
  expect(pump).toMatchObject({ query: '水泵抖动', hits: [{ id: 'pump' }] })
  expect(pump.hits[0].score).toBeGreaterThan(0)
  expect(pump.hits[0].reasons.map((r: { word: string }) => r.word)).toEqual(['抖动', '水泵'])
  expect(farm).toMatchObject({ id: 7, query: '西红柿大棚生虫', hits: [{ id: 3 }] })
})

test('without --json for reading', async () => {
  const queries = folder.write('read.jsonl', lines('蓄电池', '光刻'))
  const { printed } = await run('match', '--corpus', corpus, '--queries', queries)
  expect(printed).toMatch(/【蓄电池】\n {2}1\. battery {2}\d+\.\d\d {2}蓄电池 100%\n【光刻】\n {2}没有相近的/)
})

describe('a query that says nothing is answered with nothing', () => {
  test.each(['', ' ', '的', '。', '😀🎉', "'; DROP TABLE subject; --", '%_', '\\u0000'])(
    '%j',
    async (query) => {
      expect(await asked(lines(query))).toEqual([{ query, hits: [] }])
    },
  )
})

test('a single character, a megabyte and a k of a million are answered', async () => {
  const [one, long] = await asked(lines('泵', '蓄电池检测'.repeat(70_000)), '--k', '1000000')
  expect(one.hits.map((h: { id: string }) => h.id)).toEqual(['pump'])
  expect(long.hits[0].id).toBe('battery')
})

test('an empty corpus and no queries are no mistake', async () => {
  const [empty, none] = [folder.write('empty.jsonl', ''), folder.write('none.jsonl', '\n\n')]
  expect((await run('match', '--corpus', empty, '--queries', none, '--json')).printed).toBe('[]')
})

describe('refused, with the line', () => {
  test.each([
    ['{"id": "a", "text": "x"}\n{"id"', 'line 2: is not JSON'],
    ['{"id": "a", "text": "x"}\n\n{"id": "a", "text": "y"}', 'line 3: “a” is the id of line 1 already'],
    ['{"id": "a"}', 'line 1: “text” is missing'],
    ['{"text": "a"}', 'line 1: “id” is a text or a number'],
    ['["a"]', 'line 1: write {"id", "title"?, "text"}'],
    ['{"id": "a", "title": 3, "text": "x"}', '“title” is no text'],
  ])('%j', async (text, said) => {
    const bad = folder.write('bad.jsonl', text)
    const queries = folder.write('one.jsonl', lines('泵'))
    const { code, printed, complained } = await run('match', '--corpus', bad, '--queries', queries)
    expect([code, printed]).toEqual([1, ''])
    expect(complained).toContain(said)
    const json = await run('match', '--corpus', bad, '--queries', queries, '--json')
    expect(JSON.parse(json.complained).error).toContain(said)
  })

  test('queries as well, a file that is not there, and one that is not UTF-8', async () => {
    const bad = folder.write('bad.jsonl', '{"id": 1}\n')
    expect((await run('match', '--corpus', corpus, '--queries', bad)).complained).toContain(
      '“query” is missing',
    )
    const gone = await run('match', '--corpus', folder.path('gone.jsonl'), '--queries', bad)
    expect(gone.complained).toContain('“query” is missing')
    const queries = folder.write('one.jsonl', lines('泵'))
    const absent = await run('match', '--corpus', folder.path('gone.jsonl'), '--queries', queries)
    expect(absent.complained).toContain('cannot be read')
    const latin = folder.write('latin.jsonl', Uint8Array.of(0x22, 0xb1, 0xc3, 0x22))
    expect((await run('match', '--corpus', latin, '--queries', queries)).complained).toContain('is not UTF-8')
  })
})

test.each([
  [['--queries', 'q']],
  [['--corpus', 'c']],
  [['--corpus', '-', '--queries', '-']],
  [['--corpus', 'c', '--queries', 'q', '--k', '0']],
  [['--corpus', 'c', '--queries', 'q', '--k', '-5']],
  [['--corpus', 'c', '--queries', 'q', '--k', '1.5']],
  [['--corpus', 'c', '--queries', 'q', '--k', 'many']],
  [['--corpus', 'c', '--queries', 'q', 'more']],
])('%j is wrong usage', async (args) => {
  expect((await run('match', ...args)).code).toBe(2)
})
