import { cellsFor } from '@kehui/domain/packs/package'
import { batchOf, type GivenFacts, parseFacts } from '@kehui/domain/rules'
import { parseDay } from '@kehui/domain/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { library, type TestRegion, TODAY, testRegion } from '../assessments/testing-region.js'
import { enterRandom } from '../region-columns/testing-companies.js'
import { placeOf } from '../registry/known.js'
import { situationsOf } from '../registry/situations.js'
import { insertSubjects } from '../registry/store-insert.js'
import { insertObservations } from '../registry/store-observations.js'
import { startRun } from './start-run.js'
import { countEntitlements, entitlementsOf } from './store-entitlements.js'
import { findRun, latestRuns, programmesOfRun } from './store-runs.js'

let at: TestRegion
beforeAll(async () => {
  at = await testRegion()
  const program = batchOf(library, parseDay(TODAY) ?? 0)
  await enterRandom(at.db.pool, at.region, program, { seed: 11, count: 120 })
})
afterAll(() => at.db.drop())

async function run(on = TODAY): Promise<string> {
  const { id, ended } = await startRun(at.context, at.region, { on, cause: 'asked', byName: null })
  await ended
  return id
}

async function stored(): Promise<Record<string, unknown>[]> {
  const { rows } = await at.db.pool.query(
    `SELECT programme, subject_id AS subject, verdict, least_fen AS least, most_fen AS most, kept,
       paid_least_fen AS paid_least, paid_most_fen AS paid_most, missing, judged, input_hash, run_id
     FROM entitlement WHERE region_id = $1 ORDER BY programme, subject_id`,
    [at.region],
  )
  return rows
}

async function changes(runId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await at.db.pool.query(
    `SELECT subject_id AS subject, programme, before, after, reasons, kinds FROM entitlement_change
     WHERE region_id = $1 AND run_id = $2 ORDER BY programme, subject_id`,
    [at.region, runId],
  )
  return rows
}

/** What single evaluation finds for every subject, in the form in which entitlements are stored. */
async function evaluated(on: string): Promise<string[]> {
  const { rows } = await at.db.pool.query<{ id: string }>('SELECT id FROM subject')
  const all = await situationsOf(
    at.db.pool,
    at.context.library,
    at.region,
    rows.map(({ id }) => id),
  )
  return all
    .flatMap(({ stored: { id, place }, situation, packs }) => {
      const question = { situation, place: placeOf(situation) ?? place, packs, on, nearest: false }
      return [...cellsFor(at.context.library, question)].flatMap(([programme, cell]) => {
        const { verdict, amountFen, missing, judged, kept } = cell
        if (verdict === 'no') return []
        return [line(programme, id, verdict, kept, amountFen, missing, judged)]
      })
    })
    .sort()
}

function line(
  programme: unknown,
  subject: unknown,
  verdict: unknown,
  kept: unknown,
  amount: { min: string; max: string } | null,
  missing: readonly string[],
  judged: readonly string[],
): string {
  const list = (names: readonly string[]) => [...new Set(names)].sort().join()
  const fen = amount ? `${amount.min}..${amount.max}` : '-'
  return `${programme} ${subject} ${verdict} ${kept} ${fen} [${list(missing)}] [${list(judged)}]`
}

async function storedLines(): Promise<string[]> {
  return (await stored())
    .map((e) => {
      const amount = e.paid_least === null ? null : { min: `${e.paid_least}`, max: `${e.paid_most}` }
      const list = (value: unknown) => (value ?? []) as string[]
      return line(e.programme, e.subject, e.verdict, e.kept, amount, list(e.missing), list(e.judged))
    })
    .sort()
}

test('finds what single evaluation finds, for all programmes and random subjects', async () => {
  const id = await run()
  const lines = await storedLines()
  expect(lines.length).toBeGreaterThan(500)
  expect(lines).toEqual(await evaluated(TODAY))
  expect(await findRun(at.db.pool, at.region, id)).toMatchObject({ state: 'done', phase: 'done', changes: 0 })
  const programmes = await programmesOfRun(at.db.pool, at.region, id)
  expect(programmes).toHaveLength(70)
  for (const { programme, version, met, open } of programmes) {
    expect(version).toBe(library.programmes.get(programme)?.version)
    const own = lines.filter((l) => l.startsWith(`${programme} `))
    expect([met, open]).toEqual([
      own.filter((l) => / yes /.test(l)).length,
      own.filter((l) => / unknown /.test(l)).length,
    ])
  }
})

test('a run after which nothing changed changes nothing', async () => {
  const before = await stored()
  const id = await run()
  expect(await stored()).toEqual(before)
  expect(await changes(id)).toEqual([])
})

async function enter(name: string, facts: GivenFacts): Promise<string> {
  const read = parseFacts(library, { facts })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const subject = { name, audience: 'enterprise' as const, facts: read.facts }
  const [id = ''] = await insertSubjects(at.db.pool, at.region, [subject])
  return id
}

