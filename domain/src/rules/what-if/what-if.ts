import { readingOf } from '../answer/evaluate.js'
import { Batch, type WholeBits } from '../batch/batch.js'
import type { Table } from '../batch/column.js'
import { type BatchProgram, compileBatch } from '../batch/program.js'
import { boundOf, newEngine } from '../bind/engine.js'
import type { Library, Programme } from '../programme.js'
import { ConditionBits } from './condition-bits.js'
import { type Funnel, funnelOf } from './funnel.js'
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

/** Answers what programmes would come to for the rows of one table; keeps memory and results of conditions between. */
export class WhatIf {
  private readonly bits: ConditionBits
  private batch: Batch | undefined

  constructor(rows: number) {
    this.bits = new ConditionBits(rows)
  }

  /** What each programme of a batch comes to for every row of the mask. */
  standings(program: BatchProgram, table: Table, mask: Mask | null = null): Standing[] {
    const collectors = program.plans.map(() => new StandingCollector())
    this.batch = new Batch(program, table, { after: this.batch, given: this.decided(program, table, mask) })
    this.batch.run((hits) => collectors[hits.plan]?.add(hits))
    return program.plans.map((plan, i) =>
      withUnlimited(
        collectors[i]?.finish(plan.amount !== null) ?? new StandingCollector().finish(false),
        program,
        plan,
        table,
      ),
    )
  }

  /** Verdicts of all rows, of conditions that mostly were computed for the text before. */
  private decided({ engine, plans }: BatchProgram, table: Table, mask: Mask | null): WholeBits[] {
    const { bits } = this
    const places = plans.map(({ bound }, i) => {
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
    return places.map((at) => bits.seen(at))
  }

  /** What each condition of one of its programmes excludes. */
  funnel({ engine, plans }: BatchProgram, table: Table, mask: Mask | null = null, plan = 0): Funnel {
    const bound = plans[plan]?.bound
    if (!bound) return { rows: 0, steps: [] }
    return funnelOf(this.bits, engine, bound, table, mask)
  }
}
