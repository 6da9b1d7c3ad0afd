import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { runAlone, withDatabase } from './database.js'
import { createPool, type Pool } from './pool.js'
import './testing-setup.js'

export type TestDatabase = { pool: Pool; url: string; drop(): Promise<void> }

/** An empty database with every migration, the caller's alone; `drop` it in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const { server, template } = inject('testDatabases')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await runAlone(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = withDatabase(server, name)
  const pool = createPool(url)
  return {
    pool,
    url,
    drop: async () => {
      await pool.end()
      await runAlone(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
