import { OBJECTION_ACTIONS, type ObjectionAction } from '@kehui/domain/cases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, buildApp } from '../app.js'
import { type AppContext, createContext } from '../context.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import type { ObjectionDetail } from './schema.js'

const library = loadLibrary()
const CONDITION = '职工总数 <= 500 人'
let db: TestDatabase
let app: App
let context: AppContext
let company: string

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  await ensureRegion(db.pool, pack)
  context = createContext({ pool: db.pool, library, now: () => new Date('2026-11-25T04:00:00Z') })
  app = await buildApp({ context })
  const made = await as('manager', 'POST', '/subjects', {
    name: '云川异议示例有限公司',
    audience: 'enterprise',
    place: '云麓区',
  })
  company = made.body.id
  await as('manager', 'POST', `/subjects/${company}/facts`, { facts: { 职工总数: '510 人' } })
})

afterAll(async () => {
  await app.close()
  await db.drop()
})

type Role = 'manager' | 'clerk' | 'service-team'
const NAMES: Record<Role, string> = {
  manager: '王示例',
  clerk: '林晓（示例）',
  'service-team': '周舟（示例）',
}

async function as(role: Role, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { host: 'localhost', 'x-kehui-role': role, 'x-kehui-name': encodeURIComponent(NAMES[role]) },
    ...(payload ? { payload } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

async function raise(condition: string | null = CONDITION, reason = '职工人数按年末参保人数应为 498 人') {
  return as('manager', 'POST', `/subjects/${company}/objections`, {
    programme: 'cn.tech-sme',
    ...(condition === null ? {} : { condition }),
    reason,
    name: '王示例',
    contact: 'wang@example.org',
  })
}

const act = (role: Role, id: string, action: ObjectionAction, more: object = {}) =>
  as(role, 'POST', `/objections/${id}/actions`, { action, note: '已核对', ...more })

async function end(id: string): Promise<void> {
  await act('manager', id, 'withdraw')
}

describe('an objection', () => {
  test('keeps what the page showed, and is due in five working days', async () => {
    const { status, body } = await raise()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'open',
      dueOn: '2026-12-02',
      overdue: false,
      subject: { name: '云川异议示例有限公司' },
      shown: { verdict: 'no' },
      now: { verdict: 'no' },
      condition: { text: CONDITION, actual: '510 人', verdict: 'no', article: '第六条（二）' },
      events: [{ action: 'raise', by: '王示例' }],
      actions: ['withdraw'],
    })
    const seen = await as('clerk', 'GET', `/objections/${body.id}`)
    expect(seen.body.actions).toEqual(['take', 'answer', 'correct-fact', 'refer-rule'])
    await end(body.id)
  })

  test('to the same condition is filed once; to another, or anew after an answer, again', async () => {
    const first = (await raise()).body
    const again = await raise()
    expect(again).toMatchObject({
      status: 409,
      body: { error: { code: 'objection.exists', details: { id: first.id } } },
    })
    const whole = await raise(null)
    expect(whole.status).toBe(201)
    await end(whole.body.id)
    await act('clerk', first.id, 'answer')
    const later = await raise()
    expect(later.status).toBe(201)
    await end(later.body.id)
  })

  test.each([
    [{ programme: 'cn.nothing' }, 'programme.not-found', 404],
    [{ programme: 'demo.village' }, 'programme.not-for-subject', 404],
    [{ condition: '职工总数 <= 5 人' }, 'objection.condition', 422],
    [{ reason: '   ' }, 'objection.reason', 422],
    [{ reason: '' }, 'request.invalid', 400],
    [{ name: ' ' }, 'role.no-name', 422],
    [{ reason: 'x'.repeat(2001) }, 'request.invalid', 400],
  ])('%j is refused as %s', async (change, code, status) => {
    const body = { programme: 'cn.tech-sme', condition: CONDITION, reason: '不对', name: '王示例', ...change }
    const refused = await as('manager', 'POST', `/subjects/${company}/objections`, body)
    expect(refused).toMatchObject({ status, body: { error: { code } } })
  })

  test('of a company that is not there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    const refused = await as('manager', 'POST', `/subjects/${nobody}/objections`, {
      programme: 'cn.tech-sme',
      reason: '不对',
      name: '王示例',
    })
    expect(refused).toMatchObject({ status: 404, body: { error: { code: 'subject.not-found' } } })
  })
})

