import type { Range } from '../../shared/range.js'
import * as range from '../../shared/range.js'
import type { Bound } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import { type Frame, Machine, type RowSource, type Truth, UNKNOWN } from '../machine.js'

/** What a programme comes to for what is known. */
export interface Outcome {
  readonly truth: Truth
  readonly amount: Range | null
  readonly score: Range | null
}

/** Enough for the options of two facts; more would cost more than the exactness is worth. */
const MOST_CASES = 32n

export function machineFor({ tables }: Engine, frame: Frame, rows: RowSource): Machine {
  return new Machine(frame, tables.nodes.numberCount, tables.nodes.conditionCount, rows)
}

export function outcomeOf(engine: Engine, bound: Bound, machine: Machine, rows: RowSource): Outcome {
  const plain = outcomeIn(bound, machine)
  const open =
    plain.truth === UNKNOWN ||
    (plain.truth === 1 && plain.amount !== null && !range.isPoint(plain.amount)) ||
    (plain.score !== null && !range.isPoint(plain.score))
  if (!open || bound.cases.length === 0) return plain
  const frames = splitFrames(bound.cases, machine.frame)
  if (frames.length < 2) return plain
  return frames.map((frame) => outcomeIn(bound, machineFor(engine, frame, rows))).reduce(either)
}

function outcomeIn(bound: Bound, machine: Machine): Outcome {
  const truth = machine.truth(bound.verdict)
  return {
    truth,
    amount: bound.pay && truth !== 0 ? machine.range(bound.pay.amount) : null,
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

/** One frame for each way that the facts of few values can be; just this frame where there are too many ways. */
function splitFrames(slots: readonly number[], frame: Frame): Frame[] {
  let frames = [frame]
  for (const slot of slots) {
    const [lo, hi] = [frame.lo[slot] ?? 0n, frame.hi[slot] ?? 0n]
    const size = hi - lo + 1n
    if (size < 2n || size * BigInt(frames.length) > MOST_CASES) continue
    frames = frames.flatMap((f) =>
      Array.from({ length: Number(size) }, (_, i) => fixed(f, slot, lo + BigInt(i))),
    )
  }
  return frames
}

/** The same frame with one fact known. */
export function fixed(frame: Frame, slot: number, value: bigint): Frame {
  const [lo, hi] = [[...frame.lo], [...frame.hi]]
  lo[slot] = value
  hi[slot] = value
  return { lo, hi }
}
