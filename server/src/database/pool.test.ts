import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, inTransaction } from './pool.js'
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

test('a connection that is held and idle may break without ending the process', async () => {
  const pool = createPool(db.url)
  const held = await pool.connect()
  const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expect(held.query('SELECT 1')).rejects.toThrow()
  held.release(true)
  await pool.end()
})
