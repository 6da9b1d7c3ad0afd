import { compare, divide, multiply, ONE, type Rational, rational, subtract } from '../../shared/rational.js'
import type { Fact } from '../facts/fact.js'
import { gapBetween, type Interval, intervalOf, numberOf } from './interval.js'

const HUNDRED = rational(100n)
/** In percentage points: bases are revised, and prices are made comparable. */
const TOLERANCE = ONE

/** Against the same time of the year before, and no other base. */
export function isYearly(growth: Fact): boolean {
  if (growth.kind !== 'growth' || growth.unit !== '%') return false
  const basis = growth.comparison && 'basis' in growth.comparison ? growth.comparison.basis : null
  return basis === null || /^(?:同比|[比较](?:上年|去年)(?:同期)?)$/.test(basis)
}

/** The growth that a report states, with its sign. */
export function signedGrowth({ value, comparison }: Pick<Fact, 'value' | 'comparison'>): string {
  const falls = comparison !== null && 'direction' in comparison && comparison.direction === '-'
  return falls && !value.startsWith('-') ? `-${value}` : value
}

/** In percent, of the values as they are written; null where there was nothing before. */
export function growthOf(now: Fact, before: Fact): Rational | null {
  const base = numberOf(before.value)
  return base.n === 0n ? null : percent(numberOf(now.value), base)
}

/** Whether a stated growth lies further from the two values than their rounding and a revised base explain. */
export function growthDiffers(growth: Fact, now: Fact, before: Fact): boolean {
  const said = intervalOf(growth)
  const signed = signedGrowth(growth) === growth.value ? said : turned(said)
  return compare(gapBetween(signed, growthInterval(now, before)), TOLERANCE) > 0
}

function growthInterval(now: Fact, before: Fact): Interval {
  const [after, base] = [intervalOf(now), intervalOf(before)]
  return {
    low: after.low && base.high && base.high.n > 0n ? percent(after.low, base.high) : null,
    high: after.high && base.low && base.low.n > 0n ? percent(after.high, base.low) : null,
  }
}

function percent(now: Rational, base: Rational): Rational {
  return multiply(subtract(divide(now, base), ONE), HUNDRED)
}

function turned({ low, high }: Interval): Interval {
  const minus = (end: Rational | null) => end && { n: -end.n, d: end.d }
  return { low: minus(high), high: minus(low) }
}
