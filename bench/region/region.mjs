import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allColumns, columnsOf } from '../../domain/dist/rules/index.js'
import { withDatabase } from '../../server/dist/database/database.js'
import { startEmbedded } from '../../server/dist/database/embedded/index.js'
import { migrate } from '../../server/dist/database/migrate.js'
import { createPool } from '../../server/dist/database/pool.js'
import { ensureRegion } from '../../server/dist/database/region.js'
import { GROUPINGS } from '../../server/dist/region-columns/index.js'
import { ensureColumns, holdColumns } from '../../server/dist/region-columns/store-columns.js'

const SIZED = 40_000_000_000n

/** A database of its own, which goes when it is closed. */
export async function openDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-bench-'))
  const server = await startEmbedded(join(folder, 'database'))
  const pool = createPool(withDatabase(server.url, 'postgres'))
  await migrate(pool)
  return {
    pool,
    close: async () => {
      await pool.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * So many companies in the wide snapshot of a region, with 92 % of the facts of companies known and those of others
 * not, and so many subjects to go with them.
 */
export async function fillRegion(pool, library, program, rows) {
  const region = await ensureRegion(pool, library.packs.get('demo'))
  const columns = allColumns(columnsOf(program, GROUPINGS))
  const stored = await ensureColumns(pool, columns)
  await holdColumns(
    pool,
    region,
    stored.map(({ id }) => id),
  )
  const names = [
    'region_id',
    'subject_id',
    'revision',
    'audiences',
    'place',
    ...stored.map(({ id }) => `f${id}`),
  ]
  const values = stored.map(({ column }) =>
    isOfCompanies(column) ? `CASE WHEN random() < 0.92 THEN ${drawn(column)} END` : 'NULL',
  )
  await pool.query('SELECT setseed(0.42)')
  await pool.query(
    `INSERT INTO subject (id, region_id, name, kind, audience, place, revision)
     SELECT gen_random_uuid(), $1, '样例企业' || i || '（示例）', 'enterprise', 'enterprise', '990102', 1 FROM generate_series(1, $2::int) AS i`,
    [region, rows],
  )
  await pool.query(
    `INSERT INTO region_row (${names.join()})
     SELECT $1, id, 1, 1, 990102, ${values.join()} FROM subject WHERE region_id = $1`,
    [region],
  )
  await pool.query('VACUUM ANALYZE region_row')
  await pool.query('INSERT INTO region_filling (region_id, version) VALUES ($1, 1)', [region])
  return { region, columns: stored.length }
}

function isOfCompanies({ def, name }) {
  return def !== null && !name.startsWith('企业.') && (def.of?.includes('enterprise') ?? true)
}

function drawn({ def, least, most }) {
  if (def.type === 'place') return '990102'
  if (def.type === 'date') return '20781 - (random() * 6000)::int'
  const top = most > SIZED ? SIZED : most
  if (def.type !== 'quantity') return `${least} + floor(random() * ${most - least + 1n})::int`
  return `greatest(${least}, floor(power(${top + 1n}::float8, random()))::bigint - 1)`
}
