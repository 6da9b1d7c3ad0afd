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
  const parted = partsOf(bound.cases, machine.frame)
  if (parted.length === 0) return plain
  const frame: Frame = { lo: [...machine.frame.lo], hi: [...machine.frame.hi] }
  const all: Outcome[] = []
  withMachine(engine, frame, rows, (m) =>
    eachCase(parted, 0, frame, () => {
      m.reset(frame, rows)
      all.push(outcomeIn(bound, m))
    }),
  )
  return all.reduce(either)
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

interface Parted {
  readonly slot: number
  readonly spans: readonly (readonly [from: bigint, to: bigint])[]
}

/** The facts that are parted, each into the ways that it can be; fewer facts where there are too many ways. */
function partsOf(cases: Bound['cases'], frame: Frame): Parted[] {
  const parted: Parted[] = []
  let ways = 1
  for (const { slot, cuts } of cases) {
    const [lo, hi] = [frame.lo[slot] ?? 0n, frame.hi[slot] ?? 0n]
    const inside = cuts.filter((cut) => lo < cut && cut <= hi)
    if (inside.length === 0 || (inside.length + 1) * ways > MOST_CASES) continue
    const starts = [lo, ...inside]
    ways *= starts.length
    parted.push({ slot, spans: starts.map((from, i) => [from, (starts[i + 1] ?? hi + 1n) - 1n]) })
  }
  return parted
}

/** Sets the frame to each combination in turn. */
function eachCase(parted: readonly Parted[], next: number, frame: Frame, visit: () => void): void {
  const part = parted[next]
  if (!part) {
    visit()
    return
  }
  for (const [from, to] of part.spans) {
    frame.lo[part.slot] = from
    frame.hi[part.slot] = to
    eachCase(parted, next + 1, frame, visit)
  }
}

/** The same frame with one fact known. */
export function fixed(frame: Frame, slot: number, value: bigint): Frame {
  const [lo, hi] = [[...frame.lo], [...frame.hi]]
  lo[slot] = value
  hi[slot] = value
  return { lo, hi }
}