describe('what becomes of it', () => {
  test('a corrected fact changes the verdict, says whose it is, and the person is told', async () => {
    const { id } = (await raise()).body
    await act('clerk', id, 'take', { note: '' })
    const same = await act('clerk', id, 'correct-fact', { facts: { 职工总数: '510 人' } })
    expect(same.body.error.code).toBe('objection.fact-same')
    const { body } = await act('clerk', id, 'correct-fact', { facts: { 职工总数: '498 人' } })
    expect(body).toMatchObject({ state: 'answered', shown: { verdict: 'no' }, now: { verdict: 'unknown' } })
    expect(body.events.at(-1)).toMatchObject({
      action: 'correct-fact',
      by: NAMES.clerk,
      changed: [{ key: '职工总数@2025', from: '510 人', to: '498 人' }],
      after: { verdict: 'unknown' },
    })
    const facts = await as('clerk', 'GET', `/subjects/${company}/facts`)
    const row = facts.body.rows.find((one: { fact: string }) => one.fact === '职工总数')
    expect(row.cells[0]).toMatchObject({ value: '498 人', source: '异议核实（林晓（示例））' })
    const notices = await db.pool.query(
      `SELECT kind, email, content ->> 'answer' AS answer FROM notice WHERE content ->> 'objection' = $1`,
      [id],
    )
    expect(notices.rows).toEqual([
      { kind: 'objection-answered', email: 'wang@example.org', answer: '已核对' },
    ])
  })

  test('nothing is written where a step is refused', async () => {
    const { id } = (await raise(null)).body
    const before = await db.pool.query('SELECT count(*)::int AS n FROM observation')
    const refused = await act('clerk', id, 'correct-fact', { facts: { 职工总数: '497 人', 没有: '1' } })
    expect(refused.body.error.code).toBe('facts.invalid')
    expect((await act('clerk', id, 'correct-fact')).body.error.code).toBe('facts.nothing')
    const after = await db.pool.query('SELECT count(*)::int AS n FROM observation')
    expect(after.rows).toEqual(before.rows)
    expect((await as('clerk', 'GET', `/objections/${id}`)).body).toMatchObject({
      state: 'open',
      events: [{ action: 'raise' }],
    })
    await end(id)
  })

  test('a rule counts as corrected once another version of it is in force', async () => {
    const { id } = (await raise(null)).body
    await act('clerk', id, 'refer-rule')
    expect((await act('clerk', id, 'rule-corrected')).body.error.code).toBe('objection.rule-same')
    const programme = library.programmes.get('cn.tech-sme')
    if (!programme) throw new Error('the programme is in the national pack')
    const programmes = new Map(library.programmes).set(programme.id, {
      ...programme,
      version: 'f'.repeat(64),
    })
    context.library = { ...library, programmes }
    const corrected = await act('clerk', id, 'rule-corrected')
    context.library = library
    expect(corrected.body).toMatchObject({ state: 'answered', events: { length: 3 } })
    const anew = await act('manager', id, 'reopen', { note: '更正后仍不对' })
    expect(anew.body.state).toBe('open')
    await end(id)
  })

  test('every step is refused to the wrong role, and in a state that forbids it', async () => {
    const { id } = (await raise(null)).body
    const objectors: readonly ObjectionAction[] = ['withdraw', 'reopen']
    for (const action of OBJECTION_ACTIONS) {
      const wrong = objectors.includes(action) ? 'clerk' : 'manager'
      expect(await act(wrong, id, action)).toMatchObject({
        status: 403,
        body: { error: { code: 'role.not-allowed' } },
      })
    }
    await end(id)
    for (const action of OBJECTION_ACTIONS) {
      const right = objectors.includes(action) ? 'manager' : 'clerk'
      const refused = await act(right, id, action, { facts: { 职工总数: '1 人' } })
      expect(refused).toMatchObject({ status: 409, body: { error: { code: 'objection.state' } } })
    }
  })

  test('an answer needs words and a name', async () => {
    const { id } = (await raise(null)).body
    expect((await act('clerk', id, 'answer', { note: ' ' })).body.error.code).toBe('objection.note')
    const nameless = await app.inject({
      method: 'POST',
      url: `/api/v1/objections/${id}/actions`,
      headers: { host: 'localhost', 'x-kehui-role': 'clerk' },
      payload: { action: 'answer', note: '已核对' },
    })
    expect(nameless.json().error.code).toBe('role.no-name')
    await end(id)
  })

  test('of two that answer at once one is refused', async () => {
    const { id } = (await raise(null)).body
    const both = await Promise.all([act('clerk', id, 'answer'), act('clerk', id, 'answer')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await as('clerk', 'GET', `/objections/${id}`)
    expect(body.events.map((event: ObjectionDetail['events'][number]) => event.action)).toEqual([
      'raise',
      'answer',
    ])
  })
})

describe('the list', () => {
  test('is for the bureau; by state and words, with counts', async () => {
    const { id } = (await raise(null, '查找用的理由')).body
    expect((await as('manager', 'GET', '/objections')).status).toBe(403)
    const found = await as('clerk', 'GET', `/objections?state=pending&q=${encodeURIComponent('查找用')}`)
    expect(found.body).toMatchObject({ total: 1, items: [{ id }], counts: { open: 1 } })
    const own = await as('manager', 'GET', `/subjects/${company}/objections`)
    expect(own.body[0].id).toBe(id)
    expect((await as('clerk', 'GET', '/objections?state=lost')).status).toBe(400)
    await end(id)
    expect((await as('clerk', 'GET', '/objections?state=pending')).body.total).toBe(0)
  })

  test('an overdue one is told', async () => {
    const { id } = (await raise(null)).body
    await db.pool.query(`UPDATE objection SET due_on = '2026-11-24' WHERE id = $1`, [id])
    expect((await as('clerk', 'GET', `/objections/${id}`)).body.overdue).toBe(true)
    await end(id)
    expect((await as('clerk', 'GET', `/objections/${id}`)).body.overdue).toBe(false)
  })
})
