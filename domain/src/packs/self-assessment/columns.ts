import { evaluate, inForce, type Question, readingOf } from '../../rules/answer/evaluate.js'
import { type Situation, situationOf } from '../../rules/answer/situation.js'
import type { Bound } from '../../rules/bind/bound.js'
import { boundOf, engineFor } from '../../rules/bind/engine.js'
import { factKey, type Subject } from '../../rules/facts.js'
import type { Library, Programme } from '../../rules/programme.js'
import type { Result } from '../../rules/result.js'
import { civilOf, parseDay } from '../../shared/day.js'
import type { Lang } from '../../shared/text.js'

/** One column that is asked for: a decision date, and the subject as it is or as it would be. */
export interface ColumnAsk {
  readonly id: string
  readonly on: string
  readonly name: string
  readonly subject: Subject
  /** Keys of the figures that are only supposed; null in a column of what is known. */
  readonly supposed: readonly string[] | null
}

export interface ColumnState {
  readonly ask: ColumnAsk
  readonly onYear: number
  readonly inForce: boolean
  readonly bound: Bound
  readonly situation: Situation
  readonly result: Result
  /** The slot of a fact by its key. */
  readonly slotOf: ReadonlyMap<string, number>
}

/** Decides the programme for one column; null where it is not for this kind of subject. */
export function columnState(
  library: Library,
  programme: Programme,
  ask: ColumnAsk,
  { lang, reading }: { readonly lang: Lang; readonly reading: Question['reading'] },
): ColumnState | null {
  const on = parseDay(ask.on)
  if (on === undefined) throw new Error(`“${ask.on}” is no date`)
  const isInForce = inForce(programme, on)
  const used = isInForce ? library : alwaysInForce(library, programme)
  const chosen = used.programmes.get(programme.id) ?? programme
  const [result] = evaluate(used, ask.subject, {
    on: ask.on,
    lang,
    programmes: [programme.id],
    nearest: false,
    ...(reading === undefined ? {} : { reading }),
  })
  if (!result) return null
  const engine = engineFor(used, on)
  const bound = boundOf(engine, chosen, readingOf(chosen, reading === undefined ? {} : { reading }))
  const situation = situationOf(engine, ask.subject)
  const slotOf = new Map<string, number>()
  for (const index of bound.slots) {
    const slot = engine.tables.slots[index]
    if (slot) slotOf.set(factKey(slot.fact.name, slot.calibre, slot.year), index)
  }
  return { ask, onYear: civilOf(on).year, inForce: isInForce, bound, situation, result, slotOf }
}

const opened = new WeakMap<Library, Map<Programme, Library>>()

/** The same library in which this one programme has no term: to compare a year in which it was not in force. */
function alwaysInForce(library: Library, programme: Programme): Library {
  const known = opened.get(library) ?? new Map<Programme, Library>()
  opened.set(library, known)
  const before = known.get(programme)
  if (before) return before
  const open = { ...programme, valid: { from: null, to: null, stated: false } }
  const made = { ...library, programmes: new Map([[programme.id, open]]) }
  known.set(programme, made)
  return made
}
