import {
  add,
  compare,
  divide,
  greater,
  lesser,
  multiply,
  nearest,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../shared/rational.js'
import type { Fact } from '../facts/fact.js'

/** Where a value lies that a report rounded or bounded; null: no end on that side. */
export interface Interval {
  readonly low: Rational | null
  readonly high: Rational | null
}

type Written = Pick<Fact, 'value' | 'valueText' | 'comparison'>

const HALF = rational(1n, 2n)
const HUNDRED = rational(100n)
const NEARLY = rational(9n, 10n)
const ABOUT = rational(1n, 20n)

/** What a figure says of its value: `12.5亿元` lies within half a 千万 of it, `超12亿元` above, `近12亿元` a little below. */
export function intervalOf(fact: Written): Interval {
  const value = numberOf(fact.value)
  const slack = multiply(stepOf(fact), HALF)
  const exact = { low: subtract(value, slack), high: add(value, slack) }
  const bound = fact.comparison && 'op' in fact.comparison ? fact.comparison : null
  switch (bound?.op) {
    case '>':
    case '>=':
      return { low: value, high: null }
    case '<':
    case '<=':
      return { low: /近/.test(bound.text) ? multiply(value, NEARLY) : null, high: value }
    case '≈': {
      const about = multiply(value, ABOUT)
      return {
        low: lesser(exact.low, subtract(value, about)),
        high: greater(exact.high, add(value, about)),
      }
    }
    default:
      return exact
  }
}

/** What the last digit that was written stands for; nothing where people or companies were counted. */
function stepOf({ value, valueText }: Written): Rational {
  const digits = /\d[\d,]*(?:\.(\d+))?/.exec(valueText.normalize('NFKC').replaceAll(/\s/g, ''))
  const written = digits && parseDecimal(digits[0].replaceAll(',', ''))
  if (!digits || !written || written.n === 0n) return ZERO
  const scale = divide(numberOf(value), written)
  const places = digits[1]?.length ?? 0
  // A value that a person corrected is no longer what is written there.
  if (!isPowerOfTen(scale) || (places === 0 && compare(scale, ONE) === 0)) return ZERO
  return divide(scale, rational(10n ** BigInt(places)))
}

function isPowerOfTen({ n, d }: Rational): boolean {
  const quotient = n > 0n && n % d === 0n ? n / d : n > 0n && d % n === 0n ? d / n : 0n
  return /^10*$/.test(quotient.toString())
}

/** How far two intervals lie apart; nothing where they meet. */
export function gapBetween(a: Interval, b: Interval): Rational {
  if (a.low && b.high && compare(a.low, b.high) > 0) return subtract(a.low, b.high)
  if (b.low && a.high && compare(b.low, a.high) > 0) return subtract(b.low, a.high)
  return ZERO
}

export function numberOf(value: string): Rational {
  return parseDecimal(value) ?? ZERO
}

/** To two places: enough to tell a person. */
export function told(value: Rational): string {
  const hundredths = nearest(multiply(value, HUNDRED))
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0')
  const plain = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
  return hundredths < 0n ? `-${plain}` : plain
}
