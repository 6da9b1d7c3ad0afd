import pg from 'pg'

/** The same server, another database on it. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs one statement outside the pool, as CREATE DATABASE must be. */
export async function runAlone(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Says whether the database had to be created. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: withDatabase(serverUrl, name) })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return false
  } catch (error) {
    const missing = '3D000'
    if ((error as pg.DatabaseError).code !== missing) throw error
  }
  await runAlone(serverUrl, `CREATE DATABASE ${name}`)
  return true
}
