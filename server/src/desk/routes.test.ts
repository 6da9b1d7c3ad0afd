import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'

const library = loadLibrary()
let db: TestDatabase
let app: App
let company: string

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  app = await buildApp({ pool: db.pool, library, now: () => new Date('2026-11-25T04:00:00Z') })
  company = (await send('POST', '/subjects', { name: '云川来电示例有限公司', audience: 'enterprise' })).body
    .id
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

async function send(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, role = 'service-team') {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      host: 'localhost',
      'x-kehui-role': role,
      'x-kehui-name': encodeURIComponent('周舟（示例）'),
    },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

const note = (change: object = {}, role?: string) =>
  send(
    'POST',
    `/subjects/${company}/calls`,
    { question: '为什么不能入库？', answer: '职工总数缺一项。', ...change },
    role,
  )

test('a call is noted, found, and done with', async () => {
  const made = await note({ programme: 'cn.tech-sme', caller: ' 李经理 ', followUpOn: '2026-11-24' })
  expect(made).toMatchObject({
    status: 201,
    body: {
      subject: { name: '云川来电示例有限公司' },
      programme: { id: 'cn.tech-sme', title: '科技型中小企业评价' },
      caller: '李经理',
      overdue: true,
      doneAt: null,
      by: '周舟（示例）',
    },
  })
  await note({ question: '另一个问题' })
  expect((await send('GET', '/calls')).body).toMatchObject({
    total: 2,
    items: [{ question: '另一个问题' }, {}],
  })
  expect((await send('GET', '/calls?owed=true')).body.items).toMatchObject([{ id: made.body.id }])
  expect((await send('GET', `/calls?q=${encodeURIComponent('另一个')}&subject=${company}`)).body.total).toBe(
    1,
  )
  const done = await send('PUT', `/calls/${made.body.id}/done`, { done: true })
  expect(done.body).toMatchObject({ overdue: false })
  expect(done.body.doneAt).not.toBeNull()
  expect((await send('GET', '/calls?owed=true')).body.total).toBe(0)
  expect((await send('PUT', `/calls/${made.body.id}/done`, { done: false })).body.overdue).toBe(true)
})

test.each([
  [{ question: ' ' }, 'call-note.empty', 422],
  [{ answer: '' }, 'request.invalid', 400],
  [{ programme: 'cn.nothing' }, 'programme.not-found', 404],
  [{ followUpOn: 'tomorrow' }, 'request.invalid', 400],
])('%j is refused as %s', async (change, code, status) => {
  expect(await note(change)).toMatchObject({ status, body: { error: { code } } })
})

test('is for the service team and the bureau', async () => {
  expect((await note({}, 'manager')).status).toBe(403)
  expect((await send('GET', '/calls', undefined, 'manager')).status).toBe(403)
  expect((await note({}, 'clerk')).status).toBe(201)
})

test('of what is not there', async () => {
  const nothing = '00000000-0000-4000-8000-000000000000'
  expect((await send('PUT', `/calls/${nothing}/done`, { done: true })).body.error.code).toBe(
    'call-note.not-found',
  )
  const nobody = await send('POST', `/subjects/${nothing}/calls`, { question: '问', answer: '答' })
  expect(nobody.body.error.code).toBe('subject.not-found')
})