async function write(subject: string, facts: GivenFacts): Promise<void> {
  const read = parseFacts(library, { facts })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const values = [...read.facts].map(([key, { value }]) => ({ subject, key, value }))
  await insertObservations(at.db.pool, values)
}

const SMALL = {
  注册地: '云川市云麓区',
  居民企业: '是',
  职工总数: '80 人',
  年销售收入: '3000 万元',
  资产总额: '3000 万元',
}

test('changes are told with what they come from: a subject that came, a fact, a rule, a date', {
  timeout: 180_000,
}, async () => {
  const id = await enter('变化样例有限公司（示例）', SMALL)
  const came = await changes(await run())
  expect(new Set(came.map(({ subject }) => subject))).toEqual(new Set([id]))
  for (const change of came) {
    expect(change).toMatchObject({ before: null, kinds: ['subject'] })
    expect(change.reasons).toEqual([{ kind: 'subject', came: true }])
  }
  await write(id, { 职工总数: '501 人', 共享仪器使用次数: '3 次' })
  const byFact = (await changes(await run())).find(({ programme }) => programme === 'cn.tech-sme')
  const people = (n: string) => ({ kind: 'quantity', lo: n, hi: n })
  expect(byFact).toMatchObject({
    subject: id,
    before: { verdict: 'unknown' },
    after: null,
    reasons: [{ kind: 'fact', key: '职工总数@2025', from: people('80'), to: people('501') }],
  })
  const strict = library.programmes.get('cn.tech-sme')
  if (!strict) throw new Error('the national pack has it')
  const lax = { ...strict, need: [], points: new Map(), version: 'lax' }
  at.context.library = { ...library, programmes: new Map([...library.programmes, [lax.id, lax]]) }
  const byRule = await changes(await run())
  expect(new Set(byRule.map(({ programme }) => programme))).toEqual(new Set([lax.id]))
  for (const { reasons } of byRule)
    expect(reasons).toEqual([{ kind: 'rule', from: strict.version, to: 'lax' }])
  expect(await storedLines()).toEqual(await evaluated(TODAY))
  at.context.library = library
  await run()
  const byDate = await changes(await run('2040-01-01'))
  expect(byDate.length).toBeGreaterThan(0)
  for (const { kinds } of byDate) expect(kinds).toEqual(['date'])
  expect(await storedLines()).toEqual(await evaluated('2040-01-01'))
  await run()
  await at.db.pool.query('DELETE FROM subject WHERE id = $1', [id])
  const gone = await changes(await run())
  for (const change of gone) expect(change).toMatchObject({ subject: id, after: null, kinds: ['subject'] })
  expect(await storedLines()).toEqual(await evaluated(TODAY))
})

test('two at once are refused, and one that is cancelled leaves nothing', async () => {
  await enter('取消样例有限公司（示例）', SMALL)
  const before = await stored()
  const { id, ended } = await startRun(at.context, at.region, { on: TODAY, cause: 'asked', byName: null })
  await expect(run()).rejects.toMatchObject({ code: 'run.running' })
  await at.db.pool.query('UPDATE region_run SET cancel_asked = true WHERE id = $1', [id])
  await ended
  const [latest] = await latestRuns(at.db.pool, at.region, 1)
  expect(['cancelled', 'done']).toContain(latest?.state)
  if (latest?.state === 'cancelled') expect(await stored()).toEqual(before)
  await run()
  expect(await storedLines()).toEqual(await evaluated(TODAY))
})

test('what fails is said in its line, leaves nothing, and the next one runs', async () => {
  const before = await stored()
  await at.db.pool.query('ALTER TABLE entitlement_change RENAME TO away')
  await enter('失败样例有限公司（示例）', SMALL)
  await expect(run()).rejects.toThrow('entitlement_change')
  const [failed] = await latestRuns(at.db.pool, at.region, 1)
  expect(failed).toMatchObject({ state: 'failed', problem: expect.stringContaining('entitlement_change') })
  expect(await stored()).toEqual(before)
  await at.db.pool.query('ALTER TABLE away RENAME TO entitlement_change')
  await run()
  expect(await storedLines()).toEqual(await evaluated(TODAY))
})

test('entitlements are read with the rule version and the date that they were decided by', async () => {
  const [one] = await entitlementsOf(at.db.pool, at.region, { programme: 'cn.tech-sme', limit: 1 })
  expect(one).toMatchObject({
    programme: 'cn.tech-sme',
    on: TODAY,
    version: library.programmes.get('cn.tech-sme')?.version,
  })
  const all = await entitlementsOf(at.db.pool, at.region, { programme: 'cn.tech-sme', limit: 1000 })
  expect(all).toHaveLength(await countEntitlements(at.db.pool, at.region, 'cn.tech-sme'))
  const [first, second] = all
  expect(
    await entitlementsOf(at.db.pool, at.region, {
      programme: 'cn.tech-sme',
      after: first?.subject.id,
      limit: 1,
    }),
  ).toEqual([second])
})
