/** An exact fraction; `d` is positive. Not reduced: expressions are shallow, and gcd costs more than it saves. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new Error('A fraction needs a denominator')
  return d < 0n ? { n: -n, d: -d } : { n, d }
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.d === b.d ? { n: a.n - b.n, d: a.d } : { n: a.n * b.d - b.n * a.d, d: a.d * b.d }
}

export function multiply(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d }
}

/** `b` must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n)
}

export function compare(a: Rational, b: Rational): number {
  const left = a.d === b.d ? a.n : a.n * b.d
  const right = a.d === b.d ? b.n : b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

export function power(base: Rational, exponent: number): Rational {
  return { n: base.n ** BigInt(exponent), d: base.d ** BigInt(exponent) }
}

export function floor(a: Rational): bigint {
  if (a.d === 1n) return a.n
  const q = a.n / a.d
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q
}

export function ceil(a: Rational): bigint {
  if (a.d === 1n) return a.n
  return -floor({ n: -a.n, d: a.d })
}

/** Half goes up, as the tax offices do it. */
export function nearest(a: Rational): bigint {
  return floor({ n: a.n * 2n + a.d, d: a.d * 2n })
}

/** Reads `1234.5`; undefined for anything else. */
export function parseDecimal(text: string): Rational | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return undefined
  const decimals = match[3] ?? ''
  const n = BigInt((match[2] ?? '') + decimals)
  return { n: match[1] ? -n : n, d: 10n ** BigInt(decimals.length) }
}

/** `1234567` as `1,234,567`. */
function grouped(digits: string): string {
  if (digits.length <= 3) return digits
  let text = digits.slice(-3)
  for (let end = digits.length - 3; end > 0; end -= 3)
    text = `${digits.slice(Math.max(0, end - 3), end)},${text}`
  return text
}

/** Exact where it ends within `places`, else cut there and marked by `≈`. */
export function formatDecimal(a: Rational, places = 6): string {
  const all = a.d === 1n ? a.n : a.n / a.d
  if (all * a.d === a.n) return all < 0n ? `-${grouped((-all).toString())}` : grouped(all.toString())
  const scale = 10n ** BigInt(places)
  const scaled = nearest({ n: a.n * scale, d: a.d })
  const exact = scaled * a.d === a.n * scale
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const whole = grouped(digits.slice(0, digits.length - places))
  const part = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${exact ? '' : '≈'}${scaled < 0n ? '-' : ''}${whole}${part ? `.${part}` : ''}`
}
