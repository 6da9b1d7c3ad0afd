import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'

type Operation = {
  parameters?: { in: string; name: string }[]
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}
const written = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')
const paths: Record<string, Record<string, Operation>> = JSON.parse(written).paths
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)

const TEXTS = ['', "' OR 1=1 --", '../../etc/passwd', '\0', '__proto__', 'toString', '👾', 'a'.repeat(250)]
const DATES = ['2025-13-45', '0000-00-00', '2026-02-30', '9999-12-31']
const NUMBERS = ['-1', '1e9', 'NaN', '99999999999999999999', '00000000-0000-0000-0000-000000000000']
const STRANGE = [...TEXTS, ...DATES, ...NUMBERS]
const VALUES = [null, true, -1, 1e308, [], [null], {}, { a: 1 }, ...STRANGE, '9'.repeat(200), '1/0']

const library = loadLibrary()
const reported: unknown[] = []
let db: TestDatabase
let app: App
let subject: string

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, report: (error) => reported.push(error) })
  const made = await send('POST', '/api/v1/subjects', { name: '甲公司', audience: 'enterprise' })
  subject = made.json().id
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

async function send(method: string, url: string, payload?: unknown) {
  const headers: Record<string, string> = {
    host: 'localhost',
    'x-kehui-role': 'clerk',
    'x-kehui-name': 'tester',
  }
  if (payload === undefined) return app.inject({ method: method as 'GET', url, headers })
  headers['content-type'] = 'application/json'
  return app.inject({ method: method as 'GET', url, headers, payload: JSON.stringify(payload) })
}

/** A success, or a refusal with a code and what to do; never a bug. */
async function holds(method: string, url: string, payload?: unknown): Promise<void> {
  const answer = await send(method, url, payload)
  const what = `${method} ${url} ${JSON.stringify(payload)?.slice(0, 200)}: ${answer.body.slice(0, 200)}`
  expect(answer.statusCode, what).toBeLessThan(500)
  if (answer.statusCode >= 400)
    expect(answer.json(), what).toMatchObject({
      error: { code: expect.any(String), message: expect.any(String), next: expect.any(String) },
    })
}

function addressed(path: string, value: string): string {
  return path.replaceAll(/\{\w+\}/g, encodeURIComponent(value))
}

test.each(operations)('$method $path takes whatever is sent', { timeout: 60_000 }, async (tried) => {
  const { method, path, operation } = tried
  const body = operation.requestBody?.content['application/json']?.schema.properties
  const payload = operation.requestBody ? {} : undefined
  for (const text of STRANGE) await holds(method, addressed(path, text), payload)
  const url = addressed(path, path.includes('subjects') ? subject : 'cn.tech-sme')
  const names = (operation.parameters ?? []).filter((given) => given.in === 'query').map(({ name }) => name)
  for (const name of [...names, 'unknown', '__proto__'])
    for (const text of STRANGE) {
      const query = `${encodeURIComponent(name)}=${encodeURIComponent(text)}`
      await holds(method, `${url}?${query}`, payload)
    }
  if (payload === undefined) return
  for (const value of VALUES) await holds(method, url, value)
  for (const name of [...Object.keys(body ?? {}), '__proto__'])
    for (const value of VALUES) {
      const given = JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`)
      await holds(method, url, given)
      await holds(method, url, { name: '乙公司', audience: 'enterprise', ...given })
    }
  expect(reported).toEqual([])
})
