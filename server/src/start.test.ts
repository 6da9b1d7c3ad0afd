import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  buildFirst,
  interrupt,
  processesOf,
  type Started,
  startKehui,
  temporaryFolder,
} from './testing-process.js'

const READY = /Kehui is ready: (http:\S+)/
const folder = temporaryFolder()
const running: Started[] = []

function start(environment: Record<string, string> = {}, command?: string[]): Started {
  const started = startKehui({ KEHUI_DATA: folder.path, ...environment }, command)
  running.push(started)
  return started
}

function postmasterOf(path: string): number {
  return Number(readFileSync(join(path, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function occupied(port: number): Promise<{ port: number; close(): void }> {
  const server = createServer().listen(port, '127.0.0.1')
  await Promise.race([once(server, 'listening'), once(server, 'error')])
  const address = server.address()
  return { port: typeof address === 'object' ? (address?.port ?? port) : port, close: () => server.close() }
}

beforeAll(buildFirst, 120_000)

afterEach(async () => {
  for (const started of running.splice(0)) {
    if (started.child.exitCode === null && started.child.signalCode === null) interrupt(started)
    await started.ended
  }
})

afterAll(() => {
  expect(processesOf(folder.path)).toEqual([])
  folder.remove()
})

test('npm start creates its database and answers; Ctrl-C ends every process', {
  timeout: 60_000,
}, async () => {
  const npm = start({}, ['npm', 'start'])
  const address = await npm.says(READY)
  expect(npm.said()).toContain('Creating the database')
  const answer = await fetch(`${address}/api/v1/health`)
  expect(await answer.json()).toMatchObject({ status: 'ok', demo: true })
  expect(processesOf(folder.path)).not.toEqual([])
  interrupt(npm)
  expect(await npm.ended).toBe(0)
  expect(npm.said()).toContain('Stopped.')
  expect(processesOf(folder.path)).toEqual([])
})

test('SIGTERM to npm alone, as a service manager sends it, leaves no process', {
  timeout: 30_000,
}, async () => {
  const started = start({}, ['npm', 'start'])
  await started.says(READY)
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(processesOf(folder.path)).toEqual([])
})

test('a second instance names the address of the first', { timeout: 30_000 }, async () => {
  const address = await start().says(READY)
  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`already running on ${folder.path}`)
  expect(second.said()).toContain(`It answers at ${address}`)
})

test('two that start together: one runs, the other says so', { timeout: 30_000 }, async () => {
  const both = [start(), start()]
  const addresses = await Promise.allSettled(both.map((one) => one.says(READY)))
  expect(addresses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.map((one) => one.said()).join('')).toContain('already running')
})

test('a killed predecessor leaves a database, which is stopped and used again', {
  timeout: 30_000,
}, async () => {
  const first = start()
  await first.says(READY)
  first.child.kill('SIGKILL')
  await first.ended
  expect(processesOf(folder.path)).not.toEqual([])
  const next = start()
  await next.says(READY)
  expect(next.said()).toContain('Stopped the database that an earlier run left behind')
  expect(next.said()).not.toContain('Creating the database')
})

test('killed together with its database, it starts again', { timeout: 30_000 }, async () => {
  const first = start()
  await first.says(READY)
  first.child.kill('SIGKILL')
  process.kill(postmasterOf(folder.path), 'SIGKILL')
  await first.ended
  await start().says(READY)
})

test('without its database it ends and says so', { timeout: 30_000 }, async () => {
  const started = start()
  await started.says(READY)
  process.kill(postmasterOf(folder.path), 'SIGKILL')
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain('The embedded PostgreSQL ended unexpectedly')
})

test('a second Ctrl-C while stopping still leaves no process', { timeout: 30_000 }, async () => {
  const started = start()
  await started.says(READY)
  interrupt(started)
  interrupt(started)
  expect([0, 130]).toContain(await started.ended)
  await expect.poll(() => processesOf(folder.path), { timeout: 5_000 }).toEqual([])
})

test('without PORT a taken port moves to the next', { timeout: 30_000 }, async () => {
  const other = await occupied(8080)
  const address = await start().says(READY)
  other.close()
  expect(Number(new URL(address).port)).toBeGreaterThan(8080)
})

test('with PORT a taken port is refused', { timeout: 30_000 }, async () => {
  const other = await occupied(0)
  const started = start({ PORT: String(other.port) })
  expect(await started.ended).toBe(1)
  other.close()
  expect(started.said()).toContain(`Port ${other.port} is taken by another program.`)
})

test.each([
  [{ KEHUI_DATA: '/dev/null' }, '/dev/null cannot be a folder'],
  [{ KEHUI_DATA: '/dev/null/data' }, '/dev/null/data cannot be a folder'],
  [{ KEHUI_DATA: `/tmp/${'a'.repeat(300)}` }, 'cannot be a folder: ENAMETOOLONG'],
  [
    { KEHUI_DATA: '/proc/kehui' },
    process.platform === 'linux' ? '/proc/kehui cannot be a folder' : '/proc cannot be used',
  ],
  [{ PORT: 'abc' }, 'PORT=abc is not a port'],
  [{ HOST: '203.0.113.9' }, 'HOST=203.0.113.9 is no address of this machine'],
  [{ HOST: '0.0.0.0', KEHUI_DEMO: 'off' }, 'it has no accounts yet'],
  [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL is not the address of a PostgreSQL database'],
  [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 'does not answer: connect ECONNREFUSED'],
])('%o is refused with a reason', { timeout: 30_000 }, async (environment, reason) => {
  const started = start(environment)
  expect(await started.ended).toBe(1)
  expect(started.said()).toContain(reason)
})
