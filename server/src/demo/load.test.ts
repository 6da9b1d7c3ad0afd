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
import { INSTITUTIONS } from './supply/people.js'

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

const load = (today = TODAY) =>
  loadDemo({ pool: db.pool, library, region, today, progress: (line) => said.push(line) })
const stored = () => searchSubjects(db.pool, region, { limit: 1000, offset: 0 })

test('samples are entered once, however often they are asked for', async () => {
  await load()
  await Promise.all([load(), load()])
  expect((await stored()).total).toBe(sampleSubjects(library, TODAY).length + INSTITUTIONS.length)
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

test('a new year brings the books of the last one, and what was there stays', async () => {
  const items = (await stored()).items
  const held = async () =>
    new Map(
      (
        await observationsOf(
          db.pool,
          items.map(({ id }) => id),
        )
      ).map((o) => [`${o.subject} ${o.key}`, o.value]),
    )
  const before = await held()
  const of = (year: number) => [...before.keys()].filter((key) => key.endsWith(`年销售收入@${year}`)).length
  expect(of(2026)).toBe(0)
  said.length = 0
  await load('2027-03-01')
  await load('2027-06-01')
  expect(said).toEqual(['Brought the samples of the sample city into the new year'])
  expect((await stored()).total).toBe(items.length)
  const after = await held()
  for (const [key, value] of before) if (!key.endsWith('日期')) expect(after.get(key)).toEqual(value)
  const added = [...after.keys()].filter((key) => !before.has(key))
  expect(added.filter((key) => key.endsWith('年销售收入@2026')).length).toBeGreaterThan(100)
})
