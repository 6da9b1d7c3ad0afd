import * as q from '../../shared/rational.js'
import type { Lang } from '../../shared/text.js'
import { scaleOf } from '../../shared/unit.js'
import type { Bound } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import type { Slot } from '../form.js'
import { type Frame, YES } from '../machine.js'
import type { Nearest } from '../result.js'
import { formatValue } from '../value.js'
import { displayKey } from './display-key.js'
import { fixed, outcomeOf, withMachine } from './outcome.js'
import { type Situation, valueFrom } from './situation.js'

/** A fact, and the value it would have to be moved to. */
interface Move {
  readonly slot: Slot
  readonly from: bigint
  readonly to: bigint
}

const MOST_SHOWN = 3
/** Pairs are tried among so many facts; more would be no advice that a person follows. */
const MOST_PAIRED = 8

/**
 * The smallest moves, each in the direction that its fact's lever allows, that turn “no” into “yes”: of facts that are
 * still open, and apart, of closed years as targets for the next filing.
 */
export function nearestChanges(
  engine: Engine,
  bound: Bound,
  situation: Situation,
  lang: Lang,
): { open: Nearest[]; closed: Nearest[] } {
  const { tables } = engine
  const levers = bound.slots.flatMap((index) => {
    const slot = tables.slots[index]
    const movable =
      slot && slot.fact.lever !== 'none' && slot.fact.type !== 'place' && slot.fact.type !== 'choice'
    return movable && situation.known[index] && situation.frame.lo[index] === situation.frame.hi[index]
      ? [slot]
      : []
  })
  const say = (moves: Move[][]) => moves.map((m) => described(m, bound, engine, lang))
  const open = search(
    engine,
    bound,
    situation,
    levers.filter((s) => !s.closed),
  )
  const closed = search(
    engine,
    bound,
    situation,
    levers.filter((s) => s.closed),
  )
  return { open: say(open), closed: say(closed) }
}

function search(engine: Engine, bound: Bound, situation: Situation, levers: readonly Slot[]): Move[][] {
  const { frame } = situation
  const { rows } = situation
  const passes = (f: Frame) =>
    withMachine(engine, f, rows, (machine) => outcomeOf(engine, bound, machine, rows).truth === YES)
  const allowed = levers.filter((slot) => limitOf(slot, frame, engine) !== frame.lo[slot.index])
  const everything = allowed.reduce((f, slot) => fixed(f, slot.index, limitOf(slot, f, engine)), frame)
  if (allowed.length === 0 || !passes(everything)) return []
  const singles = allowed.flatMap((slot) => {
    const move = smallest(slot, frame, passes, engine)
    return move ? [[move]] : []
  })
  if (singles.length > 0) return ranked(singles)
  return ranked(pairs(allowed.slice(0, MOST_PAIRED), frame, passes, engine))
}

function pairs(
  levers: readonly Slot[],
  frame: Frame,
  passes: (f: Frame) => boolean,
  engine: Engine,
): Move[][] {
  const found: Move[][] = []
  for (const [i, a] of levers.entries()) {
    for (const b of levers.slice(i + 1)) {
      const far = fixed(frame, b.index, limitOf(b, frame, engine))
      const first = smallest(a, far, passes, engine)
      const second = first && smallest(b, fixed(frame, a.index, first.to), passes, engine)
      if (first && second) found.push([first, second])
    }
  }
  return found
}

/** As far as a fact may be moved: its range, and no further than the fact that bounds it. */
function limitOf(slot: Slot, frame: Frame, engine: Engine): bigint {
  if (slot.fact.lever === 'down') return slot.fact.lo
  const whole = engine.within.find(([part]) => part === slot.index)?.[1]
  const bound = whole === undefined ? undefined : frame.hi[whole]
  return bound !== undefined && bound < slot.fact.hi ? bound : slot.fact.hi
}

/** The nearest value of one fact with which it passes, by halving; undefined where none does. */
function smallest(slot: Slot, frame: Frame, passes: (f: Frame) => boolean, engine: Engine): Move | undefined {
  const from = frame.lo[slot.index] ?? 0n
  const step = stepOf(slot)
  const limit = limitOf(slot, frame, engine)
  const at = (k: bigint) => {
    const value = from + (slot.fact.lever === 'down' ? -k * step : k * step)
    return slot.fact.lever === 'down' ? (value < limit ? limit : value) : value > limit ? limit : value
  }
  const distance = limit > from ? limit - from : from - limit
  if (distance === 0n) return undefined
  let [failing, passing] = [0n, (distance + step - 1n) / step]
  if (!passes(fixed(frame, slot.index, at(passing)))) return undefined
  while (passing - failing > 1n) {
    const middle = (failing + passing) / 2n
    if (passes(fixed(frame, slot.index, at(middle)))) passing = middle
    else failing = middle
  }
  return { slot, from, to: at(passing) }
}

/** Advice is given in whole yuan and whole hundredths of a per cent. */
function stepOf({ fact }: Slot): bigint {
  if (fact.dimension === 'CNY' || fact.dimension === 'USD') return 100n
  return fact.dimension === '' && fact.type === 'quantity' ? 100n : 1n
}

function costOf(moves: readonly Move[]): bigint | null {
  let sum = 0n
  for (const { slot, from, to } of moves) {
    const { costPerUnitFen, factor, dimension } = slot.fact
    if (costPerUnitFen === null) return null
    // The cost is of one unit as declared; a started unit is paid whole.
    sum += q.ceil(
      q.divide(
        q.rational(costPerUnitFen * (to > from ? to - from : from - to)),
        q.multiply(factor, q.rational(scaleOf(dimension))),
      ),
    )
  }
  return sum
}

function ranked(found: readonly Move[][]): Move[][] {
  const far = (moves: readonly Move[]) =>
    moves.reduce(
      (sum, { slot, from, to }) =>
        sum + Math.abs(Number(to - from)) / Math.max(1, Number(slot.fact.hi - slot.fact.lo)),
      0,
    )
  const order = (a: Move[], b: Move[]) => {
    const [x, y] = [costOf(a), costOf(b)]
    if (x !== null && y !== null && x !== y) return x < y ? -1 : 1
    return far(a) - far(b)
  }
  return [...found].sort(order).slice(0, MOST_SHOWN)
}

function described(moves: readonly Move[], bound: Bound, engine: Engine, lang: Lang): Nearest {
  const { places } = engine.library
  const text = (slot: Slot, integer: bigint) =>
    formatValue(valueFrom(integer, slot.fact), slot.fact, lang, places)
  return {
    changes: moves.map(({ slot, from, to }) => ({
      fact: displayKey(slot, bound.programme),
      from: text(slot, from),
      to: text(slot, to),
    })),
    costFen: costOf(moves)?.toString() ?? null,
  }
}
