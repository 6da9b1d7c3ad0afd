import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type TestRegion, testRegion } from '../assessments/testing-region.js'
import type { Db } from '../database/pool.js'
import { CancelledError, executeRound } from './execute.js'
import type { AloneRows, BlockingRows, ChangeRows, PairRows, RoundPreview, RoundView } from './schema.js'
import { cancelRound } from './start.js'
import { insertRun } from './store-runs.js'

let at: TestRegion
let app: App
beforeAll(async () => {
  at = await testRegion()
  app = await buildApp({ context: at.context })
})
afterAll(async () => {
  await app.close()
  await at.db.drop()
})

const QUERY = `title=${encodeURIComponent('选派（示例）')}&kind=commissioner-village&way=stable`
const PROBLEM = {
  left: [
    { id: 'T1', name: '林晓（示例）', county: '东湖区', wishes: ['C1', 'C2'] },
    { id: 'T2', name: '周宁（示例）', county: '东湖区', wishes: ['C1', 'C2'] },
  ],
  right: [
    { id: 'C1', name: '上河村（示例）', county: '东湖区', wishes: ['T1', 'T2'] },
    { id: 'C2', name: '下河村（示例）', county: '东湖区' },
    { id: 'C3', name: '远村（示例）', county: '西岭县', wishes: ['T1'] },
  ],
}

