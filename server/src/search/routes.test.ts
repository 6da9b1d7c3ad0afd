import { checkCharacter } from '@kehui/domain/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { Found, SavedSearch } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App

const CODE = '91520100MA6HAMPE0'.slice(0, 17) + checkCharacter('91520100MA6HAMPE0'.slice(0, 17))

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library })
  await enter({ name: '云川搜索示例有限公司', audience: 'enterprise', creditCode: CODE, place: '云麓区' })
  await enter({ name: '云川搜索大学（示例）', audience: 'institution' })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

async function call(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, name = '林晓（示例）') {
  return app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { host: 'localhost', 'x-kehui-role': 'clerk', 'x-kehui-name': encodeURIComponent(name) },
    ...(payload ? { payload } : {}),
  })
}
const enter = (subject: object) => call('POST', '/subjects', subject)
const search = async (query: string) => (await call('GET', `/search?${query}`)).json<Found>()
const q = (text: string) => `q=${encodeURIComponent(text)}`

test.each([
  ['搜索示例', '云川搜索示例有限公司'],
  ['ycssdx', '云川搜索大学（示例）'],
  ['yunchuan sousuodaxue', '云川搜索大学（示例）'],
  [CODE, '云川搜索示例有限公司'],
  [CODE.slice(0, 12).toLowerCase(), '云川搜索示例有限公司'],
])('%s finds %s', async (typed, name) => {
  const found = await search(q(typed))
  expect(found.items[0]?.name).toBe(name)
})

test('kinds are counted and narrow the search', async () => {
  const found = await search(q('云川搜索'))
  expect(found.kinds.map(({ id, count }) => [id, count])).toEqual([
    ['enterprise', 1],
    ['institution', 1],
  ])
  const narrowed = await search(`${q('云川搜索')}&kind=institution`)
  expect(narrowed.items.map(({ name }) => name)).toEqual(['云川搜索大学（示例）'])
  expect(narrowed.kinds).toHaveLength(2)
})

test('what is written is found at once, what is renamed under its new name', async () => {
  expect((await search(q('刚刚登记'))).items).toEqual([])
  await enter({ name: '云川刚刚登记有限公司', audience: 'enterprise' })
  const found = await search(q('刚刚登记'))
  expect(found.items.map(({ name }) => name)).toEqual(['云川刚刚登记有限公司'])
  expect(found.total).toBe(1)
})

test.each(['csv', 'xlsx'])('all that is found as %s', async (form) => {
  const response = await call('GET', `/search.${form}?${q('云川搜索')}`)
  expect(response.statusCode).toBe(200)
  expect(response.headers['content-disposition']).toContain(`filename="search.${form}"`)
  if (form === 'csv') expect(response.body).toContain('云川搜索示例有限公司')
})

test('searches are saved by name, replaced by title and deleted', async () => {
  const body = { title: '云川的高校', query: { q: '云川', kind: 'institution' } }
  const saved = (await call('POST', '/searches', body)).json<SavedSearch>()
  await call('POST', '/searches', { ...body, query: { q: '云川搜索' } })
  const list = (await call('GET', '/searches')).json<SavedSearch[]>()
  expect(list.map(({ title, query }) => [title, query])).toEqual([['云川的高校', { q: '云川搜索' }]])
  expect((await call('GET', '/searches', undefined, '王示例')).json()).toEqual([])
  expect((await call('DELETE', `/searches/${saved.id}`, undefined, '王示例')).statusCode).toBe(404)
  expect((await call('DELETE', `/searches/${saved.id}`)).json()).toEqual([])
  expect((await call('GET', '/searches')).json()).toEqual([])
})

test.each([
  ['kind=cat', 400],
  ['place=5', 400],
  ['page=51', 400],
  [`q=${'x'.repeat(201)}`, 400],
  ['q=%00', 400],
])('%s is refused', async (query, status) => {
  expect((await call('GET', `/search?${query}`)).statusCode).toBe(status)
})
