import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { bulk } from './bulk.js'
import { connection } from './connection.js'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

interface Asked {
  readonly line: string
  readonly authorization: string | undefined
  readonly body: string
}

/** An endpoint that answers in turn, as a node does, and keeps what it was asked. */
async function answering(...answers: [number, object][]) {
  const asked: Asked[] = []
  server = createServer(async (request, response) => {
    const { authorization } = request.headers
    asked.push({ line: `${request.method} ${request.url}`, authorization, body: await bodyOf(request) })
    const [status, body] = answers[Math.min(asked.length, answers.length) - 1] ?? [500, {}]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { asked, to: connection(`http://kehui:s%40cret@127.0.0.1:${port}`) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) body += part
  return body
}

const ITEMS = [
  { id: 'a', source: { words: '激光' } },
  { id: 'b', source: null },
]
const result = (a: object, b: object) => ({ errors: true, items: [{ index: a }, { delete: b }] })

test('documents are sent as lines, under the name and password of the address', async () => {
  const { asked, to } = await answering([200, result({ status: 201 }, { status: 404 })])
  await bulk(to, 'kehui', ITEMS)
  expect(asked).toEqual([
    {
      line: 'POST /kehui/_bulk',
      authorization: `Basic ${Buffer.from('kehui:s@cret').toString('base64')}`,
      body: '{"index":{"_id":"a"}}\n{"words":"激光"}\n{"delete":{"_id":"b"}}\n',
    },
  ])
})

test('what a busy node had no room for is sent again, and that alone', async () => {
  const { asked, to } = await answering(
    [429, {}],
    [200, result({ status: 429 }, { status: 200 })],
    [200, { items: [{ index: { status: 201 } }] }],
  )
  await bulk(to, 'kehui', ITEMS)
  expect(asked.map(({ body }) => body.split('\n').length - 1)).toEqual([3, 3, 2])
})

test('a document that was refused is told with the reason', async () => {
  const refused = { status: 400, error: { type: 'mapper_parsing_exception', reason: 'failed to parse' } }
  const { to } = await answering([200, result(refused, { status: 200 })])
  await expect(bulk(to, 'kehui', ITEMS)).rejects.toThrow('refused the document a: failed to parse')
})

test('an index that is gone is told', async () => {
  const { to } = await answering([404, {}])
  await expect(bulk(to, 'kehui', ITEMS)).rejects.toThrow('is gone')
})

test('a refusal is told with what was asked, and without the password', async () => {
  const { to } = await answering([401, { error: 'no' }])
  const told = await to.send('GET', '/kehui').catch(String)
  expect(told).toMatch(/GET \/kehui with 401: .*no/)
  expect(told).not.toContain('cret')
})

test('where nobody listens, the error says what to do', async () => {
  const { to } = await answering()
  await new Promise((closed) => server?.close(closed))
  await expect(to.send('GET', '/')).rejects.toThrow(/cannot be reached .*KEHUI_OPENSEARCH_URL/)
})