function headers(role: string, name: string | null) {
  return {
    host: 'localhost',
    'x-kehui-role': role,
    ...(name === null ? {} : { 'x-kehui-name': encodeURIComponent(name) }),
  }
}
function call(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
  role = 'clerk',
  name: string | null = '林晓',
) {
  return app.inject({
    method,
    url: `/api/v1/assignment-rounds${url}`,
    headers: headers(role, name),
    ...(body === undefined ? {} : { payload: body }),
  })
}
function upload(url: string, content: string | Buffer, fileName = 'a.json') {
  return app.inject({
    method: 'POST',
    url: `/api/v1/assignment-rounds${url}`,
    headers: {
      ...headers('clerk', '林晓'),
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(fileName),
    },
    payload: Buffer.from(content),
  })
}
async function get<T>(url: string): Promise<T> {
  const response = await call('GET', url)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
async function done(id: string, step: string, body?: object, status = 200): Promise<RoundView> {
  const response = await call('POST', `/${id}/${step}`, body)
  expect(response.statusCode, response.body).toBe(status)
  return response.json()
}
async function made(problem: object = PROBLEM, more = ''): Promise<string> {
  const response = await upload(`/file?${QUERY}${more}`, JSON.stringify(problem))
  expect(response.statusCode, response.body).toBe(201)
  return response.json().id
}
async function refused(answer: ReturnType<typeof call>, code: string): Promise<void> {
  expect((await answer).json().error?.code).toBe(code)
}
const pairs = async (id: string, query = '') =>
  (await get<PairRows>(`/${id}/pairs${query}`)).items.map(({ left, right }) => `${left.code} ${right.code}`)

test('a round from its draft to a list that stands, and the one that takes its place', async () => {
  const id = await made()
  expect((await get<RoundView>(`/${id}`)).state).toBe('draft')
  const computed = await done(id, 'compute', {})
  expect(computed).toMatchObject({ state: 'computed', run: 1, figures: { pairs: 2, blocking: 0 } })
  expect(await pairs(id)).toEqual(['T1 C1', 'T2 C2'])
  const alone = await get<AloneRows>(`/${id}/alone`)
  expect(alone.items).toMatchObject([{ side: 'right', member: { code: 'C3' }, reason: 'not-eligible' }])

  const pin = { what: 'pin', left: 'T2', right: 'C1', reason: '已有合作' }
  const adjusted = await done(id, 'adjustments', pin)
  expect(adjusted.state).toBe('adjusted')
  await refused(call('POST', `/${id}/confirm`, { run: 1 }), 'assignment.state')
  await refused(call('POST', `/${id}/adjustments`, pin), 'assignment.adjusted-twice')
  const again = await done(id, 'compute', {})
  expect(again.figures).toMatchObject({ pinned: 1, blocking: 1, changes: { kept: 0, added: 2, ended: 2 } })
  expect(await pairs(id)).toEqual(['T1 C2', 'T2 C1'])
  const { items } = await get<BlockingRows>(`/${id}/blocking`)
  expect(items).toMatchObject([
    { left: { code: 'T1' }, right: { code: 'C1' }, leftOver: '下河村（示例）', rightOver: '周宁（示例）' },
  ])
  const changes = await get<ChangeRows>(`/${id}/changes`)
  expect(changes.items).toContainEqual({
    kind: 'added',
    left: '周宁（示例）',
    right: '上河村（示例）',
    reason: 'pinned',
    other: '下河村（示例）',
  })

  await refused(call('POST', `/${id}/confirm`, { run: 1 }), 'assignment.changed')
  expect((await done(id, 'confirm', { run: 2 })).state).toBe('confirmed')
  await refused(call('POST', `/${id}/compute`, {}), 'assignment.state')
  const next = await done(id, 'rerun', undefined, 201)
  expect(next).toMatchObject({ state: 'draft', replaces: id, keep: 'some', adjustments: [{ what: 'pin' }] })
  await done(next.id, `adjustments/${next.adjustments[0]?.id}/undo`)
  const rerun = await done(next.id, 'compute', {})
  expect(rerun.since).toEqual({ title: '选派（示例）', same: false })
  await done(next.id, 'confirm', { run: rerun.run })
  expect(await get<RoundView>(`/${id}`)).toMatchObject({ state: 'superseded', replacedBy: { id: next.id } })
  await refused(call('POST', `/${next.id}/reopen`, { note: ' ' }), 'request.invalid')
  expect((await done(next.id, 'reopen', { note: '核对' })).state).toBe('adjusted')
  expect((await get<RoundView>(`/${id}`)).state).toBe('confirmed')
})

test('an answer with keep changes little', async () => {
  const id = await made()
  await done(id, 'compute', {})
  await done(id, 'adjustments', { what: 'pin', left: 'T2', right: 'C1', reason: '试' })
  const { adjustments } = await done(id, 'compute', {})
  const { state } = await done(id, `adjustments/${adjustments[0]?.id}/undo`)
  expect(state).toBe('adjusted')
  await refused(call('POST', `/${id}/adjustments/${adjustments[0]?.id}/undo`), 'assignment.adjustment')
  const kept = await done(id, 'compute', { keep: 'most' })
  expect(kept.figures).toMatchObject({ changes: { kept: 2, added: 0 }, blocking: 1 })
  const best = await done(id, 'compute', { keep: 'ties' })
  expect(best.figures).toMatchObject({ changes: { kept: 0 }, blocking: 0 })
  expect(best.adjustments[0]?.undone?.by).toBe('林晓')
})

describe('refused', () => {
  test('rows that cannot be used, whole, with the place', async () => {
    const count = (await get<{ items: unknown[] }>('')).items.length
    const wrong = { ...PROBLEM, left: [...PROBLEM.left, { id: 'T3', capacity: -1 }] }
    const response = await upload(`/file?${QUERY}`, JSON.stringify(wrong))
    expect(response.statusCode).toBe(422)
    expect(response.json().error).toMatchObject({
      code: 'assignment.rows',
      details: { count: 1, problems: [{ sheet: 'left', row: 3, column: 'capacity' }] },
    })
    expect((await get<{ items: unknown[] }>('')).items.length).toBe(count)
    const preview = (await upload(`/preview?${QUERY}`, JSON.stringify(wrong))).json<RoundPreview>()
    expect(preview).toMatchObject({ problemCount: 1, left: { members: 2 } })
  })

  test.each([
    ['', 'imports.empty'],
    ['{"left": [', 'assignment.json'],
    ['%PDF-1.7', 'imports.not-a-table'],
    ['PK\u0003\u0004broken', 'imports.broken'],
    ['随便写写', 'assignment.rows'],
    ['[1, 2]', 'assignment.rows'],
    ['"\u0000😀";;DROP TABLE assignment_round;--', 'imports.encoding'],
  ])('%j', async (content, code) => {
    const response = await upload(`/file?${QUERY}`, content)
    expect(response.statusCode).toBeLessThan(500)
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    if (content !== 'PK\u0003\u0004broken') expect(response.json().error.code).toBe(code)
  })

  test('companies, those without a name, and a service team that confirms', async () => {
    const id = await made()
    await refused(call('GET', '', undefined, 'manager'), 'role.not-allowed')
    await refused(call('POST', `/${id}/compute`, {}, 'clerk', null), 'role.no-name')
    await done(id, 'compute', {})
    await refused(call('POST', `/${id}/confirm`, { run: 1 }, 'service-team'), 'role.not-allowed')
  })

  test('what is not there, or not now', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000'
    await refused(call('GET', `/${nowhere}`), 'assignment.not-found')
    await refused(call('POST', `/${nowhere}/compute`, {}), 'assignment.not-found')
    const id = await made()
    await refused(call('POST', `/${id}/cancel`), 'assignment.not-running')
    await refused(
      call('POST', `/${id}/adjustments`, { what: 'pin', left: 'T9', right: 'C1', reason: '无' }),
      'assignment.member',
    )
    for (const [step, body] of [
      ['confirm', { run: 1 }],
      ['reopen', { note: '无' }],
      ['rerun', undefined],
      ['restore', undefined],
    ] as const)
      await refused(call('POST', `/${id}/${step}`, body), 'assignment.state')
    expect((await done(id, 'discard')).state).toBe('discarded')
    for (const [step, body] of [
      ['compute', {}],
      ['adjustments', { what: 'forbid', left: 'T1', right: 'C1', reason: '无' }],
      ['discard', undefined],
    ] as const)
      await refused(call('POST', `/${id}/${step}`, body), 'assignment.state')
    expect((await done(id, 'restore')).state).toBe('draft')
  })

  test('more pins than there is room for: the run says so, and nothing changes', async () => {
    const id = await made()
    for (const left of ['T1', 'T2'])
      await done(id, 'adjustments', { what: 'pin', left, right: 'C3', reason: '试' })
    const failed = await done(id, 'compute', {})
    expect(failed).toMatchObject({ state: 'draft', run: 0, lastRun: { state: 'failed' } })
    expect(failed.lastRun?.problem?.message).toContain('超过了一方的名额')
  })
})

