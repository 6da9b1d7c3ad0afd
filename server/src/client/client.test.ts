import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import { ApiError, type Client, createClient } from './index.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let baseUrl: string
let client: Client

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, now: () => new Date('2026-11-24T04:00:00Z') })
  baseUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  client = createClient({ baseUrl, role: () => 'service-team', lang: () => 'zh' })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

test('the library: regions, dictionaries, programmes', async () => {
  expect((await client.health()).status).toBe('ok')
  const regions = await client.regions({ lang: 'en' })
  expect(regions.find(({ id }) => id === 'demo')).toMatchObject({ sample: true, level: '市' })
  expect((await client.facts()).length).toBeGreaterThan(50)
  expect((await client.records()).length).toBeGreaterThan(0)
  const found = await client.programmes({ region: 'demo', q: undefined, page: 1 })
  expect(found.items.every(({ pack }) => pack === 'demo')).toBe(true)
  const [first] = found.items
  expect((await client.programme(first?.id ?? '')).title).toBe(first?.title)
})

test('a company from its entry to its package, with an answer taken back', async () => {
  const made = await client.createSubject({ name: '客户端公司', audience: 'enterprise', place: '云麓区' })
  expect((await client.subjects({ q: '客户端', audience: 'enterprise' })).items).toMatchObject([
    { id: made.id },
  ])
  const before = await client.package(made.id)
  const [question] = before.questions.filter(({ type }) => type === 'yes-no')
  if (!question) throw new Error('an unknown company is asked something')
  const tried = await client.tryPackage(made.id, {
    lang: 'en',
    facts: { [question.key]: '是' },
    readings: {},
  })
  expect(tried.questions.map(({ key }) => key)).not.toContain(question.key)
  const saved = await client.saveFacts(made.id, { facts: { [question.key]: '是' } })
  const after = await client.package(made.id, { lang: 'en', readings: {} })
  expect(after.needs.map((e) => e.programme)).toEqual(tried.needs.map((e) => e.programme))
  expect(await client.retractFacts(made.id, saved.undo)).toEqual({ retracted: 1 })
  expect(await client.package(made.id)).toEqual(before)
  const [entry] = before.needs
  expect(await client.packageEntry(made.id, entry?.programme ?? '')).toEqual(entry)
  expect(await client.setPacks(made.id, { packs: ['wuhan'] })).toEqual({ packs: ['wuhan'] })
  expect((await client.subject(made.id)).packs).toEqual(['wuhan'])
  expect((await client.subjectFacts(made.id)).rows.length).toBeGreaterThan(0)
})

test('a table is uploaded, confirmed and taken back', async () => {
  const file = new File(['企业名称,研发费用（万元）\n导入科技有限公司,120\n'], '企业 表.csv')
  const preview = await client.upload(file)
  expect(preview).toMatchObject({ fileName: '企业 表.csv', rowCount: 1, status: 'preview' })
  const answers = Object.fromEntries(
    preview.questions.map(({ id, options }) => [id, options[0]?.value ?? '']),
  )
  await client.mapImport(preview.id, { answers })
  expect(await client.commitImport(preview.id)).toMatchObject({ status: 'committed', result: { created: 1 } })
  expect((await client.imports()).items).toMatchObject([{ id: preview.id, status: 'committed' }])
  expect((await client.undoImport(preview.id)).status).toBe('undone')
  expect((await client.import(preview.id)).status).toBe('undone')
})

test('a refusal is told in the words of the server', async () => {
  const refused = client.subject('00000000-0000-4000-8000-000000000000')
  await expect(refused).rejects.toBeInstanceOf(ApiError)
  await expect(refused).rejects.toMatchObject({
    code: 'subject.not-found',
    status: 404,
    message: '没有这个主体。',
    next: '从搜索结果中选择。',
  })
})

test('what is no answer of the server is told by its status', async () => {
  const away = createClient({
    role: () => 'manager',
    lang: () => 'en',
    fetch: async () => new Response('<html>', { status: 502 }),
  })
  await expect(away.health()).rejects.toMatchObject({ code: 'request.failed', status: 502, next: '' })
})
