import { afterAll, beforeAll, expect, test } from 'vitest'
import { createContext } from '../../context.js'
import { ensureRegion } from '../../database/region.js'
import { type TestDatabase, testDatabase } from '../../database/testing.js'
import { loadDemo } from '../../demo/index.js'
import { loadLibrary } from '../../pack-files.js'
import { enterPlans } from './enter-plans.js'
import { findInChains, overviewOf } from './find.js'
import { graphOf } from './keeper.js'
import { servedNow } from './store.js'

const library = loadLibrary()
let db: TestDatabase
let region: number

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  region = await ensureRegion(db.pool, pack)
  await enterPlans(db.pool, library, region, 'demo')
  await loadDemo({ pool: db.pool, library, region, today: '2026-11-24', progress: () => {} })
})
afterAll(() => db.drop())

const context = () => createContext({ pool: db.pool, library })

test('the sample city has chains with links here, elsewhere and nowhere', async () => {
  const at = context()
  const kept = await graphOf(at)
  const { industries } = overviewOf(library, kept, 'zh')
  expect(industries.map(({ name }) => name).sort()).toEqual(
    ['低空装备产业链（示例）', '智能传感产业链（示例）', '生物医药产业链（示例）'].sort(),
  )
  for (const { held, gaps, sample } of industries) {
    expect(held).toBeGreaterThan(3)
    expect(gaps).toBeGreaterThan(3)
    expect(sample).toBe(true)
  }
  const covers = new Set(
    ['压力传感器', '半导体硅片', '超声换能器'].map((q) => findInChains(kept, q, 'product').items[0]?.makers),
  )
  expect(covers).toEqual(new Set(['held', 'away', 'none']))
})

test('every company of the samples that a chain shows is marked as one', async () => {
  const { graph } = await graphOf(context())
  const companies = graph.nodes.filter(({ kind }) => kind === 'enterprise' || kind === 'person')
  expect(companies.length).toBeGreaterThan(150)
  for (const { name, sample } of companies) {
    expect(name).toContain('示例')
    expect(sample).toBe(true)
  }
})

test('entered again nothing is written; what left the files is taken back', async () => {
  const before = await servedNow(db.pool)
  await enterPlans(db.pool, library, region, 'demo')
  await loadDemo({ pool: db.pool, library, region, today: '2026-11-24', progress: () => {} })
  expect(await servedNow(db.pool)).toEqual(before)
  const fewer = { ...library, chains: library.chains.filter(({ id }) => id !== 'demo.biomedicine') }
  await enterPlans(db.pool, fewer, region, 'demo')
  const { graph } = await graphOf(context())
  const { industries } = overviewOf(library, await graphOf(context()), 'zh')
  expect(industries.find(({ name }) => name.startsWith('生物医药'))?.links ?? 0).toBe(0)
  expect(graph.nodes.some(({ name }) => name === '单克隆抗体药')).toBe(true)
})
