import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run, temporaryFolder } from './testing.js'

const GROUPS = [
  ['叶霉病', '植株长斑'],
  ['离心泵', '抽水'],
]
let broken = false
const keys: (string | undefined)[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  keys.push(request.headers.authorization)
  if (broken) return response.writeHead(403).end('no')
  const { input } = JSON.parse(body) as { input: string[] }
  const data = input.map((text, index) => ({
    index,
    embedding: [...GROUPS.map((words) => (words.some((word) => text.includes(word)) ? 1 : 0)), 0.1],
  }))
  return response.writeHead(200).end(JSON.stringify({ data }))
})
const folder = temporaryFolder()
let address = ''
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => {
  server.close()
  folder.remove()
})

const lines = (...values: unknown[]) => `${values.map((v) => JSON.stringify(v)).join('\n')}\n`
const corpus = folder.write(
  'corpus.jsonl',
  lines({ id: 1, title: '番茄叶霉病防治', text: '生物农药' }, { id: 'pump', text: '离心泵振动' }),
)
const queries = folder.write('queries.jsonl', lines('植株长斑', '离心泵', '。'))
const match = (...more: string[]) =>
  run('match', '--corpus', corpus, '--queries', queries, '--pack', 'demo', ...more)

test('what has no word in common is found by meaning, and says so; without it nothing is asked', async () => {
  expect(JSON.parse((await match('--json')).printed)[0].hits).toEqual([])
  expect(keys).toEqual([])
  const { printed } = await match('--json', '--embeddings', address, '--model', 'm')
  const [leaf, pump, nothing] = JSON.parse(printed)
  expect(leaf.hits).toEqual([{ id: 1, score: expect.any(Number), reasons: [], similarity: 1 }])
  expect(pump.hits[0]).toMatchObject({ id: 'pump', reasons: [{ word: '离心泵' }], similarity: 1 })
  expect(nothing.hits).toEqual([])
  expect((await match('--embeddings', address, '--model', 'm', '--k', '1000000')).printed).toContain(
    '1. 1  0.02  意思相近 close in meaning 1.00',
  )
})

test('an endpoint that refuses is told, as are places that are none', async () => {
  broken = true
  const refused = await match('--embeddings', address, '--model', 'm')
  expect([refused.code, refused.printed]).toEqual([1, ''])
  expect(refused.complained).toContain('answered with 403 (no). Correct KEHUI_EMBEDDINGS_KEY')
  broken = false
  expect((await match('--embeddings', address)).complained).toContain('KEHUI_EMBEDDINGS_MODEL is not set')
  const nowhere = await match('--embeddings', folder.path('nowhere'))
  expect(nowhere.code).toBe(1)
  expect(nowhere.complained).toContain('has no tokenizer.json')
  expect((await match('--embeddings', '')).code).toBe(1)
  expect((await match('--model', 'm')).code).toBe(2)
})
