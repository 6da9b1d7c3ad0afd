import type { Num } from '../../../rules/form.js'
import { smallestStep } from '../../../rules/machine.js'
import type { Calculation } from './calculation.js'
import * as p from './poly.js'
import type { Rail, Rails } from './rail.js'
import * as r from './rail.js'

/** One way in which a quotient can come about, and the cells' condition for it. */
interface Candidate {
  readonly when: string | true
  readonly rail: Rail
}

interface Parts {
  readonly over: Rails
  readonly under: Rails
  readonly ifZero: Rails | null
}

/** A quotient's ends: of the divisor's part above zero, of the part below, and of the case for zero. */
export function quotient(calculation: Calculation, n: Num & { op: 'divide' }, parts: Parts): Rails {
  const { over, under, ifZero } = parts
  const by = r.constantOf(under.lo)
  if (by && by.n > 0n && n.right.op === 'const') {
    const inverse = r.exactly({ n: by.d, d: by.n })
    return { lo: r.multiply(over.lo, inverse), hi: r.multiply(over.hi, inverse) }
  }
  const step = smallestStep(n.right)
  const all = r.together([under.lo, under.hi])
  if (!all) throw new p.FormulaError('A quotient of quotients has no formula')
  const d = p.lcm(all.d, step.d)
  const unit = (step.n * d) / step.d
  const [lo = [], hi = []] = all.ns.map((poly) => p.scale(poly, d / all.d))
  const ends = { lo: cellOf(calculation, 'divisor', lo), hi: cellOf(calculation, 'divisor', hi) }
  const spanLo = n.right.span.lo
  if (spanLo.n > 0n) {
    const positive = sharesOf(calculation, over, ends, d)
    return { lo: positive.lo, hi: positive.hi }
  }
  const [low, high] = [ends.lo, ends.hi].map((a) => p.textOf(p.cell(a))) as [string, string]
  const lows: Candidate[] = []
  const highs: Candidate[] = []
  const push = (when: string, { lo: least, hi: most }: Rails) => {
    lows.push({ when, rail: least })
    highs.push({ when, rail: most })
  }
  const above = calculation.numbers('divisor above 0', `MAX(${low},${unit})`, '', [
    unit,
    p.greatest([unit, ends.hi.most]),
  ]).lo
  push(`(${high}>=${unit})`, sharesOf(calculation, over, { lo: above, hi: clipped(ends.hi, unit) }, d))
  if (spanLo.n < 0n) {
    const [most, least] = [p.greatest([unit, -ends.hi.least]), p.greatest([unit, -ends.lo.least])]
    const below = {
      lo: calculation.numbers('divisor below 0', `MAX(-${high},${unit})`, '', [unit, most]).lo,
      hi: calculation.numbers('divisor below 0', `MAX(-${low},${unit})`, '', [unit, least]).lo,
    }
    const turned = { lo: r.negate(over.hi), hi: r.negate(over.lo) }
    push(`(${low}<=-${unit})`, sharesOf(calculation, turned, below, d))
  }
  if (ifZero) push(`AND(${low}<=0,${high}>=0)`, ifZero)
  return { lo: pick(calculation, '<', lows), hi: pick(calculation, '>', highs) }
}

/** Used only where the part above zero exists, so that the upper end is at least one unit. */
function clipped(atom: p.Atom, unit: bigint): p.Atom {
  return atom.least < unit ? { ...atom, least: unit, most: p.greatest([unit, atom.most]) } : atom
}

function cellOf(calculation: Calculation, label: string, poly: p.Poly): p.Atom {
  const [only] = poly
  if (poly.length === 1 && only?.by === 1n && only.atoms.length === 1 && only.atoms[0]) return only.atoms[0]
  return calculation.sum(label, poly)
}

/** `over / under` for a divisor above zero: the low end takes the greater divisor, unless it is negative. */
function sharesOf(
  calculation: Calculation,
  over: Rails,
  under: { lo: p.Atom; hi: p.Atom },
  d: bigint,
): Rails {
  const share = (rail: Rail, ifPositive: p.Atom, ifNegative: p.Atom): Rail => {
    const [least, most] = p.boundsOf(rail.n)
    const divisor =
      least >= 0n
        ? ifPositive
        : most <= 0n
          ? ifNegative
          : calculation.numbers(
              'divisor by sign',
              `IF(${p.textOf(rail.n)}>=0,${ifPositive.ref},${ifNegative.ref})`,
              '',
              [p.least([ifPositive.least, ifNegative.least]), p.greatest([ifPositive.most, ifNegative.most])],
            ).lo
    return r.simplified({ n: p.scale(rail.n, d), d: p.multiply(rail.d, [{ by: 1n, atoms: [divisor] }]) })
  }
  return { lo: share(over.lo, under.hi, under.lo), hi: share(over.hi, under.lo, under.hi) }
}

/** The least, or the greatest, of the candidates whose conditions hold; at least one does. */
function pick(calculation: Calculation, better: '<' | '>', candidates: readonly Candidate[]): Rail {
  const [first, ...others] = candidates
  if (!first) throw new Error('A quotient has a case')
  return others.reduce<Candidate>((best, next) => {
    const beats = calculation.compare(
      better,
      p.multiply(next.rail.n, best.rail.d),
      p.multiply(best.rail.n, next.rail.d),
    )
    const takes = `AND(${next.when},OR(NOT(${best.when}),${beats}))`
    const n = choice(calculation, takes, next.rail.n, best.rail.n)
    const d = choice(calculation, takes, next.rail.d, best.rail.d)
    return { when: `OR(${next.when},${best.when})`, rail: { n, d } }
  }, first).rail
}

function choice(calculation: Calculation, when: string, a: p.Poly, b: p.Poly): p.Poly {
  const atom = calculation.numbers(
    'fraction',
    `IF(${when},${p.textOf(a)},${p.textOf(b)})`,
    '',
    p.hullOf([a, b]),
  ).lo
  return p.cell(atom)
}
