/**
 * Whole fen for each weight, their sum exactly the total: each has its share rounded down, and the fen that are left
 * go to the largest remainders, the earlier ones first where these are equal. No fen for a weight of nothing.
 */
export function divideFen(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n || weights.some((weight) => weight < 0n))
    throw new RangeError('money is divided by weights of nought or more')
  const whole = weights.reduce((a, b) => a + b, 0n)
  if (whole === 0n) {
    if (total === 0n) return weights.map(() => 0n)
    throw new RangeError('money cannot be divided where nobody has a share')
  }
  const parts = weights.map((weight) => (total * weight) / whole)
  const left = total - parts.reduce((a, b) => a + b, 0n)
  const order = weights
    .map((weight, at) => ({ at, rest: (total * weight) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest < b.rest ? 1 : -1))
  for (const { at } of order.slice(0, Number(left))) parts[at] = (parts[at] ?? 0n) + 1n
  return parts
}
