import { integersOf, type Situation } from '../../../rules/answer/situation.js'
import type { FactDef } from '../../../rules/facts.js'
import type { Slot } from '../../../rules/form.js'
import * as q from '../../../shared/rational.js'
import { scaleOf } from '../../../shared/unit.js'
import type { Calculation } from './calculation.js'
import type { SlotCells } from './nodes.js'
import { FormulaError } from './poly.js'

/** A date as a spreadsheet counts days, less this, is a day since 1970-01-01. */
export const SPREADSHEET_EPOCH = 25569

/** Where the value of a fact is typed in: the address of its cell, or undefined for facts that have none. */
export type InputOf = (slot: number) => string | undefined

/** For each fact the least and the greatest integer that it can be: what is typed in, or its whole range while blank. */
export function factCells(
  calculation: Calculation,
  situation: Situation,
  slots: readonly number[],
  inputOf: InputOf,
): ReadonlyMap<number, SlotCells> {
  const { tables, within } = situation.engine
  const cells = new Map<number, SlotCells>()
  for (const index of slots) {
    const slot = tables.slots[index]
    if (slot) cells.set(index, cellsOf(calculation, situation, slot, inputOf))
  }
  // The same order as in a situation: each narrowing may rest on one before it.
  for (const [part, whole] of within) {
    const [a, b] = [cells.get(part), cells.get(whole)]
    if (a && b) narrow(calculation, { part: a, whole: b, parts: [part, whole], inputOf, cells })
  }
  return cells
}

function cellsOf(calculation: Calculation, situation: Situation, slot: Slot, inputOf: InputOf): SlotCells {
  const { fact } = slot
  const input = inputOf(slot.index)
  if (input === undefined) return frozen(calculation, situation, slot)
  const typed = integerOf(fact, input)
  const blank = unknownSpan(situation, slot, inputOf)
  return calculation.numbers(
    fact.name,
    `IF(ISBLANK(${input}),${blank.lo},${typed})`,
    `IF(ISBLANK(${input}),${blank.hi},${typed})`,
    [fact.lo, fact.hi],
  )
}

/** A fact that has no cell of its own, such as a place: as it was when the sheet was made. */
function frozen(calculation: Calculation, { frame, engine }: Situation, slot: Slot): SlotCells {
  const [lo, hi] = [frame.lo[slot.index] ?? slot.fact.lo, frame.hi[slot.index] ?? slot.fact.hi]
  const made = calculation.numbers(slot.fact.name, `${lo}`, `${hi}`, [lo, hi])
  if (engine.tables.slots[slot.index] !== slot) throw new Error('The slot is of another engine')
  return made
}

function unknownSpan(situation: Situation, slot: Slot, inputOf: InputOf): { lo: string; hi: string } {
  const { lo, hi, beforeFounding } = slot.fact
  const founded = foundingYear(situation, inputOf)
  if (beforeFounding === null || slot.year === null || founded === undefined)
    return { lo: `${lo}`, hi: `${hi}` }
  const span = (end: bigint) => `IF(${slot.year}<${founded},${beforeFounding},${end})`
  return { lo: span(lo), hi: span(hi) }
}

/** A formula for the year in which the subject began; 0 while that is not known. */
function foundingYear({ engine, subject }: Situation, inputOf: InputOf): string | undefined {
  const name = engine.library.founded
  if (name === null) return undefined
  const slot = engine.tables.slots.find((s) => s.fact.name === name && inputOf(s.index) !== undefined)
  const input = slot && inputOf(slot.index)
  if (input !== undefined) return `IF(ISBLANK(${input}),0,YEAR(${input}))`
  const known = subject.facts.get(name) ?? subject.owner?.facts.get(name)
  if (known?.value.kind !== 'date') return undefined
  const [day] = integersOf(known.value, { lo: 0n, hi: 0n } as FactDef)
  return `YEAR(${day + BigInt(SPREADSHEET_EPOCH)})`
}

/** What is typed, as the integer that stands for it. */
function integerOf(fact: FactDef, input: string): string {
  switch (fact.type) {
    case 'quantity': {
      const { n, d } = q.multiply(fact.factor, q.rational(scaleOf(fact.dimension)))
      if (n % d !== 0n) throw new FormulaError(`“${fact.name}” is kept more coarsely than its unit`)
      return n === d ? `ROUND(${input},0)` : `ROUND(${input}*${n / d},0)`
    }
    case 'yes-no':
      return `IF(OR(${input}="是",${input}="yes"),1,0)`
    case 'date':
      return `${input}-${SPREADSHEET_EPOCH}`
    case 'choice':
      return `${[...fact.options].map(([, label], i) => `IF(OR(${input}=${quoted(label.zh)},${input}=${quoted(label.en ?? label.zh)}),${i},`).join('')}-1${')'.repeat(fact.options.size)}`
    case 'place':
      throw new FormulaError('A place has no number that is typed in')
  }
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

interface Pair {
  readonly part: SlotCells
  readonly whole: SlotCells
  readonly parts: readonly [part: number, whole: number]
  readonly inputOf: InputOf
  readonly cells: Map<number, SlotCells>
}

/** A part that is not known is no greater than the whole can be, and a whole not known no less than its part. */
function narrow(calculation: Calculation, { part, whole, parts, inputOf, cells }: Pair): void {
  const [partInput, wholeInput] = parts.map(inputOf)
  const [partHi, wholeLo] = [part.hi, whole.lo]
  const narrowed = calculation.numbers(
    'no greater than its whole',
    '',
    partInput === undefined
      ? partHi.ref
      : `IF(ISBLANK(${partInput}),IF(${whole.hi.ref}<${partHi.ref},MAX(${whole.hi.ref},${part.lo.ref}),${partHi.ref}),${partHi.ref})`,
    [part.hi.least, part.hi.most],
  ).hi
  const raised = calculation.numbers(
    'no less than its part',
    wholeInput === undefined
      ? wholeLo.ref
      : `IF(ISBLANK(${wholeInput}),IF(${part.lo.ref}>${wholeLo.ref},MIN(${part.lo.ref},${whole.hi.ref}),${wholeLo.ref}),${wholeLo.ref})`,
    '',
    [whole.lo.least, whole.lo.most],
  ).lo
  cells.set(parts[0], { lo: part.lo, hi: narrowed })
  cells.set(parts[1], { lo: raised, hi: whole.hi })
}
