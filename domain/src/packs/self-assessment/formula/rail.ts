import type { Rational } from '../../../shared/rational.js'
import type { Poly } from './poly.js'
import * as p from './poly.js'

/** One end of a number as a fraction of sums of cells; `d` is positive, whatever the cells hold. */
export interface Rail {
  readonly n: Poly
  readonly d: Poly
}

/** The lowest and the highest that a number can still be. */
export interface Rails {
  readonly lo: Rail
  readonly hi: Rail
}

export function exactly({ n, d }: Rational): Rail {
  const g = p.gcd(p.absolute(n), d)
  return { n: p.whole(n / g), d: p.whole(d / g) }
}

export function railOf(n: Poly, d: bigint): Rail {
  const [over = [], under = []] = p.reduced(n, p.whole(d))
  return { n: over, d: under }
}

/** The divisor where it is always the same number. */
export function divisorOf({ d }: Rail): bigint | undefined {
  return p.constantOf(d)
}

export function constantOf(rail: Rail): { readonly n: bigint; readonly d: bigint } | undefined {
  const [n, d] = [p.constantOf(rail.n), p.constantOf(rail.d)]
  return n === undefined || d === undefined ? undefined : { n, d }
}

export function add(a: Rail, b: Rail): Rail {
  const [da, db] = [divisorOf(a), divisorOf(b)]
  if (da !== undefined && db !== undefined) {
    const d = p.lcm(da, db)
    return railOf(p.add(p.scale(a.n, d / da), p.scale(b.n, d / db)), d)
  }
  return simplified({ n: p.add(p.multiply(a.n, b.d), p.multiply(b.n, a.d)), d: p.multiply(a.d, b.d) })
}

export function negate(a: Rail): Rail {
  return { n: p.scale(a.n, -1n), d: a.d }
}

export function multiply(a: Rail, b: Rail): Rail {
  return simplified({ n: p.multiply(a.n, b.n), d: p.multiply(a.d, b.d) })
}

export function simplified({ n, d }: Rail): Rail {
  const [over = [], under = []] = p.reduced(n, d)
  return { n: over, d: under }
}

/** The numerators of all over one common, constant divisor; undefined where one has none. */
export function together(rails: readonly Rail[]): { readonly d: bigint; readonly ns: Poly[] } | undefined {
  const divisors: bigint[] = []
  for (const rail of rails) {
    const d = divisorOf(rail)
    if (d === undefined) return undefined
    divisors.push(d)
  }
  const d = divisors.reduce(p.lcm, 1n)
  return { d, ns: rails.map((rail, i) => p.scale(rail.n, d / (divisors[i] ?? 1n))) }
}
