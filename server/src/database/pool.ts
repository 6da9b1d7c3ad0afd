import pg from 'pg'

/** What a store function takes first: the pool, or the client of an open transaction. */
export type Db = Pick<pg.ClientBase, 'query'>
export type Pool = pg.Pool

/**
 * Dates stay the text they are ("2026-03-01"): as a JavaScript Date they would shift with the time zone.
 * int8 becomes bigint, so that no fen is lost above 2^53.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === pg.types.builtins.DATE) return (text: string) => text
    if (id === pg.types.builtins.INT8) return BigInt
    return pg.types.getTypeParser(id, format)
  },
}

/** `lost` hears of a connection that broke while idle; without a listener Node would end the process. */
export function createPool(url: string, lost: (error: Error) => void = () => {}): Pool {
  const pool = new pg.Pool({ connectionString: url, max: 10, types, connectionTimeoutMillis: 10_000 })
  pool.on('error', lost)
  // A connection that somebody holds, but asks nothing of, is not the pool's to listen to; its next query fails.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Runs `work` in one transaction: all of it is kept, or nothing. */
export async function inTransaction<T>(pool: Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Fails where the database does not answer. */
export async function ping(db: Db): Promise<void> {
  await db.query('SELECT 1')
}
