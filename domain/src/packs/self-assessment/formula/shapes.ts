import type { Num } from '../../../rules/form.js'
import type { Calculation } from './calculation.js'
import * as p from './poly.js'
import type { Rail, Rails } from './rail.js'
import * as r from './rail.js'

function cells(
  calculation: Calculation,
  label: string,
  [lo, hi]: readonly [string, string],
  d: bigint,
  bounds: readonly [bigint, bigint],
): Rails {
  const made = calculation.numbers(label, lo, hi, bounds)
  return { lo: r.railOf(p.cell(made.lo), d), hi: r.railOf(p.cell(made.hi), d) }
}

/** The least or the greatest of several numbers. */
export function extreme(calculation: Calculation, op: 'min' | 'max', items: readonly Rails[]): Rails {
  const [lows, highs] = [r.together(items.map((i) => i.lo)), r.together(items.map((i) => i.hi))]
  if (!lows || !highs) return extremeQuotient(calculation, op, items)
  const name = op.toUpperCase()
  const text = (polys: readonly p.Poly[]) => `${name}(${polys.map(p.textOf).join(',')})`
  const d = p.lcm(lows.d, highs.d)
  const [ns, ms] = [lows.ns.map((n) => p.scale(n, d / lows.d)), highs.ns.map((n) => p.scale(n, d / highs.d))]
  return cells(calculation, op, [text(ns), text(ms)], d, p.hullOf([...ns, ...ms]))
}

/** Of quotients: which is the lesser is found by cross-multiplication. */
function extremeQuotient(calculation: Calculation, op: 'min' | 'max', items: readonly Rails[]): Rails {
  const better = (a: Rail, b: Rail): Rail => {
    const beats = calculation.compare(op === 'min' ? '<' : '>', p.multiply(a.n, b.d), p.multiply(b.n, a.d))
    const choose = (x: p.Poly, y: p.Poly) =>
      p.cell(calculation.numbers(op, `IF(${beats},${p.textOf(x)},${p.textOf(y)})`, '', p.hullOf([x, y])).lo)
    return { n: choose(a.n, b.n), d: choose(a.d, b.d) }
  }
  return items.reduce((a, b) => ({ lo: better(a.lo, b.lo), hi: better(a.hi, b.hi) }))
}

/** A table: how many of its steps each end has reached, and the least and greatest of the values between. */
export function banded(
  calculation: Calculation,
  { starts }: Num & { op: 'bands' },
  of: Rails,
  values: readonly Rails[],
): Rails {
  const reached = (rail: Rail) =>
    starts
      .map(({ at, included }) =>
        calculation.compare(included ? '>=' : '>', p.scale(rail.n, at.d), p.scale(rail.d, at.n)),
      )
      .map((text) => `IF(${text},1,0)`)
      .join('+')
  const [from, to] = [reached(of.lo), reached(of.hi)]
  const steps = calculation.numbers('steps reached', from, to, [0n, BigInt(starts.length)])
  const all = r.together(values.flatMap((v) => [v.lo, v.hi]))
  if (!all) throw new p.FormulaError('A table of quotients has no formula')
  const open = (i: number) => `AND(${steps.lo.ref}<=${i},${steps.hi.ref}>=${i})`
  const best = (name: string, end: 0 | 1, none: string) =>
    `${name}(${values.map((_, i) => `IF(${open(i)},${p.textOf(all.ns[2 * i + end] ?? [])},${none})`).join(',')})`
  return cells(
    calculation,
    'table',
    [best('MIN', 0, p.LIMIT.toString()), best('MAX', 1, `-${p.LIMIT}`)],
    all.d,
    p.hullOf(all.ns),
  )
}

/** Each band at its own rate. */
export function sliced(calculation: Calculation, parts: (Num & { op: 'slices' })['parts'], of: Rails): Rails {
  const d = [of.lo, of.hi].map(r.divisorOf)
  const [first, second] = d
  if (first === undefined || second === undefined)
    throw new p.FormulaError('Slices of a quotient have no formula')
  const by = parts.reduce((n, part) => p.lcm(n, part.from.d), p.lcm(first, second))
  const rates = parts.reduce((n, part) => p.lcm(n, part.rate.d), 1n)
  const from = (i: number) => {
    const at = parts[i]?.from
    return at && (at.n * by) / at.d
  }
  const text = (rail: Rail, divisor: bigint) => {
    const x = p.textOf(p.scale(rail.n, by / divisor))
    return parts
      .map(({ rate }, i) => {
        const next = from(i + 1)
        const upTo = next === undefined ? x : `MIN(${x},${next})`
        return `MAX(0,${upTo}-${from(i)})*${(rate.n * rates) / rate.d}`
      })
      .join('+')
  }
  const top = parts.reduce((n, { rate }) => p.greatest([n, (rate.n * rates) / rate.d]), 0n)
  const most = p.greatest([0n, p.hullOf([p.scale(of.hi.n, by / second)])[1]]) * top
  return cells(calculation, 'slices', [text(of.lo, first), text(of.hi, second)], by * rates, [0n, most])
}

/** Down, up or to the nearest step. */
export function rounded(calculation: Calculation, { step, mode }: Num & { op: 'round' }, of: Rails): Rails {
  const one = (rail: Rail): { text: string; bounds: readonly [bigint, bigint] } => {
    const d = r.divisorOf(rail)
    if (d === undefined) throw new p.FormulaError('A rounded quotient has no formula')
    const [n = [], by = []] = p.reduced(p.scale(rail.n, step.d), p.whole(d * step.n))
    const unit = p.constantOf(by) ?? 1n
    const x = unit === 1n ? n : mode === 'nearest' ? p.add(p.scale(n, 2n), p.whole(unit)) : n
    const divided = unit === 1n ? p.textOf(n) : `(${p.textOf(x)})/${mode === 'nearest' ? unit * 2n : unit}`
    const [least, most] = p.boundsOf(n)
    return {
      text: unit === 1n ? divided : mode === 'up' ? `-INT(-${divided})` : `INT(${divided})`,
      bounds: [least / unit - 1n, most / unit + 1n],
    }
  }
  const [lo, hi] = [one(of.lo), one(of.hi)]
  const bounds = [p.least([lo.bounds[0], hi.bounds[0]]), p.greatest([lo.bounds[1], hi.bounds[1]])] as const
  const made = calculation.numbers('rounded', lo.text, hi.text, bounds)
  const rail = (atom: p.Atom) => r.railOf(p.scale(p.cell(atom), step.n), step.d)
  return { lo: rail(made.lo), hi: rail(made.hi) }
}
