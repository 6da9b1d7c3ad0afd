import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { Duplicate, DuplicateList, FoundDuplicates } from './schema.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let pair: Duplicate

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library })
  for (const name of ['云川重复示例科技有限公司', '雲川重複示例科技有限责任公司', '云川别家示例有限公司'])
    await as('manager', 'POST', '/subjects', { name, audience: 'enterprise' })
})
afterAll(async () => {
  await app.close()
  await db.drop()
})

async function as(role: 'manager' | 'clerk', method: 'GET' | 'POST', url: string, payload?: object) {
  return app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { host: 'localhost', 'x-kehui-role': role, 'x-kehui-name': encodeURIComponent('林晓（示例）') },
    ...(payload ? { payload } : {}),
  })
}
const list = async (state = 'open') =>
  (await as('clerk', 'GET', `/duplicates?state=${state}`)).json<DuplicateList>()
const act = (body: object) => as('clerk', 'POST', `/duplicates/${pair.id}/actions`, body)
const searched = async () =>
  (await as('clerk', 'GET', `/search?q=${encodeURIComponent('云川重复示例')}`)).json<{ items: object[] }>()
    .items.length

test('pairs are found once, with reasons, and a second search adds none', async () => {
  const find = async () =>
    (await as('clerk', 'POST', '/duplicates/find', { kind: 'enterprise' })).json<FoundDuplicates>()
  expect(await find()).toEqual({ compared: 3, found: 1, added: 1 })
  expect(await find()).toEqual({ compared: 3, found: 1, added: 0 })
  const { items, counts } = await list()
  expect(counts).toEqual({ open: 1, merged: 0, apart: 0 })
  pair = items[0] as Duplicate
  expect(pair).toMatchObject({ state: 'open', band: 'same', kindName: '企业' })
  expect(pair.reasons[0]?.text).toMatch(/^名称相同：/)
})

describe('one after another', () => {
  test('put off, merged, taken back, kept apart, opened again', async () => {
    expect((await act({ action: 'later' })).json<Duplicate>().state).toBe('open')
    expect(await searched()).toBe(2)
    expect((await act({ action: 'merge', note: '同一登记' })).json<Duplicate>().state).toBe('merged')
    expect(await searched()).toBe(1)
    expect((await act({ action: 'merge' })).json().error.code).toBe('duplicates.state')
    expect((await act({ action: 'undo' })).json().error.code).toBe('duplicates.note')
    expect((await act({ action: 'undo', note: '实为两家' })).json<Duplicate>().state).toBe('open')
    expect(await searched()).toBe(2)
    expect((await act({ action: 'keep-apart' })).json<Duplicate>().state).toBe('apart')
    const reopened = (await act({ action: 'reopen' })).json<Duplicate>()
    expect(reopened.steps.map(({ action, note }) => [action, note])).toEqual([
      ['later', null],
      ['merge', '同一登记'],
      ['undo', '实为两家'],
      ['keep-apart', null],
      ['reopen', null],
    ])
  })

  test('the page of the merged one is that of the kept one', async () => {
    const keep = pair.right?.id ?? ''
    await act({ action: 'merge', keep })
    const page = await as('manager', 'GET', `/subjects/${pair.left?.id}`)
    expect(page.json()).toMatchObject({ id: keep })
    await act({ action: 'undo', note: '示例' })
  })
})

test.each<[string, () => Promise<{ statusCode: number }>, number]>([
  ['a company', () => as('manager', 'GET', '/duplicates'), 403],
  ['an unknown kind', () => as('clerk', 'POST', '/duplicates/find', { kind: 'cat' }), 400],
  ['an unknown step', () => act({ action: 'delete' }), 400],
  ['another to keep', () => act({ action: 'merge', keep: '00000000-0000-4000-8000-000000000000' }), 422],
  [
    'an unknown pair',
    () =>
      as('clerk', 'POST', '/duplicates/00000000-0000-4000-8000-000000000000/actions', { action: 'merge' }),
    404,
  ],
])('%s is refused', async (_, ask, status) => {
  expect((await ask()).statusCode).toBe(status)
})
