import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../context.js'
import { ensureRegion } from '../../database/region.js'
import { type TestDatabase, testDatabase } from '../../database/testing.js'
import { matchesOfDemand } from '../../matching/matches.js'
import { matchingAudit } from '../../matching-audit/audit.js'
import { loadLibrary } from '../../pack-files.js'
import { loadDemo } from '../index.js'
import { INTRODUCTIONS } from './introductions.js'
import { NEEDS } from './needs.js'
import { pastIntroduction, pastNeed } from './past.js'
import { EXPERTS, INSTITUTIONS } from './people.js'
import { expertName, WORKS } from './works.js'

const TODAY = '2026-11-25'
const library = loadLibrary()
let db: TestDatabase
let region: number

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('there is no sample city')
  region = await ensureRegion(db.pool, pack)
  const load = () => loadDemo({ pool: db.pool, library, region, today: TODAY, progress: () => {} })
  await load()
  await load()
})
afterAll(() => db.drop())

const contextOf = () =>
  createContext({ pool: db.pool, library, now: () => new Date(`${TODAY}T04:00:00Z`), demo: true })
const team = { actor: { role: 'service-team', name: '周舟（示例）' }, as: null } as const

test('what is offered holds together: holders, authors and chains are samples that are there', () => {
  const holders = new Set(INSTITUTIONS.map(({ name }) => name))
  const experts = new Set(EXPERTS.map(([name]) => name))
  const products = new Set(
    [...library.chains.values()]
      .flatMap(({ parts }) => parts.flatMap((p) => p.products))
      .map(({ name }) => name),
  )
  expect(new Set(WORKS.map(({ name }) => name)).size).toBe(WORKS.length)
  for (const { holder, authors, product, abstract } of WORKS) {
    expect(holders).toContain(holder)
    for (const author of authors) expect(experts).toContain(author)
    expect(products).toContain(product)
    expect(abstract.length).toBeGreaterThan(60)
  }
  for (const [name, institution, product] of EXPERTS) {
    expect(expertName(name)).toContain('示例')
    expect(holders).toContain(institution)
    expect(products).toContain(product)
  }
})

test('no need tells whose it is before both sides agreed', () => {
  for (const sample of NEEDS) {
    const { redacted } = pastNeed(sample, TODAY)
    expect(JSON.stringify(redacted)).not.toMatch(/云川|0000-|电梯厂|示例/)
  }
})

test('introductions stand in every state, and none has a day to come but for its meeting', () => {
  const stands = INTRODUCTIONS.map((one) => pastIntroduction(one, TODAY))
  expect([...new Set(stands.map(({ stands: { state } }) => state))].sort()).toEqual(
    ['agreed', 'closed', 'declined', 'lapsed', 'met', 'proposed', 'scheduled', 'signed', 'withdrawn'].sort(),
  )
  for (const { events } of stands) {
    const days = events.map(({ at }) => at)
    expect(days).toEqual([...days].sort())
    for (const at of days) expect(at.slice(0, 10) <= TODAY).toBe(true)
  }
})

test('every open need of the sample city has matches, the achievement meant for it first among them', async () => {
  const context = contextOf()
  const { rows } = await db.pool.query<{ id: string; title: string }>(
    `SELECT id, content ->> 'title' AS title FROM demand WHERE state = 'published'`,
  )
  expect(rows).toHaveLength(12)
  const first = new Map<string, string[]>()
  for (const { id, title } of rows) {
    const { items } = await matchesOfDemand(context, id, { kind: 'achievement' }, team, 'zh')
    first.set(
      title,
      items.slice(0, 3).map(({ resource }) => resource.name),
    )
    expect(items[0]?.words.length).toBeGreaterThan(0)
  }
  expect(first.get('航空动力电池冬天起飞没劲')).toContain('动力电池低温自加热管理（示例）')
  expect(first.get('无人机打药飘得厉害，果树里面打不透')).toContain('植保无人机雾滴飘移抑制喷头（示例）')
})

test('the audit has figures, and says that they are few', async () => {
  const { total, outcomes, precision } = await matchingAudit(contextOf(), {}, 'zh')
  expect(total.agreed.of).toBe(INTRODUCTIONS.length - 1)
  for (const rate of [total.agreed, total.met, total.signed, total.fitted]) {
    expect(rate.count).toBeGreaterThan(3)
    expect((rate.high ?? 0) - (rate.low ?? 0)).toBeGreaterThan(0.2)
  }
  expect(total.signed.few).toBe(true)
  expect(outcomes.filter(({ count }) => count > 0).length).toBeGreaterThan(8)
  expect(precision).toHaveLength(3)
})