describe('a run that does not come to its end', () => {
  const settings = { way: 'stable', keep: 'ties', since: null } as const
  test('stopped between two steps: nothing of it is kept', async () => {
    const id = await made()
    const { pool } = at.db
    const run = await insertRun(pool, at.region, id, { settings, byName: '林晓' })
    expect(await cancelRound(pool, at.region, id)).toBe(true)
    await expect(executeRound({ pool, region: at.region, round: id, run })).rejects.toThrow(CancelledError)
    expect(await get<RoundView>(`/${id}`)).toMatchObject({ state: 'draft', run: 0, figures: null })
  })

  test('while one runs nothing else is done; a server that ended in the middle is told of', async () => {
    const id = await made()
    await insertRun(at.db.pool, at.region, id, { settings, byName: '林晓' })
    for (const [step, body] of [
      ['adjustments', { what: 'pin', left: 'T1', right: 'C1', reason: '试' }],
      ['discard', undefined],
    ] as const)
      await refused(call('POST', `/${id}/${step}`, body), 'assignment.running')
    const { lastRun, actions } = await get<RoundView>(`/${id}`)
    expect([lastRun?.state, actions.includes('compute')]).toEqual(['interrupted', true])
    expect((await done(id, 'compute', {})).run).toBe(2)
  })
})

