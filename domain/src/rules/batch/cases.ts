import type { Context, Ends } from './context.js'
import { type Run, testIn } from './evaluate-test.js'
import { vectorIn } from './evaluate-vector.js'
import type { CaseValues, PickValues } from './pick-values.js'
import { pickEnds } from './pick-values.js'
import type { Plan } from './program.js'

/** As the interpreter: enough for the options of two facts. */
const MOST_CASES = 32
const ROWS_AT_ONCE = 4096 / MOST_CASES

/** What a programme comes to for its rows, in memory of their own; `lo` and `hi` are 0 where nothing is paid. */
export interface Outcomes {
  readonly sure: number
  readonly may: number
  readonly lo: number
  readonly hi: number
}

export type PickRun = Run & { readonly values: PickValues }
export type CaseRun = Run & { readonly values: CaseValues }

/** Decides rows that are open case by case, where facts that several conditions name can be parted. */
export function partOpenRows(plan: Plan, from: PickRun, to: CaseRun, outcomes: Outcomes): void {
  const c = from.context
  if (!plan.cases.some(({ slot }) => isOpen(from.values.ends(slot)))) return
  const open = c.bits()
  let any = c.p.andNot(open, outcomes.may, outcomes.sure, c.n)
  if (outcomes.lo !== 0) {
    const differ = c.bits()
    c.p.differ(outcomes.lo, outcomes.hi, c.n, differ)
    any |= c.p.and(differ, differ, outcomes.may, c.n)
    c.p.or(open, open, differ, c.n)
  }
  if (any === 0) return
  const list = c.rows()
  const count = c.p.list(open, c.n, list)
  for (let at = 0; at < count; at += ROWS_AT_ONCE)
    partRows(plan, to, from, list + (at << 2), Math.min(ROWS_AT_ONCE, count - at), outcomes)
}

function isOpen({ lo, hi }: Ends): boolean {
  return lo !== hi
}

function partRows(plan: Plan, to: CaseRun, from: PickRun, rows: number, count: number, out: Outcomes): void {
  const c = to.context
  c.begin(count)
  const parted = new Parted(c, from, rows, count)
  for (const one of plan.cases) parted.part(one)
  if (parted.count === count) return
  c.n = parted.count
  to.values.begin(parted.rows)
  for (const [slot, ends] of parted.slots) to.values.preset(slot, ends)
  testIn(to, plan.verdict)
  const { p, n } = c
  const [sure, may] = [c.sureOf(plan.verdict), c.mayOf(plan.verdict)]
  p.joinAll(sure, parted.rows, n, out.sure)
  p.joinAny(may, parted.rows, n, out.may)
  if (!plan.amount || out.lo === 0) return
  vectorIn(to, plan.amount)
  p.joinHull(may, c.loOf(plan.amount), c.hiOf(plan.amount), parted.rows, n, out.lo, out.hi)
}

/** Rows as often as there are ways that their open facts can be. */
class Parted {
  readonly slots = new Map<number, Ends>()
  rows: number
  count: number
  private ways: number
  private readonly c: Context
  private readonly from: PickRun

  constructor(c: Context, from: PickRun, rows: number, count: number) {
    this.c = c
    this.from = from
    this.count = count
    this.rows = rows
    this.ways = c.arena.take(count << 2)
    c.heap.i32.fill(1, this.ways >> 2, (this.ways >> 2) + count)
  }

  part({ slot, at, count }: Plan['cases'][number]): void {
    const { c } = this
    c.n = this.count
    const { lo, hi } = pickEnds(c, this.from.values.ends(slot), this.rows)
    if (lo === hi) return
    const most = Math.min(this.count * MOST_CASES, ROWS_AT_ONCE * MOST_CASES)
    const [parents, ways] = [c.arena.take(most << 2), c.arena.take(most << 2)]
    const [outLo, outHi] = [c.arena.take(most << 3), c.arena.take(most << 3)]
    const made = c.p.part(
      lo,
      hi,
      this.ways,
      this.count,
      c.constant(at),
      count,
      MOST_CASES,
      parents,
      outLo,
      outHi,
      ways,
    )
    c.n = made
    for (const [other, ends] of this.slots) this.slots.set(other, pickEnds(c, ends, parents))
    this.rows = this.follow(parents, made)
    this.slots.set(slot, { lo: outLo, hi: outHi })
    this.ways = ways
    this.count = made
  }

  /** Rows of the parents. */
  private follow(parents: number, count: number): number {
    const { c } = this
    const out = c.arena.take(count << 2)
    const { i32 } = c.heap
    for (let i = 0; i < count; i += 1)
      i32[(out >> 2) + i] = i32[(this.rows >> 2) + (i32[(parents >> 2) + i] ?? 0)] ?? 0
    return out
  }
}
