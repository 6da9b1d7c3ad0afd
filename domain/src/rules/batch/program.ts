import type { Bound } from '../bind/bound.js'
import type { Engine } from '../bind/engine.js'
import { Constants, GREATEST, LEAST, NotNative } from './constants.js'
import { lowerAggregates, lowerNumber } from './lower-number.js'
import { lowerTest } from './lower-test.js'
import { Lowering } from './lowering.js'
import { isVector, operandsOf } from './operands.js'
import type { Test, Vector } from './ops.js'

/** One programme of a batch. */
export interface Plan {
  readonly bound: Bound
  readonly verdict: Test
  /** Parts of the verdict that are cheap, decided for whole blocks; then those decided for rows that are left. */
  readonly early: readonly Test[]
  /** Their ids. */
  readonly earlyIds: Int32Array
  readonly late: readonly Test[]
  readonly amount: Vector | null
  /** Facts that are parted where they are open, and where among the constants their cuts stand. */
  readonly cases: readonly { readonly slot: number; readonly at: number; readonly count: number }[]
}

/** Programmes as operations on columns, for one decision date. Plain data but for the nodes that hosted parts refer to. */
export interface BatchProgram {
  readonly engine: Engine
  readonly plans: readonly Plan[]
  readonly tests: readonly Test[]
  readonly vectors: readonly Vector[]
  readonly constants: readonly bigint[]
  /** By slot, where among the constants its least and greatest value stand. */
  readonly slotEnds: readonly (readonly [lo: number, hi: number])[]
  /** The same of aggregates of records, by the id of their number. */
  readonly recordEnds: ReadonlyMap<number, readonly [lo: number, hi: number]>
  /** By slot, where among the constants stands what it was in years before a subject existed. */
  readonly beforeFounding: ReadonlyMap<number, number>
  /** Values that experts decide, which can be open like facts. */
  readonly judged: readonly string[]
  /** Programmes that a batch cannot hold at all, and why. */
  readonly refused: readonly { readonly programme: string; readonly reason: string }[]
  /** Parts that the interpreter decides, row by row, and why. */
  readonly hosted: readonly { readonly programme: string; readonly reason: string }[]
}

/** Places among the constants that every batch has. */
export const ONE = 0
export const ZERO = 1
export const NEGATIVE = 2
export const NOT_POSITIVE = 4
export const TOP = 6
export const BOTTOM = 2

/** `bits` is how long its numbers may be. */
export function compileBatch(engine: Engine, bounds: readonly Bound[], bits = 64): BatchProgram {
  const lowering = new Lowering(engine.tables, startingConstants(), bits)
  const refused: { programme: string; reason: string }[] = []
  const hosted: { programme: string; reason: string }[] = []
  const plans = bounds.flatMap((bound) => {
    const programme = bound.programme.id
    try {
      const plan = planOf(lowering, bound)
      for (const reason of reasonsOf(lowering, plan)) hosted.push({ programme, reason })
      return [plan]
    } catch (error) {
      if (!(error instanceof NotNative)) throw error
      refused.push({ programme, reason: error.message })
      return []
    }
  })
  const slotEnds = engine.tables.slots.map(({ fact }): readonly [number, number] => [
    lowering.constants.one(clamped(lowering, fact.lo)),
    lowering.constants.one(clamped(lowering, fact.hi)),
  ])
  const recordEnds = lowering.vectors.flatMap((v) =>
    v.op === 'records'
      ? [[v.num.id, [lowering.constants.one(v.lo), lowering.constants.one(v.hi)]] as const]
      : [],
  )
  const beforeFounding = engine.tables.slots.flatMap(({ index, fact }) =>
    fact.beforeFounding === null ? [] : [[index, lowering.constants.one(fact.beforeFounding)] as const],
  )
  return {
    engine,
    plans,
    tests: lowering.tests,
    vectors: lowering.vectors,
    constants: lowering.constants.list,
    slotEnds,
    recordEnds: new Map(recordEnds),
    beforeFounding: new Map(beforeFounding),
    judged: lowering.judged,
    refused,
    hosted,
  }
}

function startingConstants(): Constants {
  const constants = new Constants()
  constants.one(1n)
  constants.one(0n)
  constants.many([LEAST, -1n])
  constants.many([LEAST, 0n])
  constants.one(GREATEST)
  return constants
}

/** Programmes on a fact that does not fit are refused; its ends are only placeholders. */
function clamped({ least, greatest }: Lowering, n: bigint): bigint {
  return n < least ? least : n > greatest ? greatest : n
}

function planOf(l: Lowering, bound: Bound): Plan {
  for (const slot of bound.slots) {
    const fact = l.slots[slot]?.fact
    if (fact) for (const end of [fact.lo, fact.hi]) l.fit(end)
  }
  const verdict = lowerTest(l, bound.verdict)
  const parts = verdict.op === 'and' ? verdict.items : [verdict]
  const early = parts.filter((t) => !t.dear && !t.hosted)
  return {
    bound,
    verdict,
    early,
    earlyIds: Int32Array.from(early, (t) => t.id),
    late: parts.filter((t) => t.dear || t.hosted),
    amount: bound.pay ? amountOf(l, bound.pay.amount) : null,
    cases: bound.cases.map(({ slot, cuts }) => ({ slot, at: l.constants.many(cuts), count: cuts.length })),
  }
}

/** An amount is a rounded number, so that even one that the interpreter computes has a scale. */
function amountOf(l: Lowering, n: NonNullable<Bound['pay']>['amount']): Vector {
  try {
    return lowerNumber(l, n)
  } catch (error) {
    if (!(error instanceof NotNative) || n.op !== 'round') throw error
    l.refused.set(n, error.message)
    lowerAggregates(l, n)
    const known = l.vectorOf.get(`host ${n.id}`)
    if (known) return known
    const scale = n.step.d
    const [lo, hi] = [n.span.lo, n.span.hi].map((end) => l.fit((end.n * scale) / end.d))
    const vector = l.addVector({ op: 'host', num: n }, { scale, lo: lo ?? 0n, hi: hi ?? 0n, parts: [] })
    l.vectorOf.set(`host ${n.id}`, vector)
    return vector
  }
}

function reasonsOf(l: Lowering, { verdict, amount }: Plan): string[] {
  const found = new Set<string>()
  const seen = new Set<Test | Vector>()
  const visit = (node: Test | Vector): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.op === 'host') found.add(l.refused.get(isVector(node) ? node.num : node.cond) ?? '')
    else operandsOf(node).forEach(visit)
  }
  visit(verdict)
  if (amount) visit(amount)
  return [...found]
}