test('filters and orders, by county, and what is said twice is not', async () => {
  const id = await made()
  await done(id, 'compute', { way: 'coverage' })
  expect(await pairs(id, `?q=${encodeURIComponent('周宁')}`)).toEqual(['T2 C2'])
  expect(await pairs(id, '?sort=left&down=true')).toHaveLength(2)
  expect(await pairs(id, `?county=${encodeURIComponent('西岭县')}`)).toEqual([])
  expect(await pairs(id, '?only=pinned')).toEqual([])
  expect((await call('GET', `/${id}/pairs?sort=drop`)).statusCode).toBe(400)
  expect(await get(`/${id}/members?side=right&q=${encodeURIComponent('河')}`)).toHaveLength(2)
})

test('the template can be uploaded as it is, and what comes out can be read', async () => {
  const template = await call('GET', '/template.xlsx?kind=commissioner-village')
  expect(template.statusCode, template.body).toBe(200)
  const response = await upload(`/file?${QUERY}`, template.rawPayload, '模板.xlsx')
  expect(response.statusCode, response.body).toBe(201)
  const { id } = response.json<RoundView>()
  expect((await done(id, 'compute', {})).figures?.pairs).toBe(3)
  const book = await call('GET', `/${id}/round.xlsx`)
  const rows = await readSheet(book.rawPayload, 1)
  expect(rows).toHaveLength(4)
  expect(rows[1]).toContain('林晓（示例）')
  const json = JSON.parse((await call('GET', `/${id}/round.json`)).body)
  expect(json).toMatchObject({ mode: 'stable', pairs: [{ left: 'T1' }, {}, {}], blocking: [] })
})

test('one CSV table of both sides', async () => {
  const csv =
    '方,编号,名称,意愿\n科技特派员,1,林晓（示例）,2；1\n村,1,上河村（示例）,\n村,2,下河村（示例）,\n'
  const response = await upload(`/preview?${QUERY}`, csv, '名单.csv')
  expect(response.json()).toMatchObject({ problemCount: 0, left: { members: 1, wishes: 2 }, candidates: 2 })
})

test('sides of the registry', async () => {
  const asked = { title: '对接', kind: 'expert-company', way: 'stable', leftKind: 'person', right: 'need' }
  const response = await call('POST', '', asked)
  expect(response.statusCode, response.body).toBe(201)
  const empty = await done(response.json().id, 'compute', {})
  expect(empty.lastRun).toMatchObject({ state: 'failed', problem: { message: '登记库里有一方没有人。' } })
})

test('gathered anew, an answer of other members is not shown as theirs', async () => {
  await insertResources(at.db.pool, at.region, 'commissioner', ['甲', '乙'])
  await insertResources(at.db.pool, at.region, 'village', ['上村', '下村'])
  const asked = {
    title: '选派',
    kind: 'commissioner-village',
    way: 'stable',
    leftKind: 'commissioner',
    right: 'village',
  }
  const { id } = (await call('POST', '', asked)).json<RoundView>()
  expect((await done(id, 'compute', {})).figures?.pairs).toBe(2)
  await insertResources(at.db.pool, at.region, 'village', ['远村'])
  const anew = await done(id, 'compute', { gather: true })
  expect(anew).toMatchObject({
    state: 'computed',
    run: 2,
    figures: { pairs: 2, changes: null, right: { members: 3 } },
  })
  await at.db.pool.query("UPDATE subject SET kind = 'person' WHERE kind = 'village'")
  const failed = await done(id, 'compute', { gather: true })
  expect(failed).toMatchObject({ state: 'computed', run: 2, lastRun: { state: 'failed' } })
  expect(await pairs(id)).toHaveLength(2)
})

async function insertResources(
  db: Db,
  region: number,
  kind: string,
  names: readonly string[],
): Promise<void> {
  await db.query(
    'INSERT INTO subject (region_id, id, kind, name) SELECT $1, gen_random_uuid(), $2, unnest($3::text[])',
    [region, kind, names],
  )
}
