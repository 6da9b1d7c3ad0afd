import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeOpenApi } from './openapi.js'

const written = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')

test('docs/openapi.json describes the API as it is; npm run openapi writes it anew', async () => {
  expect(JSON.parse(await describeOpenApi())).toEqual(JSON.parse(written))
})

test('every route says what it is for and what it answers', () => {
  const paths: Record<string, Record<string, { summary?: string; responses?: object }>> = JSON.parse(
    written,
  ).paths
  const bare = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { summary, responses }]) => !summary || Object.keys(responses ?? {}).length === 0)
      .map(([method]) => `${method} ${path}`),
  )
  expect(bare).toEqual([])
})
