import { Batch } from '../../rules/batch/batch.js'
import type { Table } from '../../rules/batch/column.js'
import type { Hits } from '../../rules/batch/hits.js'
import type { BatchProgram, Plan } from '../../rules/batch/program.js'
import { Decided } from './decided.js'
import { OpenSets } from './open-sets.js'

/**
 * Decides the programmes of a batch for all rows of a table, each for the rows that it applies to: `applies` has a bit
 * a row. The results come in the order of the batch's plans, before settling.
 */
export function decide(program: BatchProgram, table: Table, applies: (plan: Plan) => Uint8Array): Decided[] {
  const { engine, plans } = program
  const bits = plans.map(applies)
  const decided = plans.map(
    ({ bound }) => new Decided(bound.head, bound.pay !== null, new OpenSets(engine, bound)),
  )
  new Batch(program, table, { missing: true }).run((hits) => {
    const [plan, into, allowed] = [plans[hits.plan], decided[hits.plan], bits[hits.plan]]
    if (plan && into && allowed) take(hits, plan, into, allowed)
  })
  return decided
}

function take(hits: Hits, { bound: { pay } }: Plan, into: Decided, allowed: Uint8Array): void {
  const { first, count } = hits
  // What is asked for later can make the memory grow, which leaves earlier views behind.
  const sets = setsOf(hits, into.open)
  const amounts = pay ? hits.amounts() : null
  const [least, most] = [amounts?.least.slice(), amounts?.most.slice()]
  const rows = hits.rows().slice()
  const sure = hits.sure()
  for (let i = 0; i < count; i += 1) {
    const row = first + (rows[i] ?? 0)
    if (!hasBit(allowed, row)) continue
    const met = hasBit(sure, i)
    // Nothing is promised while the verdict is open, nor where the text says only “at most”.
    const certain = met && pay && !pay.upper ? (least?.[i] ?? 0n) : 0n
    into.add(row, met, [certain, most?.[i] ?? 0n], sets?.[i] ?? 0)
  }
}

function setsOf(hits: Hits, open: OpenSets): Int32Array | null {
  const missing = hits.missing()
  if (missing.length === 0) return null
  const sets = new Int32Array(hits.count)
  for (const { asked, rows } of missing) {
    const word = open.word(asked)
    for (let i = 0; i < hits.count; i += 1) if (hasBit(rows, i)) sets[i] = open.with(sets[i] ?? 0, word)
  }
  return sets
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) === 1
}
