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
    await checkServer(database.pool, databaseUrl !== undefined)
    const count = await migrate(database.pool).catch((error: unknown) => {
      throw databaseUrl === undefined ? error : explainRefusal(error)
    })
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

async function checkServer(pool: Pool, named: boolean): Promise<void> {
  const { version, encoding } = await readServer(pool).catch((error: pg.DatabaseError | Error) => {
    if (!named) throw error
    throw new StartupError(
      `The PostgreSQL server of DATABASE_URL does not answer: ${error.message || String(error)}`,
      'Check that it runs, and the host, port, user, password and database in DATABASE_URL.',
      { cause: error },
    )
  })
  if (version < OLDEST_VERSION) {
    throw new StartupError(
      `The PostgreSQL server of DATABASE_URL is version ${version}.`,
      `Use version ${OLDEST_VERSION} or newer, or unset DATABASE_URL.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new StartupError(
      `The database of DATABASE_URL stores text as ${encoding}.`,
      "Use another one: CREATE DATABASE kehui ENCODING 'UTF8' TEMPLATE template0.",
    )
  }
}

async function readServer(pool: Pool): Promise<{ version: number; encoding: string }> {
  const { rows } = await pool.query<{ number: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_encoding') AS encoding",
  )
  return { version: Math.floor(Number(rows[0]?.number) / 10_000), encoding: rows[0]?.encoding ?? '' }
}

/** What a server refuses to someone who may only look. */
function explainRefusal(error: unknown): unknown {
  const { code, message } = ((error as Error).cause ?? error) as pg.DatabaseError
  if (code !== '42501' && code !== '25006') return error
  return new StartupError(
    `The database of DATABASE_URL cannot be written: ${message}`,
    code === '25006'
      ? 'Name the primary server rather than a standby, and a database that is not read-only.'
      : 'Make the user of DATABASE_URL the owner of the database: ALTER DATABASE … OWNER TO ….',
    { cause: error },
  )
}
