import { type GivenFacts, type GivenRecords, parseFacts } from '@kehui/domain/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replacePacks } from '../registry/store.js'
import { insertSubjects, type NewSubject } from '../registry/store-insert.js'
import { insertObservations, insertRecords, retractBatch } from '../registry/store-observations.js'
import { assessSubjects, basisOf } from './assess.js'
import { countStale, findAssessments, staleIds } from './store.js'
import { changesSince, latestChange } from './store-changes.js'
import { library, type TestRegion, testRegion } from './testing-region.js'

let at: TestRegion
beforeAll(async () => {
  at = await testRegion()
})
afterAll(() => at.db.drop())

const read = (facts: GivenFacts, records: GivenRecords = {}) => {
  const parsed = parseFacts(library, { facts, records })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed
}

async function enter(name: string, facts: GivenFacts, more: Partial<NewSubject> = {}): Promise<string> {
  const subject = { name, audience: 'enterprise' as const, facts: read(facts).facts, ...more }
  const [id = ''] = await insertSubjects(at.db.pool, at.region, [subject])
  return id
}

async function write(subject: string, facts: GivenFacts, batch?: string): Promise<void> {
  const values = [...read(facts).facts].map(([key, { value }]) => ({ subject, key, value }))
  await insertObservations(at.db.pool, values, batch === undefined ? {} : { batch })
}

const stale = (...ids: string[]) =>
  staleIds(at.db.pool, at.region, basisOf(at.context), { limit: 100, among: ids })
const assess = (...ids: string[]) => assessSubjects(at.context, at.region, ids)

/** What came out otherwise by what is done. */
async function changesBy(subject: string, act: () => Promise<unknown>) {
  const before = await latestChange(at.db.pool, at.region)
  await act()
  await assess(subject)
  return (await changesSince(at.db.pool, at.region, before)).filter((c) => c.subject === subject)
}

const SMALL = {
  注册地: '云川市云麓区',
  居民企业: '是',
  职工总数: '80 人',
  年销售收入: '3000 万元',
  资产总额: '3000 万元',
}

test('a subject is stale until it is computed, and again once anything is written of it', async () => {
  const id = await enter('变化样例有限公司（示例）', SMALL)
  const batch = crypto.randomUUID()
  const acts: [string, () => Promise<unknown>][] = [
    ['a fact', () => write(id, { 职工总数: '90 人' }, batch)],
    ['taking it back', () => retractBatch(at.db.pool, [id], batch)],
    ['regions looked at', () => replacePacks(at.db.pool, id, ['wuhan'])],
    [
      'a record',
      async () => {
        const rows = [...read({}, { 贷款: [{ 贷款本金: '10 万元' }] }).records]
        const records = rows.flatMap(([record, given]) => given.map((row) => ({ subject: id, record, row })))
        await insertRecords(at.db.pool, records)
      },
    ],
  ]
  expect(await stale(id)).toEqual([id])
  for (const [, act] of acts) {
    await assess(id)
    expect(await stale(id)).toEqual([])
    await act()
    expect(await stale(id)).toEqual([id])
  }
  await assess(id)
  at.context.on = '2026-11-25'
  expect(await stale(id)).toEqual([id])
  at.context.on = '2026-11-24'
  const programmes = new Map(library.programmes)
  programmes.delete('cn.tech-sme')
  at.context.library = { ...library, programmes }
  expect(await stale(id)).toEqual([id])
  at.context.library = library
  expect(await stale(id)).toEqual([])
})

test('what is written of an owner makes all that it owns stale', async () => {
  const owner = await enter('业主样例有限公司（示例）', SMALL)
  const project = await enter('样例项目（示例）', {}, { audience: 'project', owner })
  await assess(owner, project)
  await write(owner, { 职工总数: '70 人' })
  expect((await stale(owner, project)).sort()).toEqual([owner, project].sort())
})

test('a change is kept with the facts that it comes from, and only those that the programme looks at', async () => {
  const id = await enter('超限样例有限公司（示例）', SMALL)
  await assess(id)
  const changes = await changesBy(id, () => write(id, { 职工总数: '501 人', 共享仪器使用次数: '3 次' }))
  const change = changes.find(({ programme }) => programme === 'cn.tech-sme')
  expect(change).toMatchObject({ before: { verdict: 'unknown' }, after: { verdict: 'no', missing: [] } })
  expect(change?.reasons).toEqual([{ kind: 'fact', key: '职工总数', from: amount(80), to: amount(501) }])
})

const amount = (n: number) => ({ kind: 'quantity', lo: String(n), hi: String(n) })

test('a change by a rule names the versions, one by the date alone the dates', async () => {
  const id = await enter('版本样例有限公司（示例）', { ...SMALL, 职工总数: '501 人' })
  await assess(id)
  const strict = library.programmes.get('cn.tech-sme')
  if (!strict) throw new Error('the national pack has it')
  const lax = { ...strict, need: [], points: new Map(), version: 'lax' }
  const byRule = await changesBy(id, async () => {
    at.context.library = { ...library, programmes: new Map([...library.programmes, [lax.id, lax]]) }
  })
  expect(byRule.map((c) => [c.programme, c.reasons])).toEqual([
    [lax.id, [{ kind: 'rule', from: strict.version, to: 'lax' }]],
  ])
  at.context.library = library
  await assess(id)
  const byDate = await changesBy(id, async () => {
    at.context.on = '2040-01-01'
  })
  expect(byDate.length).toBeGreaterThan(0)
  for (const { reasons } of byDate)
    expect(reasons).toEqual([{ kind: 'date', from: '2026-11-24', to: '2040-01-01' }])
  at.context.on = '2026-11-24'
})

test('two who compute the same tell a change once, and an earlier state never replaces a later one', async () => {
  const id = await enter('并发样例有限公司（示例）', SMALL)
  await assess(id)
  const before = await latestChange(at.db.pool, at.region)
  await write(id, { 职工总数: '501 人' })
  await Promise.all([assess(id), assess(id), assess(id)])
  const changes = await changesSince(at.db.pool, at.region, before)
  const ids = changes.map(({ programme }) => programme)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toContain('cn.tech-sme')
  const [kept] = await findAssessments(at.db.pool, at.region, [id])
  expect(kept?.cells['cn.tech-sme']?.verdict).toBe('no')
  expect(await stale(id)).toEqual([])
})

test('all of a region are counted, and a company that is gone leaves nothing', async () => {
  const id = await enter('退出样例有限公司（示例）', SMALL)
  await assess(id)
  const before = await countStale(at.db.pool, at.region, basisOf(at.context))
  await at.db.pool.query('DELETE FROM subject WHERE id = $1', [id])
  const after = await countStale(at.db.pool, at.region, basisOf(at.context))
  expect(after).toEqual({ total: before.total - 1, stale: before.stale })
  expect(await findAssessments(at.db.pool, at.region, [id])).toEqual([])
  await assess(id)
  expect(await findAssessments(at.db.pool, at.region, [id])).toEqual([])
})
