import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Config } from '../config.js'
import { StartupError } from '../startup-error.js'
import { ensureDatabase, withDatabase } from './database.js'
import { startEmbedded } from './embedded/index.js'
import { migrate } from './migrate.js'
import { createPool, type Pool } from './pool.js'

export type OpenDatabase = {
  pool: Pool
  /** Comes true only when an embedded server ends without being asked. */
  ended: Promise<StartupError>
  close(now?: boolean): Promise<void>
}

type Progress = (line: string) => void

const OLDEST_VERSION = 15
const DATABASE = 'kehui'

/** The database that the configuration names, migrated. */
export async function openDatabase(config: Config, progress: Progress): Promise<OpenDatabase> {
  const { databaseUrl, dataFolder } = config
  const database =
    databaseUrl === undefined ? await openEmbedded(dataFolder, progress) : openServer(databaseUrl)
  try {
    await checkVersion(database.pool, databaseUrl !== undefined)
    const count = await migrate(database.pool)
    if (count > 0) progress(`Brought the database up to date (${count} migrations)`)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openEmbedded(dataFolder: string, progress: Progress): Promise<OpenDatabase> {
  const server = await startEmbedded(join(dataFolder, 'database'), { progress })
  try {
    await ensureDatabase(server.url, DATABASE)
  } catch (error) {
    await server.stop()
    throw error
  }
  const pool = createPool(withDatabase(server.url, DATABASE))
  const close = async (now = false) => {
    // The server ends the connections that are still at work.
    if (!now) await Promise.race([pool.end(), sleep(3_000)])
    await server.stop(now)
  }
  return { pool, ended: server.ended, close }
}

function openServer(url: string): OpenDatabase {
  const pool = createPool(url)
  return { pool, ended: new Promise(() => {}), close: () => pool.end() }
}

async function checkVersion(pool: Pool, named: boolean): Promise<void> {
  const version = await readVersion(pool).catch((error: pg.DatabaseError | Error) => {
    if (!named) throw error
    throw new StartupError(
      `The PostgreSQL server of DATABASE_URL does not answer: ${error.message || String(error)}`,
      'Check that it runs, and the host, port, user, password and database in DATABASE_URL.',
      { cause: error },
    )
  })
  if (version >= OLDEST_VERSION) return
  throw new StartupError(
    `The PostgreSQL server of DATABASE_URL is version ${version}.`,
    `Use version ${OLDEST_VERSION} or newer, or unset DATABASE_URL.`,
  )
}

async function readVersion(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ number: string }>(
    "SELECT current_setting('server_version_num') AS number",
  )
  return Math.floor(Number(rows[0]?.number) / 10_000)
}
