import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadDemo } from '../demo/index.js'
import { loadLibrary } from '../pack-files.js'
import { situationOf } from './known.js'
import { situationsOf } from './situations.js'
import { findSubject, searchSubjects } from './store.js'

const library = loadLibrary()
let db: TestDatabase
let region: number

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  region = await ensureRegion(db.pool, pack)
  await loadDemo({ pool: db.pool, library, region, today: '2026-11-24', progress: () => {} })
})
afterAll(() => db.drop())

test('many at once are what each is by itself, owners included', async () => {
  const { items } = await searchSubjects(db.pool, region, { limit: 10_000, offset: 0 })
  const found = await situationsOf(
    db.pool,
    library,
    region,
    items.map(({ id }) => id),
  )
  expect(found.length).toBe(items.length)
  expect(found.some(({ situation }) => situation.owner)).toBe(true)
  for (const { stored, situation } of found.filter((_, i) => i % 20 === 0)) {
    const alone = await situationOf(db.pool, library, stored, (id) => findSubject(db.pool, region, id))
    expect(situation).toEqual(alone.situation)
  }
})

test('those that are not there are left out', async () => {
  expect(await situationsOf(db.pool, library, region, ['00000000-0000-4000-8000-000000000000'])).toEqual([])
})
