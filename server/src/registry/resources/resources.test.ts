import { text } from '@kehui/domain/registry/fields'
import { KINDS, kind } from '@kehui/domain/registry/kinds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangeList } from '../changes/schema.js'
import type { LoadResult } from '../imports/schema.js'
import { type TestRegistry, testRegistry } from '../imports/testing-imports.js'
import type { ResourceDetail, ResourcePage } from './schema.js'

/** A kind of one file: nothing else is written for it. */
const vessel = kind('vessel', '科考船', 'Research vessel', { code: 'name' }, [
  text('name', '船名', 'Name', { required: true }),
  text('port', '母港', 'Port', { headers: ['港口'], visibility: 'staff' }),
])

let at: TestRegistry
beforeAll(async () => {
  at = await testRegistry({ kinds: new Map([...KINDS, vessel].map((one) => [one.id, one])) })
})
afterAll(() => at.end())

function feed(source: string, kind: string, rows: object[]) {
  return at.post<LoadResult & { id: string }>(`/feeds/${encodeURIComponent(source)}/${kind}`, { rows })
}

test('a new kind is one file: it is imported, listed, told and exported', async () => {
  await at.load('船名,港口\n样例号,样例港\n', {
    kind: 'vessel',
    source: { name: '船舶库' },
    columns: { 船名: 'name', 港口: 'port' },
  })
  const { items } = await at.get<ResourcePage>('/resources?kind=vessel')
  expect(items).toMatchObject([{ kind: 'vessel', name: '样例号' }])
  const detail = await at.get<ResourceDetail>(`/resources/${items[0]?.id}`)
  expect(detail.fields.map(({ label, text }) => `${label} ${text}`)).toEqual(['船名 样例号', '母港 样例港'])
  expect(detail.quality).toMatchObject({ completeness: 100, fresh: true })
  const csv = await at.app.inject({
    url: '/api/v1/resources.csv?kind=vessel',
    headers: { 'x-kehui-role': 'clerk' },
  })
  expect(csv.body).toContain('船名,母港\r\n')
  const open = await at.app.inject({ url: '/api/v1/resources.jsonl?kind=vessel' })
  expect(JSON.parse(open.body)).toEqual({ id: items[0]?.id, kind: 'vessel', name: '样例号' })
  const { items: kinds } = await at.get<{ items: { id: string; count: number }[] }>('/kinds')
  expect(kinds.find(({ id }) => id === 'vessel')?.count).toBe(1)
})

test('two sources that differ are both told, with the one that counts first', async () => {
  await feed('平台甲', 'grid', [{ key: 'g-1', name: '样例网格一', members: 5 }])
  const second = await at.load('名称,人数\n样例网格一,8\n', {
    kind: 'grid',
    source: { name: '登记册', standing: 'register' },
    columns: { 名称: 'name', 人数: 'members' },
  })
  expect(second).toMatchObject({ created: 0, updated: 1 })
  const { items } = await at.get<ResourcePage>(
    `/resources?kind=grid&name=${encodeURIComponent('样例网格一')}`,
  )
  const { fields } = await at.get<ResourceDetail>(`/resources/${items[0]?.id}`)
  expect(fields.find(({ field }) => field === 'members')).toMatchObject({
    text: '8 人',
    differs: true,
    chosen: { source: '登记册', standing: 'register' },
    others: [{ text: '5 人', source: '平台甲', standing: 'system' }],
  })
})

test('a feed is taken by its keys: what is new is entered, what differs written, what is the same is not', async () => {
  const rows = [
    { key: 'p-1', name: '样例产品一', category: '甲' },
    { key: 'p-2', name: '样例产品二' },
  ]
  expect((await feed('平台乙', 'product', rows)).body).toMatchObject({ created: 2, updated: 0 })
  expect((await feed('平台乙', 'product', rows)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  const renamed = [
    { key: 'p-1', name: '样例产品一（新）' },
    { key: 'p-2', name: '' },
  ]
  expect((await feed('平台乙', 'product', renamed)).body).toMatchObject({
    created: 0,
    updated: 1,
    unchanged: 1,
  })
  const { items } = await at.get<ResourcePage>('/resources?kind=product')
  expect(items.map(({ name }) => name).sort()).toEqual(['样例产品一（新）', '样例产品二'])
  const wrong = await feed('平台乙', 'product', [{ key: 'p-3', colour: '红' }])
  expect(wrong.status).toBe(422)
})

test('changes are told in one order, whatever page they are read by, and nothing is passed over', async () => {
  const whole = await at.get<ChangeList>('/changes?limit=1000')
  const ids = whole.items.map(({ id, place }) => `${place} ${id}`)
  const paged: string[] = []
  for (let after = '', more = true; more; ) {
    const page = await at.get<ChangeList>(`/changes?limit=1&after=${encodeURIComponent(after)}`)
    paged.push(...page.items.map(({ id, place }) => `${place} ${id}`))
    after = page.next
    more = page.more
  }
  expect(paged).toEqual(ids)
  expect((await at.get<ChangeList>(`/changes?after=${whole.next}`)).items).toEqual([])
})

test('a change that commits late comes after all that was told before it', async () => {
  const { pool } = at.db
  const { next } = await at.get<ChangeList>('/changes?limit=1000')
  const late = await pool.connect()
  try {
    await late.query('BEGIN')
    const { rows } = await late.query<{ id: string }>(
      `INSERT INTO subject (region_id, kind, name) VALUES ($1, 'product', '晚到的产品') RETURNING id`,
      [at.region],
    )
    await late.query(
      `INSERT INTO registry_change (region_id, what, subjects) VALUES ($1, 'written', ARRAY[$2::uuid])`,
      [at.region, rows[0]?.id],
    )
    await feed('平台乙', 'product', [{ key: 'p-9', name: '早到的产品' }])
    const before = await at.get<ChangeList>(`/changes?after=${next}`)
    expect(before.items.map(({ name }) => name)).toEqual(['早到的产品'])
    await late.query('COMMIT')
    const after = await at.get<ChangeList>(`/changes?after=${before.next}`)
    expect(after.items.map(({ name }) => name)).toEqual(['晚到的产品'])
  } finally {
    late.release()
  }
})

test('writers at once lose nothing to a reader who follows', async () => {
  let { next } = await at.get<ChangeList>('/changes?limit=1000')
  const seen: string[] = []
  const follow = async () => {
    const page = await at.get<ChangeList>(`/changes?limit=7&after=${next}`)
    seen.push(...page.items.map(({ id }) => id))
    next = page.next
    return page.more
  }
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; n < 6; n += 1)
      await at.post('/subjects', { name: `并发公司${writer}-${n}`, audience: 'enterprise' })
  })
  let writing = true
  const done = Promise.all(writers).then(() => {
    writing = false
  })
  while (writing) await follow()
  await done
  while (await follow());
  const { rows } = await at.db.pool.query<{ id: string }>(
    `SELECT id FROM subject WHERE name LIKE '并发公司%'`,
  )
  const ids = new Set(rows.map(({ id }) => id))
  expect(ids.size).toBe(24)
  expect(new Set(seen.filter((id) => ids.has(id)))).toEqual(ids)
})

test('too many requests of one caller are refused', async () => {
  const answers = await Promise.all(
    Array.from({ length: 700 }, () => at.app.inject('/api/v1/changes?after=999999999')),
  )
  expect(answers.some(({ statusCode }) => statusCode === 429)).toBe(true)
  expect(answers.find(({ statusCode }) => statusCode === 429)?.json()).toMatchObject({
    error: { code: 'rate.limit' },
  })
})
