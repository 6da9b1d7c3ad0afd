import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { loadPacks } from '@kehui/domain/packs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from './app.js'
import { type TestDatabase, testDatabase } from './database/testing.js'
import { temporaryFolder } from './testing-process.js'

const PACK = `id: national
title: {zh: 国家, en: National}
level: 国家
applies: 国家
department: {name: {zh: 科技部, en: Ministry of Science and Technology}}
sample: false
`
const loaded = loadPacks([{ path: 'national/pack.yaml', text: PACK }])
let db: TestDatabase
let app: App
const pages = temporaryFolder()
const reported: unknown[] = []

beforeAll(async () => {
  db = await testDatabase()
  mkdirSync(join(pages.path, 'assets'))
  writeFileSync(join(pages.path, 'index.html'), '<!doctype html><title>Kehui</title>')
  writeFileSync(join(pages.path, 'assets', 'main-1a2b.js'), 'console.log(1)')
  writeFileSync(join(pages.path, 'assets', 'main-1a2b.js.gz'), gzipSync('console.log(1)'))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  app = await buildApp({
    pool: db.pool,
    library: loaded.library,
    pages: pages.path,
    hostNames: ['kehui.example'],
    report: (error) => reported.push(error),
  })
  app.get('/broken', () => {
    throw new Error('a secret detail')
  })
})

afterAll(async () => {
  await app.close()
  await db.drop()
  pages.remove()
})

test('health', async () => {
  const answer = await app.inject({ url: '/api/v1/health' })
  expect(answer.json()).toMatchObject({ status: 'ok', demo: true })
  expect(answer.headers['cache-control']).toBe('no-store')
})

test.each([
  ['localhost:8080', 200],
  ['127.0.0.1', 200],
  ['[::1]:8080', 200],
  ['192.168.3.4:8080', 200],
  ['kehui.example', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
])('host %s: %i', async (host, status) => {
  const answer = await app.inject({ url: '/api/v1/health', headers: { host } })
  expect(answer.statusCode).toBe(status)
})

test.each([
  [{ origin: 'http://localhost:8080' }, 404],
  [{}, 404],
  [{ origin: 'http://localhost:9090' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
])('a POST with %o: %i', async (headers, status) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/none',
    headers: { host: 'localhost:8080', ...headers },
  })
  expect(answer.statusCode).toBe(status)
})

test('errors say what was wrong and what to do, in the language asked for', async () => {
  const english = await app.inject({ url: '/api/v1/none', headers: { 'accept-language': 'en-GB,zh;q=0.5' } })
  expect(english.json()).toEqual({
    error: {
      code: 'route.not-found',
      message: 'There is nothing at this address.',
      next: 'Check the address, or start again from the first page.',
    },
  })
  const chinese = await app.inject({ url: '/api/v1/none?lang=zh', headers: { 'accept-language': 'en' } })
  expect(chinese.json().error.message).toBe('没有这个地址。')
})

test.each([
  ['/api/v1/subjects/%ED%A0%80', 400, 'request.address'],
  ['/api/v1/subjects?q=%00', 400, 'request.characters'],
])('%s is refused with a code', async (url, status, code) => {
  const answer = await app.inject({ url })
  expect(answer.statusCode).toBe(status)
  expect(answer.json().error.code).toBe(code)
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test.each([
  ['{"name": "a\\u0000b", "audience": "enterprise"}', 'body/name'],
  ['{"name": "a\\ud800b", "audience": "enterprise"}', 'body/name'],
  ['{"facts": {"a\\u0000": 1}}', 'body/facts'],
  [`${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`, 'body/0/0'],
])('a character that cannot be stored is refused, however deep', async (payload, where) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/subjects', headers, payload })
  expect(answer.json().error.code).toBe('request.characters')
  expect(answer.json().error.details.where).toContain(where)
})

test('what is too long for HTTP, or none, is answered with a code all the same', async () => {
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const long = await fetch(`${address}/${'a'.repeat(20_000)}`)
  expect(long.status).toBe(431)
  expect((await long.json()).error.code).toBe('request.head-too-large')
})

test('a bug is reported and told without its detail', async () => {
  const answer = await app.inject({ url: '/broken' })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('secret')
  expect(answer.json().error.details.reference).toMatch(/^[0-9a-f]{8}$/)
  expect(reported).toHaveLength(1)
})

test('an address without a file is a page; a missing asset or API address is not', async () => {
  const accept = 'text/html,*/*'
  const page = await app.inject({ url: '/companies/1', headers: { accept } })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('<title>Kehui</title>')
  expect(page.headers['cache-control']).toBe('no-cache')
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  for (const url of ['/assets/gone.js', '/api/v1/gone', '/api/gone']) {
    expect((await app.inject({ url, headers: { accept } })).statusCode).toBe(404)
  }
  expect((await app.inject({ url: '/companies/1' })).statusCode).toBe(404)
})

test('assets are sent compressed and kept for good', async () => {
  const answer = await app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

test.each(['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2fpackage.json', '/%00'])(
  '%s leads nowhere',
  async (url) => {
    const answer = await app.inject({ url })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain('kehui"')
  },
)
