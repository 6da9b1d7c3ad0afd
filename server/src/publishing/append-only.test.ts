import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runAlone, withDatabase } from '../database/database.js'
import { migrate } from '../database/migrate.js'
import { createPool, type Pool } from '../database/pool.js'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { type Bureau, CHEN, testBureau } from './testing-bureau.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
/** As a bureau's database administrator sets Kehui up: a role that owns its database and is no superuser. */
const role = `kehui_plain_${randomBytes(4).toString('hex')}`
let admin: TestDatabase
let pool: Pool
let bureau: Bureau

beforeAll(async () => {
  admin = await testDatabase()
  await runAlone(admin.url, `CREATE ROLE ${role} LOGIN PASSWORD '${role}'`)
  await runAlone(admin.url, `CREATE DATABASE ${role} OWNER ${role}`)
  const url = new URL(withDatabase(admin.url, role))
  url.username = role
  url.password = role
  pool = createPool(url.href)
  await migrate(pool)
  bureau = await testBureau({ pool, url: url.href, drop: async () => {} })
})
afterAll(async () => {
  await bureau.app.close()
  await pool.end()
  await runAlone(admin.url, `DROP DATABASE ${role} WITH (FORCE)`)
  await runAlone(admin.url, `DROP ROLE ${role}`)
  await admin.drop()
})

test('a plain role drafts, signs, publishes and withdraws', async () => {
  const published = await bureau.step(CHEN, await bureau.signed(), 'publish')
  expect(published.body.state).toBe('published')
  const withdrawn = await bureau.step(CHEN, published.body, 'withdraw', { note: '收尾' })
  expect(withdrawn.body.state).toBe('withdrawn')
})

test.each([
  ['UPDATE', "UPDATE programme_publication SET note = 'x'"],
  ['DELETE', 'DELETE FROM programme_publication'],
  ['UPDATE', "UPDATE draft_event SET by_name = 'x'"],
  ['DELETE', 'DELETE FROM draft_event'],
  ['DELETE', 'DELETE FROM library_snapshot'],
  ['DELETE', 'DELETE FROM source_text'],
  ['TRUNCATE', 'TRUNCATE source_text CASCADE'],
  ['UPDATE', 'UPDATE lead_list SET leads = leads + 1'],
  ['DELETE', 'DELETE FROM lead_list'],
  ['UPDATE', 'UPDATE lead_entry SET most_fen = 0'],
  ['DELETE', 'DELETE FROM lead_entry'],
  ['TRUNCATE', 'TRUNCATE lead_entry'],
  ['DELETE', 'DELETE FROM lead_list_event'],
])('but may not rewrite what was in force and what was done: %s', async (_, sql) => {
  await expect(pool.query(sql)).rejects.toMatchObject({ code: '42501' })
})
