import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing.js'
import { buildFirst, startKehui, temporaryFolder } from '../testing-process.js'
import { latestRuns } from './store-runs.js'

const KEHUI = fileURLToPath(new URL('../../../cli/bin/kehui.mjs', import.meta.url))
const folder = temporaryFolder()
let db: TestDatabase
beforeAll(async () => {
  buildFirst()
  db = await testDatabase()
}, 120_000)
afterAll(async () => {
  await db.drop()
  folder.remove()
})

/** `kehui run` as a process of its own, in a thread of which the run goes on. */
function run(name: string) {
  const environment = { KEHUI_DATA: `${folder.path}/${name}`, DATABASE_URL: db.url }
  return startKehui(environment, [process.execPath, KEHUI, 'run', '--region', 'demo', '--json'])
}

async function count(table: string): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)
  return rows[0]?.count ?? 0
}

const states = async () => {
  const { rows } = await db.pool.query<{ id: number }>("SELECT id FROM region WHERE pack = 'demo'")
  return (await latestRuns(db.pool, rows[0]?.id ?? 0, 5)).map(({ state }) => state)
}

test('a run that is killed leaves nothing, another one meanwhile is refused, and the next one is whole', {
  timeout: 120_000,
}, async () => {
  // Whoever holds this table stops a run in the middle of what it writes.
  const holder = await db.pool.connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE region_run_programme IN ACCESS EXCLUSIVE MODE')
  const killed = run('killed')
  const waits = `SELECT FROM pg_locks WHERE relation = 'region_run_programme'::regclass AND NOT granted`
  await vi.waitFor(async () => expect((await db.pool.query(waits)).rowCount).toBe(1), 60_000)
  const refused = run('refused')
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain('全区测算正在进行')
  killed.child.kill('SIGKILL')
  await killed.ended
  await holder.query('ROLLBACK')
  holder.release()
  expect(await states()).toEqual(['running'])
  const next = run('next')
  expect(await next.ended).toBe(0)
  expect(await states()).toEqual(['done', 'interrupted'])
  const told = JSON.parse(/^\{[\s\S]*^\}/m.exec(next.said())?.[0] ?? '{}')
  expect(told).toMatchObject({ state: 'done', changes: 0 })
  const sum = (told.items as { met: number; open: number }[]).reduce((n, { met, open }) => n + met + open, 0)
  expect(await count('entitlement')).toBe(sum)
  expect(await count('region_run_programme')).toBe(told.programmes)
})
