import { readingOf } from '../answer/evaluate.js'
import { Batch, type WholeBits } from '../batch/batch.js'
import type { Table } from '../batch/column.js'
import { type BatchProgram, compileBatch } from '../batch/program.js'
import { boundOf, newEngine } from '../bind/engine.js'
import type { Library, Programme } from '../programme.js'
import { type Bits, ConditionBits } from './condition-bits.js'
import { type Funnel, funnelOf } from './funnel.js'
import { pickedTable } from './picked-table.js'
import { type Mask, type Standing, StandingCollector } from './standing.js'
import { withUnlimited } from './unlimited.js'

/** A programme in its default reading, ready to run whether or not it is in force on the day. */
export function programFor(library: Library, on: number, programmes: readonly Programme[]): BatchProgram {
  const engine = newEngine(library, on)
  return compileBatch(
    engine,
    programmes.map((programme) => boundOf(engine, programme, readingOf(programme, {}))),
  )
}

/** Where a quarter of the rows or less is left, their facts are gathered rather than whole columns read. */
const FEW_SHIFT = 2
const NONE = new StandingCollector().finish(false)

/** Answers what programmes would come to for the rows of one table; keeps memory and results of conditions between. */
export class WhatIf {
  private readonly bits: ConditionBits
  private readonly few: number
  private batch: Batch | undefined

  /** `few` is from how many rows on a text is decided for the whole table. */
  constructor(rows: number, few = rows >> FEW_SHIFT) {
    this.bits = new ConditionBits(rows)
    this.few = few
  }

  /** What each programme of a batch comes to for every row of the mask. */
  standings(program: BatchProgram, table: Table, mask: Mask | null = null): Standing[] {
    const { bits } = this
    const places = this.decided(program, table, mask)
    const [only, ...others] = places
    const few = only && others.length === 0 ? bits.few(only, this.few) : null
    const found = few
      ? this.run(program, pickedTable(table, few.rows), [few.given]).map((one) => among(few.rows, one))
      : this.run(
          program,
          table,
          places.map((at) => bits.seen(at)),
        )
    return program.plans.map((plan, i) => withUnlimited(found[i] ?? NONE, program, plan, table))
  }

  private run(program: BatchProgram, table: Table, given: readonly WholeBits[]): Standing[] {
    const collectors = program.plans.map(() => new StandingCollector())
    this.batch = new Batch(program, table, { after: this.batch, given })
    this.batch.run((hits) => collectors[hits.plan]?.add(hits))
    return program.plans.map((plan, i) => collectors[i]?.finish(plan.amount !== null) ?? NONE)
  }

  /** Where the verdicts of all rows stand, of conditions that mostly were computed for the text before. */
  private decided({ engine, plans }: BatchProgram, table: Table, mask: Mask | null): Bits[] {
    const { bits } = this
    return plans.map(({ bound }, i) => {
      const { verdict } = bound
      const parts = verdict.op === 'and' ? verdict.items : [verdict]
      const conditions = bits.of(
        engine,
        bound,
        table,
        parts.map((cond) => ({ cond })),
      )
      return bits.all(conditions, mask, 2 * i)
    })
  }

  /** What each condition of one of its programmes excludes. */
  funnel({ engine, plans }: BatchProgram, table: Table, mask: Mask | null = null, plan = 0): Funnel {
    const bound = plans[plan]?.bound
    if (!bound) return { rows: 0, steps: [] }
    return funnelOf(this.bits, engine, bound, table, mask)
  }
}

/** Of rows that were gathered, as rows of the table. */
function among(rows: Int32Array, found: Standing): Standing {
  return { ...found, rows: found.rows.map((at) => rows[at] ?? 0) }
}
