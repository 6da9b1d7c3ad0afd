import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../config.js'
import { runAlone, withDatabase } from './database.js'
import { startEmbedded } from './embedded/index.js'
import { migrate } from './migrate.js'
import { createPool } from './pool.js'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabases: { server: string; template: string }
  }
}

/** One server a test run, and on it one migrated database of which every test file takes a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await openServer()
  const template = `kehui_test_${randomBytes(4).toString('hex')}`
  await runAlone(url, `CREATE DATABASE ${template}`)
  const pool = createPool(withDatabase(url, template))
  await migrate(pool)
  await pool.end()
  project.provide('testDatabases', { server: url, template })
  return async () => {
    await runAlone(url, `DROP DATABASE ${template}`)
    await stop()
  }
}

async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { databaseUrl } = readConfig()
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'kehui-test-'))
  const { url, stop } = await startEmbedded(folder, { durable: false })
  return {
    url,
    stop: async () => {
      await stop(true)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
