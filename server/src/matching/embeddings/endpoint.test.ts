import { afterEach, expect, test } from 'vitest'
import { endpointEmbedder } from './endpoint.js'
import { type AskedForVectors, type Reply, testEndpoint, vectors } from './testing-endpoint.js'

let end = async () => {}
afterEach(() => end())

async function answering(reply: (asked: AskedForVectors, times: number) => Reply) {
  const { asked, url, close } = await testEndpoint(reply)
  end = close
  const options = { url, model: 'bge-m3', key: 's3cret', restsMs: [1, 1], longestWaitMs: 300 }
  return { asked, embedder: endpointEmbedder(options), url }
}
const lengths = (text: string) => [text.length, 1]
const told = async (reply: (asked: AskedForVectors, times: number) => Reply) => {
  const { embedder, asked } = await answering(reply)
  const error = await embedder.embed(['激光', '焊接'], 'document').then(String, String)
  await end()
  expect(error).not.toContain('s3cret')
  return { error, times: asked.length }
}

test('texts go as such an endpoint wants them, and come back in their order, of length 1', async () => {
  const { asked, embedder } = await answering(({ input }) => vectors(input, lengths))
  const found = await embedder.embed(['激光', '激光焊接'], 'document')
  expect(asked).toEqual([
    {
      line: 'POST /v1/embeddings',
      authorization: 'Bearer s3cret',
      model: 'bge-m3',
      input: ['激光', '激光焊接'],
    },
  ])
  expect(found.map((vector) => Math.round((vector?.[0] ?? 0) / (vector?.[1] ?? 1)))).toEqual([2, 4])
  expect(Math.hypot(...(found[1] ?? []))).toBeCloseTo(1)
  expect(await embedder.embed([], 'query')).toEqual([])
  expect(asked).toHaveLength(1)
})

test('many texts go in several requests, and fewer in each where the endpoint takes fewer', async () => {
  const { asked, embedder } = await answering(({ input }) =>
    input.length > 10 ? { status: 400, body: { error: 'at most 10' } } : vectors(input, lengths),
  )
  const texts = Array.from({ length: 70 }, (_, i) => '字'.repeat(i + 1))
  const found = await embedder.embed(texts, 'document')
  expect(found.map((vector) => Math.round((vector?.[0] ?? 0) / (vector?.[1] ?? 1)))).toEqual(
    texts.map(({ length }) => length),
  )
  expect(asked.slice(-3).map(({ input }) => input.length)).toEqual([8, 8, 6])
})

test('a text that is refused is sent shorter, and left out where that does not help; the others are not', async () => {
  const { asked, embedder } = await answering(({ input }) =>
    input.some((text) => text.length > 500 || text.includes('坏'))
      ? { status: 413, body: {} }
      : vectors(input, lengths),
  )
  const found = await embedder.embed(['甲', '长'.repeat(900), '坏', '乙'], 'document')
  expect(found.map((vector) => vector !== null)).toEqual([true, true, false, true])
  expect(asked.at(-1)?.input.length).toBeLessThan(500)
  asked.length = 0
  await embedder.embed(['甲', '乙', '丙', '丁'], 'document')
  expect(asked.map(({ input }) => input.length)).toEqual([4])
})

test('a busy endpoint is asked again, after as long as it says', async () => {
  const began = performance.now()
  const { asked, embedder } = await answering(({ input }, times) => {
    if (times === 1) return { status: 429, headers: { 'retry-after': '0.2' }, body: {} }
    return times === 2 ? { status: 500, body: 'oops' } : vectors(input, lengths)
  })
  expect(await embedder.embed(['激光'], 'query')).toHaveLength(1)
  expect(asked).toHaveLength(3)
  expect(performance.now() - began).toBeGreaterThan(190)
})

test('one that wants to be left alone for longer is; when it may be asked again is kept', async () => {
  const { embedder, asked } = await answering(() => ({
    status: 429,
    headers: { 'retry-after': '120' },
    body: {},
  }))
  await expect(embedder.embed(['激光'], 'query')).rejects.toMatchObject({ retryAfterMs: 120_000 })
  expect(asked).toHaveLength(1)
})

test.each<[string, (asked: AskedForVectors, times: number) => Reply, RegExp, number]>([
  ['500 again and again', () => ({ status: 500, body: 'oops' }), /answered with 500 \(oops\)/, 3],
  [
    'a key that is refused',
    () => ({ status: 401, body: 'bad key s3cret' }),
    /401 \(bad key …\).*KEHUI_EMBEDDINGS_KEY/,
    1,
  ],
  [
    'a way to elsewhere',
    () => ({ status: 307, headers: { location: 'http://elsewhere.invalid/' }, body: {} }),
    /with 307.*to where it leads/,
    1,
  ],
  ['a model that is not there', () => ({ status: 404, body: '' }), /404.*KEHUI_EMBEDDINGS_MODEL/, 1],
  ['what is not JSON', () => ({ body: '<html>' }), /not JSON: <html>/, 1],
  ['null', () => ({ body: 'null' }), /no vectors for 2 texts/, 1],
  ['too few vectors', () => ({ body: { data: [{ index: 0, embedding: [1] }] } }), /1 vectors for 2 texts/, 1],
  [
    'an index twice',
    () => ({
      body: {
        data: [
          { index: 0, embedding: [1] },
          { index: 0, embedding: [1] },
        ],
      },
    }),
    /index 0, of 2/,
    1,
  ],
  [
    'an index of nothing',
    () => ({ body: { data: [{ embedding: [1] }, { index: 9, embedding: [1] }] } }),
    /index undefined/,
    1,
  ],
  ['words for numbers', ({ input }) => vectors(input, () => ['a'] as never), /no list of numbers/, 1],
  [
    'lengths that differ',
    ({ input }) => vectors(input, (text) => (text === '激光' ? [1, 2] : [1])),
    /answered with 2 numbers.*with 1|answered with 1 numbers.*with 2/,
    1,
  ],
  ['nothing at all', () => ({}), /cannot be reached \(no answer in 0.3 s\)/, 1],
])('%s is told', async (_, reply, said, times) => {
  const found = await told(reply)
  expect(found.error).toMatch(said)
  expect(found.times).toBe(times)
})

test('another number of numbers than before is told, and nothing of it is taken', async () => {
  const { embedder } = await answering(({ input }, times) =>
    vectors(input, () => (times === 1 ? [1, 2] : [1, 2, 3])),
  )
  await embedder.embed(['激光'], 'query')
  await expect(embedder.embed(['激光'], 'query')).rejects.toThrow(
    'with 3 numbers where it had answered with 2',
  )
})

test('where nobody listens, the error says what to do', async () => {
  const { embedder } = await answering(() => ({}))
  await end()
  await expect(embedder.embed(['激光'], 'query')).rejects.toThrow(/cannot be reached .*KEHUI_EMBEDDINGS_URL/)
})

test('what is no text, or half a character at the cut, is sent as something that is one', async () => {
  const { asked, embedder } = await answering(({ input }) => vectors(input, lengths))
  await embedder.embed(['', ' ', `${'a'.repeat(1_999)}😀`], 'document')
  expect(asked[0]?.input).toEqual(['-', '-', `${'a'.repeat(1_999)} `])
})
