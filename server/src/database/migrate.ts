import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { StartupError } from '../startup-error.js'
import type { Db, Pool } from './pool.js'

/** The same folder from src/database and from dist/database: SQL files are not compiled. */
export const MIGRATIONS = new URL('../../src/database/migrations/', import.meta.url)

/** Any number that other programs on a shared PostgreSQL are unlikely to lock. */
const LOCK = 7_265_310_001

type Migration = { version: number; name: string; sql: string; checksum: string }

/** Brings the database to the newest version and says how many migrations that took. */
export async function migrate(pool: Pool, folder: URL = MIGRATIONS): Promise<number> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  try {
    // Two servers that start at once on one database: the second waits here, then finds nothing to do.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    try {
      return await applyMissing(client, migrations)
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [LOCK])
    }
  } finally {
    client.release()
  }
}

/** Microseconds of 1970 when a database was set up: what tells two of them apart. */
export async function databaseBirth(db: Db): Promise<string> {
  const { rows } = await db.query<{ birth: string }>(
    'SELECT (extract(epoch FROM min(applied_at)) * 1000000)::bigint::text AS birth FROM migration',
  )
  return rows[0]?.birth ?? '0'
}

export async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const version = Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1])
      if (version !== index + 1) {
        throw new Error(`Migration ${name} should be named ${String(index + 1).padStart(4, '0')}_….sql`)
      }
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
      return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyMissing(client: pg.PoolClient, migrations: Migration[]): Promise<number> {
  await client.query(`CREATE TABLE IF NOT EXISTS migration (
    version integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`)
  const { rows } = await client.query<Migration>(
    'SELECT version, name, checksum FROM migration ORDER BY version',
  )
  for (const row of rows) refuseDifference(row, migrations[row.version - 1])
  const missing = migrations.slice(rows.length)
  for (const migration of missing) await apply(client, migration)
  return missing.length
}

function refuseDifference(applied: Migration, known: Migration | undefined): void {
  if (known === undefined) {
    throw new StartupError(
      `The database was written by a newer Kehui (migration ${applied.name}).`,
      'Start the newer version, or point KEHUI_DATA or DATABASE_URL at another database.',
    )
  }
  if (known.checksum === applied.checksum) return
  throw new StartupError(
    `Migration ${known.name} was changed after it was applied to this database.`,
    'Restore the file as it was and put the change in a new migration.',
  )
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query('INSERT INTO migration (version, name, checksum) VALUES ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
