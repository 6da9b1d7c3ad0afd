import { civilOf } from '../../shared/day.js'
import type { PlaceIndex } from '../../shared/places.js'
import type { Lang } from '../../shared/text.js'
import type { Engine } from '../bind/engine.js'
import { codesWithin } from '../compile/compare.js'
import type { KnownFact, RecordRow, Subject, Value, ValueDef } from '../facts.js'
import type { RecordSlot, Slot } from '../form.js'
import type { Frame, RowSource } from '../machine.js'
import { formatValue } from '../value.js'

/** What is known of one subject, laid out for the facts that an engine's programmes look at. */
export interface Situation {
  readonly engine: Engine
  readonly subject: Subject
  readonly frame: Frame
  readonly known: readonly (KnownFact | undefined)[]
  readonly rows: RowSource
}

export function situationOf(engine: Engine, subject: Subject): Situation {
  const { slots } = engine.tables
  const lo = new Array<bigint>(slots.length)
  const hi = new Array<bigint>(slots.length)
  const known = new Array<KnownFact | undefined>(slots.length)
  const founded = foundingYear(engine, subject)
  for (const slot of slots) {
    const fact = knownFact(subject, slot)
    known[slot.index] = fact
    const [from, to] = fact ? integersOf(fact.value, slot.fact) : unknownSpan(slot, founded)
    lo[slot.index] = from
    hi[slot.index] = to
  }
  for (const [part, whole] of engine.within) {
    const [partLo, wholeHi] = [lo[part] ?? 0n, hi[whole] ?? 0n]
    if (!known[part] && wholeHi < (hi[part] ?? 0n)) hi[part] = wholeHi < partLo ? partLo : wholeHi
    if (!known[whole] && partLo > (lo[whole] ?? 0n)) lo[whole] = partLo > wholeHi ? wholeHi : partLo
  }
  return { engine, subject, frame: { lo, hi }, known, rows: rowSource(engine, subject) }
}

export function knownFact(subject: Subject, slot: Slot): KnownFact | undefined {
  const owner = subject.owner
  const [first, second] = slot.ofOwner && owner ? [owner, undefined] : [subject, owner]
  for (const key of slot.keys) {
    const fact = first.facts.get(key)
    if (fact) return fact
  }
  if (second) {
    for (const key of slot.keys) {
      const fact = second.facts.get(key)
      if (fact) return fact
    }
  }
  return undefined
}

function unknownSpan(slot: Slot, foundedIn: number | undefined): readonly [bigint, bigint] {
  const { beforeFounding, lo, hi } = slot.fact
  if (beforeFounding !== null && foundedIn !== undefined && slot.year !== null && slot.year < foundedIn)
    return [beforeFounding, beforeFounding]
  return [lo, hi]
}

function foundingYear({ library }: Engine, subject: Subject): number | undefined {
  if (library.founded === null) return undefined
  const fact = subject.facts.get(library.founded) ?? subject.owner?.facts.get(library.founded)
  return fact?.value.kind === 'date' ? civilOf(fact.value.day).year : undefined
}

/** The integers that a known value can be, both ends included. */
export function integersOf(value: Value, def: ValueDef): readonly [bigint, bigint] {
  switch (value.kind) {
    case 'quantity':
      return [value.lo, value.hi]
    case 'yes-no':
      return value.value ? [1n, 1n] : [0n, 0n]
    case 'date':
      return [BigInt(value.day), BigInt(value.day)]
    case 'place': {
      const { from, to } = codesWithin(value.code)
      return [from, to]
    }
    case 'choice': {
      const index = BigInt([...def.options.keys()].indexOf(value.value))
      return index < 0n ? [def.lo, def.hi] : [index, index]
    }
  }
}

/** The value that an integer of a fact stands for. */
export function valueFrom(integer: bigint, def: ValueDef): Value {
  switch (def.type) {
    case 'quantity':
      return { kind: 'quantity', lo: integer, hi: integer }
    case 'yes-no':
      return { kind: 'yes-no', value: integer === 1n }
    case 'date':
      return { kind: 'date', day: Number(integer) }
    case 'place':
      return { kind: 'place', code: String(integer).padStart(6, '0') }
    case 'choice':
      return { kind: 'choice', value: [...def.options.keys()][Number(integer)] ?? '' }
  }
}

function rowSource({ library }: Engine, subject: Subject): RowSource {
  const made = new Map<string, readonly Frame[] | null>()
  return (record: RecordSlot) => {
    const before = made.get(record.name)
    if (before !== undefined) return before
    const rows = subject.records.get(record.name) ?? subject.owner?.records.get(record.name)
    const fields = [...(library.records.get(record.name)?.fields.values() ?? [])]
    const frames = rows ? rows.map((row) => rowFrame(row, fields)) : null
    made.set(record.name, frames)
    return frames
  }
}

function rowFrame(row: RecordRow, fields: readonly ValueDef[]): Frame {
  const spans = fields.map((def): readonly [bigint, bigint] => {
    const value = row.get(def.name)
    return value ? integersOf(value, def) : [def.lo, def.hi]
  })
  return { lo: spans.map(([lo]) => lo), hi: spans.map(([, hi]) => hi) }
}

/** What is known of a fact, as a person writes it, or null. */
export function seenText(situation: Situation, slot: Slot, lang: Lang, places: PlaceIndex): string | null {
  const known = situation.known[slot.index]
  if (known) return formatValue(known.value, slot.fact, lang, places)
  const [lo, hi] = [situation.frame.lo[slot.index], situation.frame.hi[slot.index]]
  return lo !== undefined && lo === hi ? formatValue(valueFrom(lo, slot.fact), slot.fact, lang, places) : null
}
