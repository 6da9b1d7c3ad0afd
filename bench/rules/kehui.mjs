import { loadPacks } from '../../domain/dist/packs/index.js'
import { Batch, batchOf } from '../../domain/dist/rules/index.js'
import { packOf } from '../trace/kehui.mjs'

const ON = 20781

/** The programmes as one batch. */
export function programOf(programmes) {
  const loaded = loadPacks(packOf(programmes))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics[0]))
  const program = batchOf(loaded.library, ON)
  const left = [...program.refused, ...program.hosted]
  if (left.length > 0) throw new Error(`Not native: ${left[0].programme}, ${left[0].reason}`)
  return program
}

/** The columns as the table that a batch wants. */
export function tableFor(program, columns, rows) {
  const slots = program.engine.tables.slots.map(({ fact }) => columns.get(fact.name))
  return { rows, slots, founded: undefined, records: new Map() }
}

/** What each programme comes to: yes, unknown, and the ends of the sum in fen. */
export function tallyOf(batch, count, amounts, from, to, each = () => {}) {
  const tally = newTally(count)
  batch.run(
    (hits) => {
      const t = tally[hits.plan]
      t.yes += hits.yes
      t.open += hits.count - hits.yes
      if (amounts) {
        const { least, most } = hits.total()
        t.least += least
        t.most += most
      }
      each()
    },
    from,
    to,
  )
  return tally
}

export function newTally(count) {
  return Array.from({ length: count }, () => ({ yes: 0, open: 0, least: 0n, most: 0n }))
}

/** Adds what a part of the rows came to. */
export function addTo(tally, part) {
  for (const [i, t] of tally.entries()) for (const key of Object.keys(t)) t[key] += part[i][key]
  return tally
}

/** What each programme waits for: how many rows for each that is asked, by a key of it. */
export function missingOf(batch, count) {
  const asked = Array.from({ length: count }, () => new Map())
  batch.run((hits) => {
    const counts = asked[hits.plan]
    for (const { asked: what, rows } of hits.missing()) {
      const key = keyOf(what)
      counts.set(key, (counts.get(key) ?? 0) + bitsIn(rows))
    }
  })
  return asked
}

export function keyOf({ kind, index, text }) {
  return `${kind} ${index ?? text}`
}

function bitsIn(bytes) {
  let count = 0
  for (let byte of bytes) for (; byte !== 0; byte &= byte - 1) count += 1
  return count
}

export function batchFor(program, table, amounts, missing = false) {
  return new Batch(program, table, { amounts, missing })
}
