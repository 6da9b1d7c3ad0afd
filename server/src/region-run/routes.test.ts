import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type TestRegion, TODAY, testRegion } from '../assessments/testing-region.js'
import { createClient } from '../client/index.js'
import { loadDemo } from '../demo/index.js'

let at: TestRegion
let app: App
beforeAll(async () => {
  at = await testRegion()
  const { context, region, db } = at
  await loadDemo({ pool: db.pool, library: context.library, region, today: TODAY, progress: () => {} })
  app = await buildApp({ context })
})
afterAll(async () => {
  await app.close()
  await at.db.drop()
})

const call = async (url: string, init: { method?: 'GET' | 'POST'; body?: object; role?: string } = {}) => {
  const { method = 'GET', body, role = 'clerk' } = init
  const headers = { 'x-kehui-role': role, 'x-kehui-name': encodeURIComponent('王敏') }
  const reply = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(body ? { payload: body } : {}),
  })
  return { status: reply.statusCode, text: reply.body, json: () => JSON.parse(reply.body) }
}

async function finished(id: string) {
  return vi.waitFor(async () => {
    const run = (await call(`/region-runs/${id}`)).json()
    expect(run.state).not.toBe('running')
    return run
  }, 20_000)
}

test('a run is started, watched to its end, and its results are read', async () => {
  const started = await call('/region-runs', { method: 'POST', body: {} })
  expect(started.status).toBe(201)
  expect(started.json()).toMatchObject({ on: TODAY, state: 'running', cause: 'asked', byName: '王敏' })
  const run = await finished(started.json().id)
  expect(run).toMatchObject({ state: 'done', share: 1, programmes: 70, changes: 0 })
  const [most] = [...run.items].sort((a, b) => b.met - a.met)
  const found = (await call(`/entitlements?programme=${most.programme.id}&verdict=yes`)).json()
  expect(found.total).toBe(most.met)
  expect(found.items[0]).toMatchObject({ verdict: 'yes', on: TODAY, version: most.version })
  expect((await call('/region-runs')).json().items).toHaveLength(1)
})

test('what changed is told by programme and reason, and faults with their columns', async () => {
  const { rows } = await at.db.pool.query<{ id: string }>(
    `SELECT id FROM subject WHERE audience = 'enterprise' ORDER BY name LIMIT 1`,
  )
  const id = rows[0]?.id
  await at.db.pool.query(
    `INSERT INTO observation (subject_id, key, value, batch, observed_at)
     VALUES ($1, '职工总数@2025', '{"kind": "quantity", "lo": "-4", "hi": "-4"}', gen_random_uuid(), '2026-11-24'),
       ($1, '居民企业', '{"kind": "yes-no", "value": false}', gen_random_uuid(), '2026-11-24')`,
    [id],
  )
  await at.db.pool.query('UPDATE subject SET revision = revision + 1 WHERE id = $1', [id])
  const run = await finished((await call('/region-runs', { method: 'POST', body: {} })).json().id)
  expect(run.faults).toBe(1)
  expect(run.changes).toBeGreaterThan(0)
  expect(run.reasons[0]).toMatchObject({ kind: 'fact', count: run.changes })
  const all = (await call(`/region-runs/${run.id}/changes`)).json()
  expect(all.total).toBe(run.changes)
  expect(all.items[0].reasons.join()).toMatch(/居民企业|职工总数/)
  const [first] = run.changed
  const some = (await call(`/region-runs/${run.id}/changes?programme=${first.id}&reason=fact`)).json()
  expect(some.total).toBe(first.count)
  expect((await call(`/region-runs/${run.id}/changes?reason=rule`)).json().total).toBe(0)
  const faults = (await call('/region-faults')).json()
  expect(faults).toMatchObject({
    total: 1,
    items: [{ subject: { id }, fact: '职工总数@2025', value: '-4 人', misfit: 'range' }],
  })
  expect((await call('/region-faults.csv')).text).toContain("职工总数@2025,'-4 人,0 人,")
})

test.each([
  ['no date', '/region-runs', { on: '2026-13-40' }, 400, 'run.date'],
  ['a run that is not there', '/region-runs/999999/cancel', {}, 404, 'run.not-found'],
])('%s is refused', async (_, url, body, status, code) => {
  const reply = await call(url, { method: 'POST', body })
  expect([reply.status, reply.json().error.code]).toEqual([status, code])
})

test('what has ended is not cancelled, and a company sees none of it', async () => {
  const [run] = (await call('/region-runs')).json().items
  expect((await call(`/region-runs/${run.id}/cancel`, { method: 'POST' })).json().error.code).toBe(
    'run.not-running',
  )
  expect((await call('/region-runs', { role: 'manager' })).status).toBe(403)
  expect((await call('/region-runs', { method: 'POST', body: {}, role: 'service-team' })).status).toBe(403)
})

test('the client reads what the routes answer', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const client = createClient({ baseUrl: address, role: () => 'clerk', lang: () => 'zh' })
  const { items } = await client.regionRuns()
  expect(items[0]?.state).toBe('done')
  expect((await client.regionFaults()).total).toBe(1)
})
