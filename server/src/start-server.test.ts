import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAlone, withDatabase } from './database/database.js'
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

test('without the demo there are no samples, and what is entered is there again at the next start', {
  timeout: 90_000,
}, async () => {
  const made = await database()
  const subjects = async (mode: 'on' | 'off', name?: string): Promise<number> => {
    const started = startKehui({ KEHUI_DATA: folder.path, DATABASE_URL: made.url, KEHUI_DEMO: mode })
    const url = `${await started.says(/Kehui is ready: (http:\S+)/)}/api/v1/subjects`
    const body = JSON.stringify({ name, audience: 'enterprise' })
    const headers = { 'content-type': 'application/json' }
    if (name !== undefined) expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(201)
    const { total } = await (await fetch(url)).json()
    interrupt(started)
    await started.ended
    return total
  }
  expect(await subjects('off', '甲公司（示例）')).toBe(1)
  expect(await subjects('on')).toBeGreaterThan(100)
  expect(await subjects('off')).toBe(1)
  await made.drop()
})

test.each([
  [
    'a user who may not create tables',
    'cannot be written: permission denied for schema public',
    () => plainUser(),
  ],
  [
    'a read-only database',
    'cannot be written: cannot execute CREATE TABLE in a read-only transaction',
    () => readOnly(),
  ],
  ['a database that is not in UTF-8', 'stores text as LATIN1', () => latin()],
])('%s is refused with a reason', { timeout: 30_000 }, async (_, reason, make) => {
  const { url, drop } = await make()
  const started = startKehui({ KEHUI_DATA: folder.path, DATABASE_URL: url })
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain(reason)
  expect(started.said()).not.toContain('Please report this')
  await drop()
})

type Made = { url: string; drop(): Promise<void> }

async function database(options = ''): Promise<Made & { name: string }> {
  const name = `kehui_start_${randomBytes(4).toString('hex')}`
  await runAlone(db.url, `CREATE DATABASE ${name} ${options}`)
  const drop = () => runAlone(db.url, `DROP DATABASE ${name} WITH (FORCE)`)
  return { name, url: withDatabase(db.url, name), drop }
}

async function plainUser(): Promise<Made> {
  const { name, url, drop } = await database()
  const user = `${name}_user`
  await runAlone(db.url, `CREATE ROLE ${user} LOGIN PASSWORD 'plain'`)
  const changed = new URL(url)
  changed.username = user
  changed.password = 'plain'
  const both = async () => {
    await drop()
    await runAlone(db.url, `DROP ROLE ${user}`)
  }
  return { url: changed.href, drop: both }
}

async function readOnly(): Promise<Made> {
  const made = await database()
  await runAlone(db.url, `ALTER DATABASE ${made.name} SET default_transaction_read_only = on`)
  return made
}

function latin(): Promise<Made> {
  return database("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc TEMPLATE template0")
}
