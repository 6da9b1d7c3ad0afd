import type { Pool } from './pool.js'

/** Runs `work` unless somebody else on this database is at the same; says whether it ran. */
export async function whileAlone(pool: Pool, name: string, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ alone: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS alone',
      [`kehui.job.${name}`],
    )
    if (!rows[0]?.alone) return false
    try {
      await work()
      return true
    } finally {
      await client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`kehui.job.${name}`])
        .catch((error: Error) => {
          // Ending the connection gives the lock back.
          broken = error
        })
    }
  } finally {
    client.release(broken)
  }
}

/** Runs `work` once nobody else on this database is at the same. */
export async function inTurn<T>(pool: Pool, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`kehui.turn.${name}`])
    try {
      return await work()
    } finally {
      await client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [`kehui.turn.${name}`])
        .catch((error: Error) => {
          broken = error
        })
    }
  } finally {
    client.release(broken)
  }
}
