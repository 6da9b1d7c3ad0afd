import * as q from '../../shared/rational.js'
import { integersOf, type Situation, situationOf } from '../answer/situation.js'
import type { Engine } from '../bind/engine.js'
import type { Subject } from '../facts.js'
import { overRows } from '../machine.js'
import { ColumnBuilder, type Table } from './column.js'
import type { BatchProgram } from './program.js'

/** The facts of subjects as columns. Regions fill columns from their own tables; this is for some thousands. */
export function tableOf(program: BatchProgram, subjects: readonly Subject[]): Table {
  const { engine } = program
  const situations = subjects.map((subject) => situationOf(engine, subject))
  const { slots } = engine.tables
  return {
    rows: subjects.length,
    slots: slots.map((slot) => {
      const builder = new ColumnBuilder(slot.fact, subjects.length)
      for (const [row, { known }] of situations.entries()) {
        const fact = known[slot.index]
        if (fact) builder.put(row, ...integersOf(fact.value, slot.fact))
      }
      return builder.finish()
    }),
    founded: foundedOf(engine, subjects),
    records: new Map(aggregates(program, situations)),
  }
}

function foundedOf({ library }: Engine, subjects: readonly Subject[]): Table['founded'] {
  const { founded } = library
  const fact = founded === null ? undefined : library.facts.get(founded)
  if (founded === null || !fact) return undefined
  const builder = new ColumnBuilder(fact, subjects.length, 4)
  for (const [row, { facts, owner }] of subjects.entries()) {
    const value = (facts.get(founded) ?? owner?.facts.get(founded))?.value
    if (value?.kind === 'date') builder.put(row, BigInt(value.day), BigInt(value.day))
  }
  return builder.finish()
}

/** Sums and counts over related records, one value a row. */
function* aggregates(program: BatchProgram, situations: readonly Situation[]): Generator<[number, Column]> {
  for (const v of program.vectors) {
    if (v.op !== 'records') continue
    const { num, scale } = v
    const builder = new ColumnBuilder({ name: num.of.name, lo: v.lo, hi: v.hi }, situations.length, 8)
    for (const [row, { rows }] of situations.entries()) {
      const frames = rows(num.of)
      if (!frames) continue
      const { lo, hi } = overRows(num.aggregate, frames, num.rows)
      const whole = (end: q.Rational) => q.floor(q.multiply(end, q.rational(scale)))
      builder.put(row, whole(lo), whole(hi))
    }
    yield [num.id, builder.finish()]
  }
}

type Column = ReturnType<ColumnBuilder['finish']>
