import { withMachine } from '../../../rules/answer/outcome.js'
import type { Situation } from '../../../rules/answer/situation.js'
import type { Bound } from '../../../rules/bind/bound.js'
import { slotsOfCond } from '../../../rules/bind/slots.js'
import type { Cond, Num } from '../../../rules/form.js'
import type { Calculation, Sureness } from './calculation.js'
import { factCells, type InputOf } from './facts.js'
import { Nodes, type SlotCells, type Written } from './nodes.js'
import * as p from './poly.js'
import type { Rails } from './rail.js'
import * as r from './rail.js'

/** What the visible cells of one column show, as cells of its calculation. */
export interface Formulas {
  readonly truth: (c: Cond) => Sureness
  readonly rails: (n: Num) => Rails
  readonly verdict: Sureness
  readonly score: Rails | null
  readonly amount: Rails | null
}

/** Enough for the options of two facts, as the interpreter parts them. */
const MOST_CASES = 32

/** One way that the parted facts can be: which part of its values each has, and whether that is still possible. */
interface Case {
  readonly parts: ReadonlyMap<number, { readonly index: number; readonly cells: SlotCells }>
  readonly possible: string
}

/** Writes a programme's verdict, score and amount; facts named by several conditions are parted as in the interpreter. */
export function writeProgramme(
  calculation: Calculation,
  situation: Situation,
  bound: Bound,
  inputOf: InputOf,
): Formulas {
  const slots = new Set([...bound.slots, ...bound.checks.flatMap((c) => slotsOfCond(c.cond))])
  const cells = factCells(calculation, situation, withWholes(situation, slots), inputOf)
  const written: Written = { numbers: new Map(), truths: new Map() }
  const nodesFor = (parts: Case['parts']) =>
    new Nodes(
      {
        calculation,
        slot: (index) => parts.get(index)?.cells ?? cellsOf(cells, index),
        narrowing: (of) =>
          of.flatMap((slot) => (parts.has(slot) ? [`${slot}:${parts.get(slot)?.index}`] : [])).join(),
        frozen: (n) =>
          withMachine(situation.engine, situation.frame, situation.rows, (machine) => machine.range(n)),
        names: (index) => situation.engine.tables.slots[index]?.fact.name ?? '',
      },
      written,
    )
  const plain = nodesFor(new Map())
  const outcomes = casesOf(calculation, bound, cells).map(({ parts, possible }) => {
    const nodes = nodesFor(parts)
    return {
      possible,
      verdict: nodes.truth(bound.verdict),
      score: bound.score && nodes.rails(bound.score),
      amount: bound.pay && nodes.rails(bound.pay.amount),
    }
  })
  const truth = (c: Cond) => plain.truth(c)
  const rails = (n: Num) => plain.rails(n)
  const verdict = plain.truth(bound.verdict)
  const [score, amount] = [bound.score && rails(bound.score), bound.pay && rails(bound.pay.amount)]
  if (outcomes.length < 2) return { truth, rails, verdict, score, amount }
  const settled = calculation.truths(
    'verdict over all cases',
    `AND(${[...outcomes.map((o) => `OR(NOT(${o.possible}),${o.verdict.sure})`)].join(',')})`,
    `OR(${outcomes.map((o) => `AND(${o.possible},${o.verdict.possible})`).join(',')})`,
  )
  // A case that is refused still has its score, but no amount.
  const scores = outcomes.map((o) => ({ possible: o.possible, rails: o.score }))
  const amounts = outcomes.map((o) => ({
    possible: `AND(${o.possible},${o.verdict.possible})`,
    rails: o.amount,
  }))
  return {
    truth,
    rails,
    verdict: settled,
    score: score && overCases(calculation, verdict, score, scores),
    amount: amount && overCases(calculation, verdict, amount, amounts),
  }
}

/** The hull over all cases that are still possible; a refused programme's score stays as it is. */
function overCases(
  calculation: Calculation,
  verdict: Sureness,
  whole: Rails,
  cases: readonly { readonly possible: string; readonly rails: Rails | null }[],
): Rails {
  const rails = cases.flatMap((c) => (c.rails ? [c.rails] : []))
  const all = r.together([whole.lo, whole.hi, ...rails.flatMap((x) => [x.lo, x.hi])])
  if (!all) throw new p.FormulaError('A score that is a quotient has no formula')
  const [lo = [], hi = [], ...ends] = all.ns
  const best = (name: string, end: 0 | 1, none: bigint) =>
    `${name}(${cases.map((c, i) => `IF(${c.possible},${p.textOf(ends[2 * i + end] ?? [])},${none})`).join(',')})`
  const made = calculation.numbers(
    'over all cases',
    `IF(${verdict.possible},${best('MIN', 0, p.LIMIT)},${p.textOf(lo)})`,
    `IF(${verdict.possible},${best('MAX', 1, -p.LIMIT)},${p.textOf(hi)})`,
    p.hullOf(all.ns),
  )
  return { lo: r.railOf(p.cell(made.lo), all.d), hi: r.railOf(p.cell(made.hi), all.d) }
}

function casesOf(
  calculation: Calculation,
  { cases }: Bound,
  cells: ReadonlyMap<number, SlotCells>,
): readonly Case[] {
  let found: readonly Case[] = [{ parts: new Map(), possible: 'TRUE' }]
  for (const { slot, cuts } of cases) {
    const { lo, hi } = cellsOf(cells, slot)
    const inside = cuts.filter((cut) => lo.least < cut && cut <= hi.most)
    if (inside.length === 0 || (inside.length + 1) * found.length > MOST_CASES) continue
    const starts = [null, ...inside]
    const parts = starts.map((from, index) => {
      const to = starts[index + 1] ?? null
      const narrowed = calculation.numbers(
        'a part of the values',
        from === null ? lo.ref : `MAX(${lo.ref},${from})`,
        to === null ? hi.ref : `MIN(${hi.ref},${to - 1n})`,
        [from ?? lo.least, to === null ? hi.most : to - 1n],
      )
      return { index, cells: narrowed, possible: `${narrowed.lo.ref}<=${narrowed.hi.ref}` }
    })
    found = found.flatMap((c) =>
      parts.map((part) => ({
        parts: new Map([...c.parts, [slot, part]]),
        possible: calculation.truths('case', `AND(${c.possible},${part.possible})`, '').sure,
      })),
    )
  }
  return found.length < 2 ? [] : found
}

function cellsOf(cells: ReadonlyMap<number, SlotCells>, index: number): SlotCells {
  const found = cells.get(index)
  if (!found) throw new Error(`Fact ${index} has no cells`)
  return found
}

/** Facts that bound others, or are bounded by them, are looked up even where the programme does not name them. */
function withWholes({ engine, known }: Situation, slots: ReadonlySet<number>): number[] {
  const all = new Set(slots)
  for (const [part, whole] of engine.within) {
    if (slots.has(part)) all.add(whole)
    else if (slots.has(whole) && known[part]) all.add(part)
  }
  return [...all]
}
