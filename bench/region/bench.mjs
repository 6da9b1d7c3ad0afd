import { batchOf } from '../../domain/dist/rules/index.js'
import { parseDay } from '../../domain/dist/shared/index.js'
import { to } from '../../node_modules/pg-copy-streams/index.js'
import { loadLibrary } from '../../server/dist/pack-files.js'
import { readRegion } from '../../server/dist/region-columns/index.js'
import { executeRun } from '../../server/dist/region-run/execute.js'
import { findRun, insertRun } from '../../server/dist/region-run/store-runs.js'
import { median, round } from '../rules/measure.mjs'
import { fillRegion, openDatabase } from './region.mjs'

const COMPANIES = Number(process.env.KEHUI_BENCH_ROWS ?? 1_000_000)
const ON = '2026-11-24'
const ROUNDS = 3

/** The wide snapshot of a region into columns, beside a bare COPY of it, and a whole run. */
export async function region() {
  const library = loadLibrary()
  const program = batchOf(library, parseDay(ON))
  const database = await openDatabase()
  const { pool } = database
  try {
    say(`A wide snapshot of ${COMPANIES} companies`)
    const { region, columns } = await fillRegion(pool, library, program, COMPANIES)
    say('Reading it')
    const read = await reading(pool, region, program)
    say(`COPY ${round(read.copy)} s, columns ${round(read.columns)} s`)
    say('A first run, which writes all that it finds')
    const first = await run(pool, library, region)
    say(`${round(first.seconds)} s`)
    say('A second run, in which nothing changed')
    const second = await run(pool, library, region)
    const { rows } = await pool.query('SELECT count(*)::int AS count FROM entitlement')
    const figures = {
      companies: COMPANIES,
      columns,
      copySeconds: round(read.copy),
      columnsSeconds: round(read.columns),
      readRatio: round(read.copy / read.columns),
      copyMiB: round(read.bytes / 2 ** 20),
      firstRunSeconds: round(first.seconds),
      runSeconds: round(second.seconds),
      entitlements: rows[0].count,
      peakMiB: Math.round(Math.max(first.peakMiB, second.peakMiB)),
    }
    return { figures, more: {} }
  } finally {
    await database.close()
  }
}

/** In turn, so that a busy machine is busy for both: the medians. */
async function reading(pool, region, program) {
  const times = { copy: [], columns: [] }
  let bytes = 0
  for (let i = 0; i < ROUNDS; i += 1) {
    const started = performance.now()
    bytes = await bareCopy(pool)
    const copied = performance.now()
    await readRegion({ pool, region, program })
    times.copy.push((copied - started) / 1000)
    times.columns.push((performance.now() - copied) / 1000)
  }
  return { copy: median(times.copy), columns: median(times.columns), bytes }
}

/** All of the table as PostgreSQL sends it, thrown away as it comes. */
async function bareCopy(pool) {
  const client = await pool.connect()
  let bytes = 0
  for await (const piece of client.query(to('COPY region_row TO STDOUT (FORMAT binary)')))
    bytes += piece.length
  client.release()
  return bytes
}

async function run(pool, library, region) {
  const asked = { on: ON, cause: 'asked', byName: null, libraryHash: '', snapshot: 0 }
  const id = await insertRun(pool, region, asked)
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  const started = performance.now()
  await executeRun({ pool, library, region, run: id, on: ON })
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  const { state } = await findRun(pool, region, id)
  if (state !== 'done') throw new Error(`The run is ${state}`)
  return { seconds, peakMiB: peak / 2 ** 20 }
}

function say(text) {
  console.error(text)
}
