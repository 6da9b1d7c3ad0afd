import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database/testing.js'
import { buildFirst, interrupt, startKehui, temporaryFolder } from './testing-process.js'

let db: TestDatabase
const folder = temporaryFolder()

beforeAll(async () => {
  buildFirst()
  db = await testDatabase()
}, 120_000)

afterAll(async () => {
  await db.drop()
  folder.remove()
})

test('DATABASE_URL is used in place of the embedded PostgreSQL', { timeout: 60_000 }, async () => {
  const started = startKehui({ KEHUI_DATA: folder.path, DATABASE_URL: db.url })
  const address = await started.says(/Kehui is ready: (http:\S+)/)
  expect(started.said()).not.toContain('Creating the database')
  expect((await fetch(`${address}/api/v1/health`)).status).toBe(200)
  expect((await db.pool.query('SELECT pack FROM region')).rows).toEqual([{ pack: 'demo' }])
  interrupt(started)
  expect(await started.ended).toBe(0)
})
