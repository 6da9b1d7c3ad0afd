import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from './pool.js'
import { type TestDatabase, testDatabase } from './testing.js'

let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.drop())

test('dates stay text and large integers exact', async () => {
  const { rows } = await db.pool.query("SELECT date '2026-03-01' AS day, 9007199254740993::int8 AS fen")
  expect(rows).toEqual([{ day: '2026-03-01', fen: 9007199254740993n }])
})

test('a transaction keeps all or nothing', async () => {
  const insert = "INSERT INTO region (pack, title_zh, title_en) VALUES ('demo', '示例市', 'Sample City')"
  const failing = inTransaction(db.pool, async (tx) => {
    await tx.query(insert)
    throw new Error('after the insert')
  })
  await expect(failing).rejects.toThrow('after the insert')
  expect((await db.pool.query('SELECT * FROM region')).rows).toEqual([])
  await inTransaction(db.pool, (tx) => tx.query(insert))
  expect((await db.pool.query('SELECT pack FROM region')).rows).toEqual([{ pack: 'demo' }])
})
