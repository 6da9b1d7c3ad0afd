import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AskedForVectors {
  readonly line: string
  readonly authorization: string | undefined
  readonly model: string
  readonly input: readonly string[]
}

export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** An object goes as JSON, a string as it is; nothing at all never comes. */
  readonly body?: object | string
}

/** An endpoint of embeddings on this machine, which keeps what it was asked. */
export async function testEndpoint(reply: (asked: AskedForVectors, times: number) => Reply) {
  const asked: AskedForVectors[] = []
  const server = createServer(async (request, response) => {
    const { model, input } = JSON.parse(await bodyOf(request))
    const { authorization } = request.headers
    const one = { line: `${request.method} ${request.url}`, authorization, model, input }
    asked.push(one)
    const { status = 200, headers = {}, body } = reply(one, asked.length)
    if (body === undefined) return
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    url: `http://127.0.0.1:${port}/v1`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request) body += part
  return body
}

/** As such an endpoint answers: a vector for each text, in whatever order. */
export function vectors(input: readonly string[], of: (text: string) => readonly number[]): Reply {
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: of(text) }))
  return { body: { object: 'list', data: data.toReversed(), model: 'test' } }
}

/** A number for each group of words that mean the same: how often one of them stands in a text. */
export function countingGroups(groups: readonly (readonly string[])[]): (text: string) => number[] {
  return (text) => [
    ...groups.map((words) => words.reduce((sum, word) => sum + text.split(word).length - 1, 0)),
    0.01,
  ]
}
