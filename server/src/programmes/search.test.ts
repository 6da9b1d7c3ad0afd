import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { ProgrammeList } from './schema.js'
import type { LibraryStanding } from './standing.js'

const library = loadLibrary()
let db: TestDatabase
let app: App

beforeAll(async () => {
  db = await testDatabase()
  app = await buildApp({ pool: db.pool, library, today: () => '2026-11-24' })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

async function list(query: Record<string, string>): Promise<ProgrammeList> {
  const answer = await app.inject({ url: '/api/v1/programmes', query, headers: { host: 'localhost' } })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

describe('the library searched and narrowed down', () => {
  test('a search ranks, tells where it found its words, and counts what filters would leave', async () => {
    const { items, near, facets, on } = await list({ q: '国科发政[2017]115号' })
    expect(items[0]).toMatchObject({ id: 'cn.tech-sme', number: '国科发政〔2017〕115号' })
    expect(items[0]?.found).toEqual([
      { field: 'number', parts: expect.arrayContaining([{ text: '国科发政〔2017〕115号', hit: true }]) },
    ])
    expect({ near, on }).toEqual({ near: false, on: '2026-11-24' })
    expect(facets.level).toEqual([{ value: '国家', label: '国家', count: 1 }])
  })

  test('what comes only near is told as such', async () => {
    const { near, items } = await list({ q: '研发投入补助', lang: 'en' })
    expect(near).toBe(true)
    expect(items.map(({ id }) => id)).toContain('demo.rd-subsidy')
  })

  test.each([
    [{ place: '990102' }, 'demo.rd-subsidy', 'nj.gazelle'],
    [{ place: '320106' }, 'nj.gazelle', 'demo.rd-subsidy'],
    [{ department: '国家税务总局' }, 'cn.tech-sme', 'demo.rd-subsidy'],
    [{ verified: 'none' }, 'demo.rd-subsidy', 'cn.tech-sme'],
  ])('%o leaves %s and not %s', async (query, left, gone) => {
    const ids = (await list({ ...query, size: '200' })).items.map(({ id }) => id)
    expect(ids).toContain(left)
    expect(ids).not.toContain(gone)
  })

  test('options are in the reader’s language; places are told in full', async () => {
    const { facets } = await list({ lang: 'en' })
    expect(facets.region).toContainEqual({
      value: 'demo',
      label: 'Yunchuan (sample city)',
      count: expect.any(Number),
    })
    expect(facets.industry).toContainEqual({ value: '金融业', label: 'Finance', count: expect.any(Number) })
    expect(facets.place.find(({ value }) => value === '320106')?.label).toBe('江苏省南京市鼓楼区')
  })

  test('only some are listed where some are named', async () => {
    const { items, total, facets } = await list({ only: 'cn.tech-sme,nj.gazelle,no.such' })
    expect(items.map(({ id }) => id).sort()).toEqual(['cn.tech-sme', 'nj.gazelle'])
    expect(total).toBe(2)
    expect(facets.region.map(({ count }) => count)).toEqual([1, 1])
  })

  test('a page is as long as is asked for', async () => {
    const { items, total } = await list({ size: '200' })
    expect(items).toHaveLength(total)
    expect((await list({ size: '3', page: '2' })).items).toHaveLength(3)
  })

  test.each(['deadline', 'date', 'title', 'use'])('in the order of %s all are there', async (sort) => {
    const { items } = await list({ sort, size: '200' })
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(library.programmes.keys()))
  })

  test.each([{ place: '南京' }, { sort: 'money' }, { verified: 'maybe' }, { size: '1000' }])(
    '%o is refused',
    async (query) => {
      const answer = await app.inject({ url: '/api/v1/programmes', query, headers: { host: 'localhost' } })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().error.code).toBe('request.invalid')
    },
  )
})

test('how all programmes stand is told in short, for telling later what is new', async () => {
  const answer = await app.inject({ url: '/api/v1/programmes/standing', headers: { host: 'localhost' } })
  const { on, programmes } = answer.json<LibraryStanding>()
  expect(on).toBe('2026-11-24')
  expect(programmes.map(({ id }) => id)).toEqual([...library.programmes.keys()])
  const broker = programmes.find(({ id }) => id === 'demo.broker')
  expect(broker).toMatchObject({
    print: expect.stringMatching(/^[0-9a-f]{16}$/),
    calls: [{ status: 'open' }],
  })
  expect(answer.body.length).toBeLessThan(20_000)
})
