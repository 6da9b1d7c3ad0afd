import { bytesOf, columnsOf } from './columns.mjs'
import { loadTable, openDuckdb, prepareAll, tallyAll } from './duckdb.mjs'
import { batchFor, programOf, tableFor, tallyOf } from './kehui.mjs'
import { loopsOf } from './loop.mjs'
import { interleaved, round } from './measure.mjs'
import { perDecision } from './per-decision.mjs'
import { postgres } from './postgres.mjs'
import { programmesOf } from './programmes.mjs'
import { sandbox } from './sandbox.mjs'
import { knownSql, unknownSql } from './sql.mjs'
import { twoThreads } from './threads.mjs'

const PROGRAMMES = 500
const COMPANIES = 1_000_000
const UNKNOWN = 0.08
/** PostgreSQL decides on every tenth company: all of them would take it longer than all the rest. */
const POSTGRES_EVERY = 10
const ROUNDS = 3
const WARM = 3

/** 500 programmes for 1,000,000 companies, with all facts known and with some unknown and amounts. */
export async function rules() {
  const { programmes, distinct } = programmesOf(20261124, PROGRAMMES)
  if (distinct < 300) throw new Error(`Only ${distinct} distinct conditions`)
  say(`${PROGRAMMES} programmes with ${distinct} distinct conditions`)
  const program = programOf(programmes)
  const duckdb = await openDuckdb()
  const known = await withAllKnown(programmes, program, duckdb)
  const open = await withSomeUnknown(programmes, program, duckdb)
  say(`${known.hits} hits of all known`)
  if (known.hits < 5_000_000) throw new Error(`Only ${known.hits} hits`)
  const disagreements = [known, known.each, open, open.threads, open.postgres].map(
    (part) => part.disagreements,
  )
  const figures = {
    duckdbRatioKnown: round(known.ms.duckdb / known.ms.ours),
    duckdbRatioUnknown: round(open.ms.duckdb / open.ms.ours),
    loopRatio: round(known.ms.loop / known.ms.ours),
    publicodesRatio: round(known.each.publicodesMicros / known.each.oursMicros),
    zenRatio: round(known.each.zenMicros / known.each.oursMicros),
    peakMiBOverColumns: round(open.peakMiB),
    twoThreadSpeedup: round(open.threads.speedup),
    scanRatio: round(known.ms.ours / known.ms.scan),
    disagreements: disagreements.reduce((a, b) => a + b),
    decisions: 2 * PROGRAMMES * COMPANIES,
    sandboxMs: round(open.sandboxMs),
  }
  return { figures, more: furtherFigures(known, open, distinct) }
}

/** What is told besides, to whoever reads it. */
function furtherFigures(known, open, distinct) {
  const { oursMs, wideMs, eachMs, rows } = open.postgres
  const { oursMicros, publicodesMicros, zenMicros, jsonRulesMicros, missing } = known.each
  return {
    hits: known.hits,
    distinctConditions: distinct,
    columnsMiB: round(known.columnsMiB),
    twoThreadCpuOverhead: round(open.threads.overhead),
    cpuMs: { known: rounded(known.ms), unknown: rounded(open.ms) },
    microsPerDecision: rounded({ oursMicros, publicodesMicros, zenMicros, jsonRulesMicros }),
    missingBesidePublicodes: missing,
    postgres: rounded({
      rows,
      oursMs,
      wideMs,
      wideRatio: wideMs / oursMs,
      eachMs,
      eachRatio: eachMs / oursMs,
    }),
  }
}

function rounded(numbers) {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, round(value)]))
}

async function withAllKnown(programmes, program, duckdb) {
  say('Columns, all known')
  const columns = columnsOf(7, COMPANIES, 0)
  const batch = batchFor(program, tableFor(program, columns, COMPANIES), false)
  for (let i = 0; i < WARM; i += 1) tallyOf(batch, PROGRAMMES, false)
  await loadTable(duckdb, 'known', columns, COMPANIES)
  const prepared = await prepareAll(duckdb, programmes.map(knownSql))
  const loops = loopsOf(programmes, columns, COMPANIES)
  say('Verdicts, all known')
  const { ms, values } = await interleaved(ROUNDS, {
    ours: () => tallyOf(batch, PROGRAMMES, false),
    duckdb: () => tallyAll(prepared),
    loop: () => loops.map((loop) => loop()),
    scan: () => scan(columns),
  })
  await duckdb.run('DROP TABLE known')
  say('One decision at a time')
  const each = await perDecision(programmes, columns)
  const wrongLoops = values.loop.filter((yes, i) => yes !== values.ours[i].yes).length
  return {
    ms,
    each,
    hits: values.ours.reduce((sum, t) => sum + t.yes, 0),
    disagreements: differences(values.ours, values.duckdb) + wrongLoops,
    columnsMiB: bytesOf(columns) / 2 ** 20,
  }
}

async function withSomeUnknown(programmes, program, duckdb) {
  say('Columns, some unknown')
  const columns = columnsOf(8, COMPANIES, UNKNOWN)
  const table = tableFor(program, columns, COMPANIES)
  const peakMiB = peakOf(program, table)
  const batch = batchFor(program, table, true)
  for (let i = 0; i < WARM; i += 1) tallyOf(batch, PROGRAMMES, true)
  const sandboxMs = await sandbox(programmes, columns, COMPANIES)
  say('Two threads')
  const threads = await twoThreads(programmes, columns, COMPANIES)
  await loadTable(duckdb, 'open', columns, COMPANIES)
  const prepared = await prepareAll(
    duckdb,
    programmes.map((p) => unknownSql(p)),
  )
  say('Verdicts and amounts, some unknown')
  const { ms, values } = await interleaved(ROUNDS, {
    ours: () => tallyOf(batch, PROGRAMMES, true),
    duckdb: () => tallyAll(prepared),
  })
  threads.disagreements = differences(values.ours, threads.tally)
  say('PostgreSQL, some unknown')
  return {
    ms,
    threads,
    sandboxMs,
    peakMiB,
    postgres: await postgres(programmes, columns, POSTGRES_EVERY),
    disagreements: differences(values.ours, values.duckdb),
  }
}

function differences(ours, theirs) {
  return ours.filter((t, i) => ['yes', 'open', 'least', 'most'].some((key) => t[key] !== theirs[i][key]))
    .length
}

/** What a run takes beside the columns. */
function peakOf(program, table) {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  let hits = 0
  tallyOf(batchFor(program, table, true), PROGRAMMES, true, 0, COMPANIES, () => {
    hits += 1
    if (hits % 500 === 0) most = Math.max(most, process.memoryUsage.rss())
  })
  return (most - before) / 2 ** 20
}

/** Reads every column once, block by block: nothing that looks at all facts can be faster. */
function scan(columns) {
  const block = new Uint8Array(4096 * 8)
  for (let row = 0; row < COMPANIES; row += 4096)
    for (const { values, width } of columns.values()) {
      const size = Math.min(4096, COMPANIES - row) * width
      block.set(new Uint8Array(values.buffer, row * width, size))
    }
}

function say(text) {
  console.error(text)
}
