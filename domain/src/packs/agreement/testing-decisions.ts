import { OpenFacts } from '../../rules/answer/missing.js'
import { openParts } from '../../rules/answer/open.js'
import { outcomeOf, withMachine } from '../../rules/answer/outcome.js'
import { situationOf } from '../../rules/answer/situation.js'
import { amountFen } from '../../rules/answer/trace.js'
import { Batch, type BatchOptions } from '../../rules/batch/batch.js'
import type { Table } from '../../rules/batch/column.js'
import type { Asked } from '../../rules/batch/host.js'
import type { BatchProgram } from '../../rules/batch/program.js'
import { tableOf } from '../../rules/batch/subject-table.js'
import type { Bound } from '../../rules/bind/bound.js'
import type { Subject } from '../../rules/facts.js'
import { NO, UNKNOWN } from '../../rules/machine.js'

/**
 * One decision in the form in which back ends are compared: verdict, ends of the amount in fen, and the open facts
 * in the order of their keys, as `yes 1..2 | slot 3`.
 */
export type Decision = string

export const REFUSED: Decision = 'no'

/** What the interpreter decides: for each subject, for each programme. */
export function interpreted(program: BatchProgram, subjects: readonly Subject[]): Decision[][] {
  const { engine, plans } = program
  return subjects.map((subject) => {
    const { frame, rows } = situationOf(engine, subject)
    return withMachine(engine, frame, rows, (machine) => {
      const search = new OpenFacts(machine, engine.tables.slots)
      return plans.map(({ bound }) => {
        const outcome = outcomeOf(engine, bound, machine, rows)
        if (outcome.truth === NO) return REFUSED
        const parts = openParts(bound, outcome)
        const open = parts && search.in(parts.verdict, parts.amount)
        const asked = open && [
          ...open.slots.map(({ index }): Asked => ({ kind: 'slot', index })),
          ...[...open.records].map(({ index }): Asked => ({ kind: 'record', index })),
          ...[...open.judged].map((text): Asked => ({ kind: 'judged', text })),
        ]
        const ends = outcome.amount && amountFen(outcome.amount)
        return decision(bound, outcome.truth === UNKNOWN, ends, asked ?? [])
      })
    })
  })
}

/** What the batch decides for the same. */
export function batched(
  program: BatchProgram,
  subjects: readonly Subject[],
  options: BatchOptions = {},
  table: Table = tableOf(program, subjects),
): Decision[][] {
  const decisions = subjects.map(() => program.plans.map(() => REFUSED))
  new Batch(program, table, { missing: true, ...options }).run((hits) => {
    const bound = program.plans[hits.plan]?.bound
    if (!bound) return
    const sure = hits.sure().slice()
    const amounts = hits.amounts()
    const [least, most] = [amounts?.least.slice(), amounts?.most.slice()]
    const rows = hits.rows().slice()
    const missing = hits.missing().map(({ asked, rows }) => ({ asked, rows: rows.slice() }))
    for (const [i, row] of rows.entries()) {
      const asked = missing.flatMap((m) => (bit(m.rows, i) ? [m.asked] : []))
      const ends = least && most ? { min: `${least[i]}`, max: `${most[i]}` } : null
      const decided = decisions[hits.first + row]
      if (decided) decided[hits.plan] = decision(bound, !bit(sure, i), ends, asked)
    }
  })
  return decisions
}

function bit(bits: Uint8Array, i: number): boolean {
  return (((bits[i >> 3] ?? 0) >> (i & 7)) & 1) === 1
}

export function decision(
  { pay }: Bound,
  unknown: boolean,
  ends: { min: string; max: string } | null,
  asked: readonly Asked[],
): Decision {
  const amount = ends && pay ? ` ${unknown || pay.upper ? '0' : ends.min}..${ends.max}` : ''
  const keys = asked.map((a) => (a.kind === 'judged' ? `judged ${a.text}` : `${a.kind} ${a.index}`)).sort()
  return `${unknown ? 'unknown' : 'yes'}${amount}${keys.length > 0 ? ` | ${keys.join(', ')}` : ''}`
}
