import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { startEmbedded } from '../../server/dist/database/embedded/index.js'
import { createPool } from '../../server/dist/database/pool.js'
import { wordOf, wordsIn } from './corpus.mjs'

/**
 * PostgreSQL's full text of the same words, with a GIN index, one connection and no parallel workers: what finds the
 * best k of a query by ts_rank, which knows no rarity of words, and what ends it.
 */
export async function openPostgres(corpus) {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-bench-'))
  const server = await startEmbedded(folder, { durable: false })
  const pool = createPool(server.url)
  const db = await pool.connect()
  const close = async () => {
    db.release()
    await pool.end()
    await server.stop(true)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await load(db, corpus)
  } catch (error) {
    await close()
    throw error
  }
  return {
    close,
    search: async (words, k) => {
      const { rows } = await db.query({
        text: `SELECT id FROM documents, to_tsquery('simple', $1) AS asked
               WHERE words @@ asked ORDER BY ts_rank(words, asked, 1) DESC, id LIMIT $2`,
        values: [words.join(' | '), k],
        rowMode: 'array',
      })
      return rows.map(([id]) => String(id))
    },
  }
}

async function load(db, corpus) {
  await db.query(`SET max_parallel_workers_per_gather = 0; SET max_parallel_maintenance_workers = 0; SET jit = off;
                  SET maintenance_work_mem = '256MB'`)
  await db.query('CREATE TEMP TABLE texts (id integer, words text)')
  function* lines() {
    for (let doc = 0; doc < corpus.count; doc += 1)
      yield `${doc}\t${Array.from(wordsIn(corpus, doc), wordOf).join(' ')}\n`
  }
  await pipeline(Readable.from(lines()), db.query(copyFrom('COPY texts FROM STDIN')))
  await db.query(`CREATE TABLE documents AS SELECT id, to_tsvector('simple', words) AS words FROM texts`)
  await db.query('CREATE INDEX ON documents USING gin (words)')
  await db.query('ANALYZE documents')
}
