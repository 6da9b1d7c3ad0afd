import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

export const SERVER_MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))
const START_MS = 150_000

export interface RunningServer {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** A real server with data of its own, as a user would start it. */
export async function startServer(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-e2e-'))
  const database = await ownDatabase()
  const child = spawn(process.execPath, [SERVER_MAIN], {
    env: {
      ...process.env,
      ...database.environment,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      KEHUI_DATA: folder,
      KEHUI_DEMO: 'on',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await ended(child)
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { address: await addressOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Of a PostgreSQL server that is named, one database a Kehui, as each has an embedded one of its own. */
async function ownDatabase(): Promise<{ environment: NodeJS.ProcessEnv; drop: () => Promise<void> }> {
  const url = process.env.DATABASE_URL
  if (!url) return { environment: {}, drop: async () => {} }
  const name = `kehui_e2e_${randomBytes(4).toString('hex')}`
  await run(url, `CREATE DATABASE ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    environment: { DATABASE_URL: own.href },
    drop: () => run(url, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`The server did not start in time:\n${said}`)), START_MS)
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /Kehui is ready: (http\S+)/.exec(said)
      if (ready?.[1] === undefined) return
      clearTimeout(timer)
      resolve(ready[1])
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The server ended with ${code}:\n${said}`))
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
