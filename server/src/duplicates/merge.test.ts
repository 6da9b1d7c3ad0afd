import { randomUUID } from 'node:crypto'
import { KINDS } from '@kehui/domain/registry/kinds'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../database/pool.js'
import { ensureRegion } from '../database/region.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { loadLibrary } from '../pack-files.js'
import { knownByCode, knownByName } from '../registry/imports/store-known.js'
import { insertRelations } from '../registry/relations/store.js'
import { countByKind, findResource, listResources } from '../registry/resources/store-resources.js'
import { insertSubjects } from '../registry/store-insert.js'
import { mergeSubjects, undoMerge } from './store-merge.js'

let db: TestDatabase
let region: number
beforeAll(async () => {
  db = await testDatabase()
  const pack = loadLibrary().packs.get('demo')
  if (!pack) throw new Error('the sample city is a pack')
  region = await ensureRegion(db.pool, pack)
})
afterAll(() => db.drop())

/** All that is stored, but for counters that only ever go up and the line of the merge itself. */
async function everything(): Promise<unknown> {
  const read = async (text: string) => (await db.pool.query(text)).rows
  return {
    subjects: await read("SELECT to_jsonb(s) - 'revision' AS row FROM subject s ORDER BY id"),
    observations: await read('SELECT to_jsonb(o) AS row FROM observation o ORDER BY id'),
    records: await read('SELECT to_jsonb(r) AS row FROM record_row r ORDER BY id'),
    awards: await read('SELECT to_jsonb(a) AS row FROM award a ORDER BY id'),
    imported: await read('SELECT to_jsonb(i) AS row FROM imported_row i ORDER BY import_no, row'),
    relations: await read("SELECT to_jsonb(r) - 'revision' AS row FROM relation r ORDER BY id"),
  }
}

const merge = (kept: string, merged: string, pair = randomUUID()) =>
  inTransaction(db.pool, async (tx) => {
    await mergeSubjects(tx, region, { pair, kept, merged })
    return pair
  })
const undo = (pair: string) => inTransaction(db.pool, (tx) => undoMerge(tx, region, pair))

interface Known {
  readonly facts: number
  readonly records: number
  readonly awards: number
  readonly imported: number
  readonly code: boolean
  readonly place: boolean
  readonly to: number
}

let codes = 0
async function enter(known: Known, others: readonly string[]): Promise<string> {
  const [id = ''] = await insertSubjects(db.pool, region, [{ name: '云川合并示例', audience: 'enterprise' }])
  codes += 1
  if (known.code) await db.pool.query('UPDATE subject SET credit_code = $2 WHERE id = $1', [id, `C${codes}`])
  if (known.place) await db.pool.query('UPDATE subject SET place = $2 WHERE id = $1', [id, '520100'])
  const row = (table: string, columns: string, values: string) =>
    db.pool.query(`INSERT INTO ${table} (subject_id, ${columns}) VALUES ($1, ${values})`, [id])
  for (let n = 0; n < known.facts; n += 1)
    await row('observation', 'key, value, batch', `'职工总数@${2000 + n}', '{}', gen_random_uuid()`)
  for (let n = 0; n < known.records; n += 1)
    await row('record_row', 'record, cells, batch', "'技术合同', '{}', gen_random_uuid()")
  for (let n = 0; n < known.awards; n += 1) await row('award', 'programme', `'demo.${n}'`)
  for (let n = 0; n < known.imported; n += 1)
    await db.pool.query(
      `INSERT INTO imported_row (region_id, import_no, row, subject_id, source_id, cells) VALUES ($1, $2, $3, $4, 1, '[]')`,
      [region, codes, n, id],
    )
  const end = others[known.to % Math.max(others.length, 1)]
  if (end)
    await insertRelations(
      db.pool,
      region,
      [{ type: 'input-of', from: { kind: 'product', id }, to: { kind: 'product', id: end }, weight: null }],
      { source: '示例' },
    )
  return id
}

const known = fc.record<Known>({
  facts: fc.nat(3),
  records: fc.nat(2),
  awards: fc.nat(2),
  imported: fc.nat(2),
  code: fc.boolean(),
  place: fc.boolean(),
  to: fc.nat(5),
})

test('merges and their undoing, the last first, restore exactly what was there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(known, { minLength: 2, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 3 }),
      async (all, wanted) => {
        const ids: string[] = []
        for (const each of all) ids.push(await enter(each, ids))
        const before = await everything()
        const done: string[] = []
        for (const [a, b] of wanted) {
          const [kept, merged] = [ids[a % ids.length] ?? '', ids[b % ids.length] ?? '']
          if (kept === merged) continue
          const pair = await merge(kept, merged).catch(() => null)
          if (pair !== null) done.push(pair)
        }
        for (const pair of done.reverse()) await undo(pair)
        expect(await everything()).toEqual(before)
      },
    ),
    { numRuns: 25 },
  )
})

