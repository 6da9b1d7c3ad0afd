import type { Rational } from '../../shared/rational.js'

export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}

export function reduced({ n, d }: Rational): Rational {
  const common = gcd(n, d)
  return { n: n / common, d: d / common }
}
