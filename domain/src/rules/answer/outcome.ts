import type { Range } from '../../shared/range.js'
import * as range from '../../shared/range.js'
import type { Bound } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import { type Frame, Machine, NO, type RowSource, type Truth, UNKNOWN } from '../machine.js'

/** What a programme comes to for what is known. */
export interface Outcome {
  readonly truth: Truth
  readonly amount: Range | null
  readonly score: Range | null
}

/** Enough for the options of two facts; more would cost more than the exactness is worth. */
const MOST_CASES = 32

/** Lends a machine for one frame; the next one to ask gets the same again. */
export function withMachine<T>(
  engine: Engine,
  frame: Frame,
  rows: RowSource,
  use: (machine: Machine) => T,
): T {
  const { nodes } = engine.tables
  const kept = engine.machines.pop()
  const machine = kept?.fits(nodes.numberCount, nodes.conditionCount)
    ? kept
    : new Machine(frame, nodes.numberCount, nodes.conditionCount, rows)
  machine.reset(frame, rows)
  try {
    return use(machine)
  } finally {
    engine.machines.push(machine)
  }
}

export function outcomeOf(engine: Engine, bound: Bound, machine: Machine, rows: RowSource): Outcome {
  const plain = outcomeIn(bound, machine)
  if (bound.cases.length === 0 || plain.truth === NO || !isOpen(plain)) return plain
  const frames = splitFrames(bound.cases, machine.frame)
  if (frames.length < 2) return plain
  return frames.map((frame) => withMachine(engine, frame, rows, (m) => outcomeIn(bound, m))).reduce(either)
}

function isOpen({ truth, amount, score }: Outcome): boolean {
  return (
    truth === UNKNOWN ||
    (amount !== null && !range.isPoint(amount)) ||
    (score !== null && !range.isPoint(score))
  )
}

function outcomeIn(bound: Bound, machine: Machine): Outcome {
  const truth = machine.truth(bound.verdict)
  return {
    truth,
    amount: bound.pay && truth !== NO ? machine.range(bound.pay.amount) : null,
    score: bound.score ? machine.range(bound.score) : null,
  }
}

function either(a: Outcome, b: Outcome): Outcome {
  const join = (x: Range | null, y: Range | null) => (x && y ? range.hull(x, y) : (x ?? y))
  return {
    truth: a.truth === b.truth ? a.truth : UNKNOWN,
    amount: join(a.amount, b.amount),
    score: join(a.score, b.score),
  }
}

/** One frame for each way that the parted facts can be; fewer facts are parted where there are too many ways. */
function splitFrames(cases: Bound['cases'], frame: Frame): Frame[] {
  let frames = [frame]
  for (const { slot, cuts } of cases) {
    const [lo, hi] = [frame.lo[slot] ?? 0n, frame.hi[slot] ?? 0n]
    const inside = cuts.filter((cut) => lo < cut && cut <= hi)
    if (inside.length === 0 || (inside.length + 1) * frames.length > MOST_CASES) continue
    const starts = [lo, ...inside]
    frames = frames.flatMap((f) =>
      starts.map((from, i) => narrowed(f, slot, from, (starts[i + 1] ?? hi + 1n) - 1n)),
    )
  }
  return frames
}

function narrowed(frame: Frame, slot: number, from: bigint, to: bigint): Frame {
  const [lo, hi] = [[...frame.lo], [...frame.hi]]
  lo[slot] = from
  hi[slot] = to
  return { lo, hi }
}

/** The same frame with one fact known. */
export function fixed(frame: Frame, slot: number, value: bigint): Frame {
  return narrowed(frame, slot, value, value)
}
