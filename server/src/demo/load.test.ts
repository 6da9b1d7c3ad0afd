import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import { datedFacts } from '../registry/dated-facts.js'
import { searchSubjects } from '../registry/store.js'
import { observationsOf, recordsOf } from '../registry/store-observations.js'
import { readValue } from '../registry/stored-value.js'
import { loadDemo } from './index.js'
import { sampleSubjects } from './samples.js'

const TODAY = '2026-11-24'
const library = loadLibrary()
const said: string[] = []
let db: TestDatabase
let region: number

beforeAll(async () => {
  db = await testDatabase()
  const pack = library.packs.get('demo')
  if (!pack) throw new Error('there is no sample city')
  region = await ensureRegion(db.pool, pack)
})
afterAll(() => db.drop())

const load = () =>
  loadDemo({ pool: db.pool, library, region, today: TODAY, progress: (line) => said.push(line) })
const stored = () => searchSubjects(db.pool, region, { limit: 1000, offset: 0 })

test('samples are entered in a few seconds, once, however often they are asked for', async () => {
  const start = performance.now()
  await load()
  expect(performance.now() - start).toBeLessThan(4000)
  await Promise.all([load(), load()])
  expect((await stored()).total).toBe(sampleSubjects(library, TODAY).length)
  expect(said).toHaveLength(1)
})

test('what is stored is what was drawn: facts, records, places and owners', async () => {
  const byName = new Map((await stored()).items.map((item) => [item.name, item]))
  for (const { name, facts, records, owner } of sampleSubjects(library, TODAY)) {
    const item = byName.get(name)
    if (!item) throw new Error(`${name} is not there`)
    expect(item.sample).toBe(true)
    expect(item.ownerId).toBe(owner ? byName.get(owner.name)?.id : null)
    const place = facts.get('注册地')?.value
    expect(item.place).toBe(place?.kind === 'place' ? place.code : null)
    const known = await observationsOf(db.pool, [item.id])
    expect(new Map(known.map(({ key, value }) => [key, readValue(value)]))).toEqual(
      new Map([...datedFacts(library, facts, 2026)].map(([key, { value }]) => [key, value])),
    )
    const rows = await recordsOf(db.pool, [item.id])
    expect(rows).toHaveLength([...records.values()].reduce((sum, list) => sum + list.length, 0))
  }
})