const NOTHING: Known = { facts: 0, records: 0, awards: 0, imported: 0, code: false, place: false, to: 0 }

test('what is known of both is known of the one that is kept', async () => {
  const kept = await enter({ ...NOTHING, facts: 1 }, [])
  const merged = await enter({ ...NOTHING, facts: 2, records: 1, imported: 1, code: true, place: true }, [])
  await merge(kept, merged)
  const counts = await db.pool.query(
    `SELECT (SELECT count(*)::int FROM observation WHERE subject_id = $1) AS facts,
            (SELECT count(*)::int FROM imported_row WHERE subject_id = $1) AS imported,
            s.credit_code IS NOT NULL AS code, s.place FROM subject s WHERE id = $1`,
    [kept],
  )
  expect(counts.rows).toEqual([{ facts: 3, imported: 1, code: true, place: '520100' }])
})

test('what is written after the merge stays with the one that was kept', async () => {
  const [kept, merged] = [await enter(NOTHING, []), await enter({ ...NOTHING, facts: 1 }, [])]
  const pair = await merge(kept, merged)
  await db.pool.query(
    `INSERT INTO observation (subject_id, key, value, batch) VALUES ($1, '研发费用', '{}', gen_random_uuid())`,
    [kept],
  )
  await db.pool.query("UPDATE subject SET place = '520200' WHERE id = $1", [kept])
  await undo(pair)
  const facts = await db.pool.query(
    'SELECT subject_id AS id, key FROM observation WHERE subject_id = ANY ($1::uuid[]) ORDER BY key',
    [[kept, merged]],
  )
  expect(facts.rows).toHaveLength(2)
  expect(facts.rows.find(({ id }) => id === kept)?.key).toBe('研发费用')
  const place = await db.pool.query('SELECT place FROM subject WHERE id = $1', [kept])
  expect(place.rows[0]?.place).toBe('520200')
})

test('an import that knows it by its old name or code finds the one that was kept', async () => {
  const enterprise = KINDS.find(({ id }) => id === 'enterprise')
  if (!enterprise) throw new Error('companies are a kind')
  const [kept = ''] = await insertSubjects(db.pool, region, [
    { name: '云川今名示例', audience: 'enterprise', creditCode: 'KEPT' },
  ])
  const [merged = ''] = await insertSubjects(db.pool, region, [
    { name: '云川旧名示例', audience: 'enterprise', creditCode: 'OLD' },
  ])
  await merge(kept, merged)
  expect(
    (await knownByName(db.pool, region, enterprise, ['云川旧名示例'])).map(({ id, code }) => [id, code]),
  ).toEqual([[kept, 'OLD']])
  expect((await knownByCode(db.pool, region, enterprise, ['OLD'])).map(({ id }) => id)).toEqual([kept])
  expect((await knownByCode(db.pool, region, enterprise, ['KEPT'])).map(({ id }) => id)).toEqual([kept])
})

test('a merge into what was merged itself, and an undoing before that of a later merge, are refused', async () => {
  const [a, b, c] = [await enter(NOTHING, []), await enter(NOTHING, []), await enter(NOTHING, [])]
  const first = await merge(a, b)
  await expect(merge(b, c)).rejects.toThrow('duplicates.merged-already')
  const second = await merge(c, a)
  await expect(undo(first)).rejects.toThrow('duplicates.later-merge')
  await undo(second)
  await undo(first)
  await expect(undo(first)).rejects.toThrow('duplicates.state')
})

test('who was merged into another is listed, counted and read as that other', async () => {
  const [kept = '', merged = ''] = await insertSubjects(db.pool, region, [
    { name: '云川留存示例', audience: 'enterprise' },
    { name: '云川并入示例', audience: 'enterprise' },
  ])
  const listed = async () =>
    (await listResources(db.pool, region, { kind: 'enterprise', limit: 500 })).map(({ id }) => id)
  const count = async () => (await countByKind(db.pool, region)).get('enterprise') ?? 0
  const before = await count()
  const pair = await merge(kept, merged)
  expect(await listed()).not.toContain(merged)
  expect(await count()).toBe(before - 1)
  expect((await findResource(db.pool, region, merged))?.id).toBe(kept)
  await undo(pair)
  expect(await listed()).toContain(merged)
  expect(await count()).toBe(before)
  expect((await findResource(db.pool, region, merged))?.id).toBe(merged)
})
