import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { sampleSubjects } from '../demo/samples.js'
import { loadLibrary } from '../pack-files.js'
import { insertSubjects } from '../registry/store-insert.js'
import type { Entry, Package } from './schema.js'

const TODAY = '2026-11-24'
const library = loadLibrary()
let db: TestDatabase
let app: App
let ids: string[]
let region: number

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  region = await ensureRegion(db.pool, pack)
  const companies = sampleSubjects(library, TODAY)
    .filter((s) => s.audience === 'enterprise')
    .slice(0, 40)
  ids = await insertSubjects(
    db.pool,
    region,
    companies.map(({ name, audience, creditCode, facts, records }) => ({
      name,
      audience,
      creditCode,
      facts,
      records,
      sample: true,
    })),
    { source: '示例数据' },
  )
  app = await buildApp({ pool: db.pool, library, now: () => new Date('2026-11-24T04:00:00Z') })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

async function get(path: string) {
  const response = await app.inject({ url: `/api/v1${path}`, headers: { host: 'localhost' } })
  return { status: response.statusCode, body: response.json() }
}

async function tryOut(id: string, payload: object) {
  const url = `/api/v1/subjects/${id}/package`
  const response = await app.inject({ method: 'POST', url, payload, headers: { host: 'localhost' } })
  return { status: response.statusCode, body: response.json() }
}

const at = (i: number): string => ids[i] ?? ''
const listed = (p: Package): Entry[] => [...p.can, ...p.later, ...p.needs, ...p.not]
const sum = (entries: readonly Entry[]) =>
  entries
    .filter((e) => e.benefit === 'cash' && ['普惠', '免申即享', '审核'].includes(e.mode) && e.settled?.kept)
    .reduce((n, e) => n + BigInt(e.settled?.amountFen?.max ?? 0), 0n)
    .toString()

describe('the package', () => {
  test('of every sample is whole: no programme twice, totals the sum of what is kept, sources known', async () => {
    for (const id of ids) {
      const { status, body } = await get(`/subjects/${id}/package`)
      expect(status).toBe(200)
      const entries = listed(body)
      expect(new Set(entries.map((e) => e.programme)).size).toBe(entries.length)
      expect(body.totals.cash.certain.max).toBe(sum(body.can))
      const asked = new Set(body.questions.map((q: { key: string }) => q.key))
      expect(entries.flatMap((e) => e.asks.map((a) => a.key)).filter((key) => !asked.has(key))).toEqual([])
      expect(body.known).toMatchObject({ 注册地: { source: '示例数据' } })
    }
  })

  test('can be asked for in English and on another day', async () => {
    const { body } = await get(`/subjects/${at(0)}/package?lang=en&on=2025-06-01`)
    expect(body).toMatchObject({ lang: 'en', on: '2025-06-01' })
  })

  test('of a contract is of the place of its owner, and an open text can be read otherwise', async () => {
    const [contract = ''] = await insertSubjects(db.pool, region, [
      { name: '技术合同', audience: 'contract', owner: at(0) },
    ])
    const readingIn = ({ body }: { body: Package }) =>
      listed(body).find((e) => e.programme === 'demo.technology-purchase')?.readings
    const usual = readingIn(await get(`/subjects/${contract}/package`))
    expect(usual?.chosen).toBe('paid')
    const other = usual?.options.find(({ id }) => id !== 'paid')?.id ?? ''
    const query = `reading.demo.technology-purchase=${encodeURIComponent(other)}`
    expect(readingIn(await get(`/subjects/${contract}/package?${query}`))?.chosen).toBe(other)
    const tried = await tryOut(contract, { readings: { 'demo.technology-purchase': other } })
    expect(readingIn(tried)?.chosen).toBe(other)
  })

  test('what if: answers as if, and stores nothing', async () => {
    const before = await db.pool.query('SELECT count(*)::int AS n FROM observation')
    const known = (await get(`/subjects/${at(1)}/package`)).body
    const tried = await tryOut(at(1), { facts: { 注册地: '云川市临江区' }, packs: ['wuhan'] })
    expect(tried.status).toBe(200)
    expect(tried.body.regions.map((r: { id: string }) => r.id)).toContain('wuhan')
    expect((await get(`/subjects/${at(1)}/package`)).body).toEqual(known)
    const after = await db.pool.query('SELECT count(*)::int AS n FROM observation')
    expect(after.rows).toEqual(before.rows)
  })

  test('one programme of it is the same entry', async () => {
    const usual = (await get(`/subjects/${at(2)}/package`)).body as Package
    const [first] = listed(usual)
    const { body } = await get(`/subjects/${at(2)}/package/${encodeURIComponent(first?.programme ?? '')}`)
    expect(body).toEqual(first)
  })

  test.each([
    ['package/demo.nothing', 'programme.not-found', 404],
    ['package/demo.village', 'programme.not-for-subject', 404],
    ['package?on=yesterday', 'request.invalid', 400],
    ['package?reading.demo.nothing=x', 'programme.not-found', 404],
    ['package?reading.demo.village=x', 'question.reading', 422],
  ])('%s is refused as %s', async (path, code, status) => {
    const answer = await get(`/subjects/${at(0)}/${path}`)
    expect(answer).toMatchObject({ status, body: { error: { code } } })
  })

  test('wrong facts and regions are refused', async () => {
    expect((await tryOut(at(0), { facts: { 没有: '1' } })).body.error.code).toBe('facts.invalid')
    expect((await tryOut(at(0), { packs: ['atlantis'] })).body.error.code).toBe('pack.not-found')
    expect((await tryOut(at(0), { on: '2026-02-30' })).body.error.code).toBe('request.invalid')
  })
})
