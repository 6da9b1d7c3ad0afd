import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { SavedFacts, SubjectDetail, SubjectFacts } from '../registry/schema.js'
import type { Package } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let id: string

async function ask<T>(method: 'GET' | 'POST', path: string, payload?: object): Promise<T> {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost' },
    ...(payload ? { payload } : {}),
  })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('there is no sample city')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, today: () => '2026-11-24' })
  const made = await ask<SubjectDetail>('POST', '/subjects', {
    name: '试算示例有限公司',
    audience: 'enterprise',
    place: '云麓区',
  })
  id = made.id
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

function verdict({ can, later, needs, not }: Package, programme: string): string | undefined {
  return [...can, ...later, ...needs, ...not].find((entry) => entry.programme === programme)?.verdict
}

test('an undated yearly value is filed under its year, and shown in its column', async () => {
  const saved = await ask<SavedFacts>('POST', `/subjects/${id}/facts`, { facts: { 职工总数: '80 人' } })
  expect(saved.changed.map(({ key }) => key)).toEqual(['职工总数@2025'])
  const again = await ask<SavedFacts>('POST', `/subjects/${id}/facts`, {
    facts: { '职工总数@2025': '80 人' },
  })
  expect(again.unchanged).toEqual(['职工总数@2025'])
  const { rows } = await ask<SubjectFacts>('GET', `/subjects/${id}/facts`)
  expect(rows.find(({ fact }) => fact === '职工总数')?.cells).toMatchObject([
    { key: '职工总数@2025', value: '80 人' },
  ])
})

test('a supposed value stands in for the stored one, named with its year or without', async () => {
  expect(verdict(await ask('GET', `/subjects/${id}/package`), 'cn.tech-sme')).toBe('unknown')
  for (const key of ['职工总数', '职工总数@2025']) {
    const supposed = await ask<Package>('POST', `/subjects/${id}/package`, { facts: { [key]: '501 人' } })
    expect(verdict(supposed, 'cn.tech-sme')).toBe('no')
  }
  expect(verdict(await ask('GET', `/subjects/${id}/package`), 'cn.tech-sme')).toBe('unknown')
})

test('next year it is still the figure of the year that it was given for', async () => {
  await ask('POST', `/subjects/${id}/facts`, { facts: { 职工总数: '501 人' } })
  expect(verdict(await ask('GET', `/subjects/${id}/package?on=2026-11-24`), 'cn.tech-sme')).toBe('no')
  expect(verdict(await ask('GET', `/subjects/${id}/package?on=2027-03-01`), 'cn.tech-sme')).toBe('unknown')
})
