import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRegion } from '../../database/region.js'
import { type TestDatabase, testDatabase } from '../../database/testing.js'
import { loadLibrary } from '../../pack-files.js'
import { insertRelations, relationsOf, retractRelations, standingRelations, undoRelations } from './store.js'

let db: TestDatabase
let region: number
beforeAll(async () => {
  db = await testDatabase()
  const pack = loadLibrary().packs.get('demo')
  if (!pack) throw new Error('the sample city is there')
  region = await ensureRegion(db.pool, pack)
})
afterAll(() => db.drop())

const product = (id: string) => ({ kind: 'product', id })
const inputOf = (from: string, to: string, weight: number | null = null) => ({
  type: 'input-of',
  from: product(from),
  to: product(to),
  weight,
})

test('a relation carries its source, its import and its row', async () => {
  const [a, b, batch] = [randomUUID(), randomUUID(), randomUUID()]
  const given = [{ ...inputOf(a, b, 0.25), row: 7 }]
  expect(await insertRelations(db.pool, region, given, { source: '产业链.csv', batch })).toEqual({
    batch,
    added: 1,
    changed: 0,
    unchanged: 0,
  })
  const expected = { ...inputOf(a, b, 0.25), source: '产业链.csv', batch, row: 7 }
  expect(await relationsOf(db.pool, region, a)).toMatchObject([expected])
  expect(await relationsOf(db.pool, region, b)).toMatchObject([expected])
})

test('what two sources say stands twice, what one says anew replaces what it said', async () => {
  const [a, b] = [randomUUID(), randomUUID()]
  await insertRelations(db.pool, region, [inputOf(a, b, 0.1)], { source: '甲' })
  await insertRelations(db.pool, region, [inputOf(a, b, 0.2)], { source: '乙' })
  const again = await insertRelations(db.pool, region, [inputOf(a, b, 0.3)], { source: '甲' })
  expect(again).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
  const told = (await relationsOf(db.pool, region, a)).map(({ source, weight }) => [source, weight])
  expect(told.sort()).toEqual([
    ['乙', 0.2],
    ['甲', 0.3],
  ])
})

test('what was found wrong stays so when the import after it is undone', async () => {
  const [a, b] = [randomUUID(), randomUUID()]
  await insertRelations(db.pool, region, [inputOf(a, b, 0.1)], { source: '甲' })
  const { batch } = await insertRelations(db.pool, region, [inputOf(a, b, 0.2)], { source: '甲' })
  const [stored] = await relationsOf(db.pool, region, a)
  expect(await retractRelations(db.pool, region, [stored?.id ?? ''])).toBe(1)
  expect(await undoRelations(db.pool, region, batch)).toBe(0)
  expect(await relationsOf(db.pool, region, a)).toEqual([])
})

test('writings and undoings in any order leave what the writings that were not undone say', async () => {
  const edge = fc.record({ to: fc.integer({ min: 0, max: 3 }), weight: fc.integer({ min: 0, max: 4 }) })
  const write = fc.record({ source: fc.constantFrom('甲', '乙'), edges: fc.array(edge, { maxLength: 5 }) })
  const act = fc.oneof(write, fc.record({ undo: fc.nat({ max: 9 }) }))
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const from = randomUUID()
      const ends = Array.from({ length: 4 }, () => randomUUID())
      let written: { batch: string; source: string; said: Map<number, number> }[] = []
      for (const each of acts) {
        if ('undo' in each) {
          const target = written[each.undo % Math.max(1, written.length)]
          if (!target) continue
          await undoRelations(db.pool, region, target.batch)
          written = written.filter((w) => w !== target)
        } else {
          const rows = each.edges.map(({ to, weight }) => inputOf(from, ends[to] ?? '', weight / 4))
          const { batch } = await insertRelations(db.pool, region, rows, { source: each.source })
          const said = new Map(each.edges.map(({ to, weight }) => [to, weight / 4]))
          written.push({ batch, source: each.source, said })
        }
      }
      const expected = new Map(
        written.flatMap(({ source, said }) => [...said].map(([to, w]) => [`${source} ${ends[to]}`, w])),
      )
      const stored = await relationsOf(db.pool, region, from)
      expect(stored).toHaveLength(expected.size)
      expect(new Map(stored.map((r) => [`${r.source} ${r.to.id}`, r.weight]))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('what stands of a type is there to be checked against', async () => {
  const [a, b, other] = [randomUUID(), randomUUID(), randomUUID()]
  const relation = { type: 'part-of', from: product(a), to: product(b) }
  await insertRelations(db.pool, region, [relation, inputOf(a, other)], { source: '甲' })
  expect(await standingRelations(db.pool, region, ['part-of'])).toEqual([{ type: 'part-of', from: a, to: b }])
})
