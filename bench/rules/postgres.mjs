import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { compileSql, quoted, snapshotTable } from '../../domain/dist/rules/index.js'
import { startEmbedded } from '../../server/dist/database/embedded/index.js'
import { createPool } from '../../server/dist/database/pool.js'
import { FACTS } from '../trace/programmes.mjs'
import { isKnown, thinned } from './columns.mjs'
import { batchFor, keyOf, missingOf, programOf, tableFor, tallyOf } from './kehui.mjs'
import { cpuOf, median } from './measure.mjs'
import { unknownSql } from './sql.mjs'

const SQL_TYPES = {
  money: 'bigint',
  people: 'integer',
  count: 'integer',
  'yes-no': 'boolean',
  choice: 'smallint',
}
const PART = { region: 1, on: '2026-11-24' }
const ROUNDS = 3

/**
 * PostgreSQL with one connection and no parallel workers: Kehui's wide queries, with what is missing, and a query a
 * programme by hand, without; beside the batch for the same rows. PostgreSQL computes in a process of its own, so that
 * it is the time on the clock. Every `every`th row: all of them would take longer than the rest of the benchmark.
 */
export async function postgres(programmes, columns, every) {
  const program = programOf(programmes)
  const few = thinned(columns, every)
  const rows = few.get('staff').values.length
  const batch = batchFor(program, tableFor(program, few, rows), true, true)
  const ours = { tally: [], missing: [], ms: [] }
  for (let i = 0; i < ROUNDS; i += 1) {
    const { ms } = await cpuOf(() => {
      ours.tally = tallyOf(batch, programmes.length, true)
      ours.missing = missingOf(batch, programmes.length)
    })
    ours.ms.push(ms)
  }
  return withServer(async (db) => {
    await load(db, few, rows)
    const bounds = program.plans.map(({ bound }) => bound)
    const plan = compileSql(program.engine, bounds, { table: 'snapshot' })
    if (plan.left.length > 0) throw new Error(`Not in SQL: ${plan.left[0].reason}`)
    await fillSnapshot(db, plan)
    const wide = await timed(() => tallyWide(db, plan.queries))
    const each = await timed(() => tallyEach(db, programmes))
    const same = (theirs) => (t, i) =>
      ['yes', 'open', 'least', 'most'].every((key) => t[key] === theirs[i][key])
    const disagreements =
      ours.tally.filter((t, i) => !same(wide.value)(t, i)).length +
      ours.tally.filter((t, i) => !same(each.value)(t, i)).length +
      ours.missing.filter((counts, i) => maskSum(counts, wide.value[i].asked) !== wide.value[i].masks).length
    return { rows, oursMs: median(ours.ms), wideMs: wide.ms, eachMs: each.ms, disagreements }
  })
}

async function timed(run) {
  const before = performance.now()
  const value = await run()
  return { ms: performance.now() - before, value }
}

async function withServer(work) {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-bench-'))
  const server = await startEmbedded(folder, { durable: false })
  const pool = createPool(server.url)
  const db = await pool.connect()
  try {
    await db.query('SET max_parallel_workers_per_gather = 0; SET jit = off')
    return await work(db)
  } finally {
    db.release()
    await pool.end()
    await server.stop(true)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function load(db, columns, rows) {
  await db.query(
    `CREATE TABLE open (id integer, ${FACTS.map((f) => `${f.name} ${SQL_TYPES[f.type]}`).join(', ')})`,
  )
  const lists = FACTS.map(({ name }) => columns.get(name))
  function* lines() {
    for (let row = 0; row < rows; row += 1)
      yield `${row}\t${lists.map(({ values, known }) => (isKnown(known, row) ? values[row] : '\\N')).join('\t')}\n`
  }
  await pipeline(Readable.from(lines()), db.query(copyFrom('COPY open FROM STDIN')))
  await db.query('ANALYZE open')
}

/** Single values: both ends of a fact are the same. */
async function fillSnapshot(db, { program, snapshot }) {
  await db.query(snapshotTable(snapshot, 'snapshot'))
  const sources = new Map()
  for (const [i, { lo, hi }] of snapshot.slots.entries()) {
    const { name, type } = program.engine.tables.slots[i].fact
    for (const end of [lo, hi]) sources.set(end.name, type === 'yes-no' ? `${name}::integer` : name)
  }
  const names = snapshot.columns.map(({ name }) => name)
  await db.query(
    `INSERT INTO snapshot (region_id, decided_on, subject_id, ${names.map(quoted).join()})
     SELECT ${PART.region}, '${PART.on}', id, ${names.map((name) => sources.get(name)).join()} FROM open ORDER BY id`,
  )
  await db.query('ANALYZE snapshot')
}

/** The wide queries, summed up where they are: nothing but sums leaves the database. */
async function tallyWide(db, queries) {
  const tally = []
  for (const { text, programmes } of queries) {
    const width = Math.max(...programmes.flatMap((p) => [p.verdict, p.amount?.most ?? 0, ...p.missing])) + 1
    const names = Array.from({ length: width }, (_, i) => `c${i}`)
    const sums = programmes.flatMap(({ verdict: v, amount, missing }) => [
      `count(*) FILTER (WHERE c${v})`,
      `count(*) FILTER (WHERE c${v} IS NULL)`,
      `coalesce(sum(c${amount.least}), 0)::text`,
      `coalesce(sum(c${amount.most}), 0)::text`,
      `coalesce(sum(c${missing[0]}), 0)::text`,
    ])
    const { rows } = await db.query({
      text: `SELECT ${sums.join()} FROM (${text}) AS decided(${names.join()})`,
      values: [PART.region, PART.on],
      rowMode: 'array',
    })
    for (const [i, { asked, missing }] of programmes.entries()) {
      if (missing.length !== 1) throw new Error('What is missing has more bits than one number')
      const [yes, open, least, most, masks] = rows[0].slice(i * 5)
      tally.push({ ...tallyFrom([yes, open, least, most]), masks: BigInt(masks), asked })
    }
  }
  return tally
}

async function tallyEach(db, programmes) {
  const tally = []
  for (const programme of programmes) {
    const { rows } = await db.query({ text: unknownSql(programme, '/'), rowMode: 'array' })
    tally.push(tallyFrom(rows[0]))
  }
  return tally
}

function tallyFrom([yes, open, least, most]) {
  return { yes: Number(yes), open: Number(open), least: BigInt(least ?? 0), most: BigInt(most ?? 0) }
}

/** What the masks of all rows come to: each bit as often as that is asked. */
function maskSum(counts, asked) {
  const known = new Set(asked.map(keyOf))
  for (const key of counts.keys()) if (!known.has(key)) return -1n
  return asked.reduce((sum, what, bit) => sum + (BigInt(counts.get(keyOf(what)) ?? 0) << BigInt(bit)), 0n)
}
