import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import { nodesOf } from '../compile/scope.js'
import type { Num } from '../form.js'
import type { Pay } from '../programme.js'
import type { Binding } from './binding.js'
import type { BoundPay } from './bound.js'
import { bindAmount, bindTerm, capped } from './term.js'

/** Lines exact → sum → caps → one rounding. An amount is never below nothing. */
export function bindPay(binding: Binding, pay: Pay): BoundPay {
  const nodes = nodesOf(binding.scope)
  const lines = pay.lines.map((line) => bindTerm(binding, line, 'CNY'))
  const total = nodes.combine(
    'add',
    lines.map((l) => l.num),
  )
  const sum =
    total.span.lo.n < 0n ? nodes.combine('max', [total, nodes.constant(range.point(q.ZERO))]) : total
  const caps = pay.caps.map(({ scope, of }) => ({ scope, of, num: bindAmount(binding, of, 'CNY').num }))
  const cut = caps.reduce((num, cap) => capped(binding, num, cap.num, cap.of.text, 'CNY'), sum)
  const limits = caps.map((cap) => q.floor(cap.num.span.hi))
  const capFen = limits.length > 0 ? limits.reduce((a, b) => (a < b ? a : b)) : null
  return {
    lines,
    sum,
    caps,
    capFen,
    amount: rounded(binding, cut, pay),
    upper: pay.upper,
    round: pay.round.text,
  }
}

function rounded(binding: Binding, of: Num, { round }: Pay): Num {
  const { step, mode } = round
  const steps = (x: q.Rational) => q.divide(x, step)
  const times = (n: bigint) => q.multiply(q.rational(n), step)
  const span = { lo: times(q.floor(steps(of.span.lo))), hi: times(q.ceil(steps(of.span.hi))) }
  return nodesOf(binding.scope).num(`round ${of.id} ${step.n}/${step.d} ${mode}`, span, {
    op: 'round',
    of,
    step,
    mode,
  })
}

/** What shares of a total are taken of, for exclusions such as `{合计: 60%, 基数: 研发费用}`. */
export function bindBases(binding: Binding): ReadonlyMap<number, Num> {
  const bases = new Map<number, Num>()
  for (const [i, { resolve }] of binding.programme.excludes.entries()) {
    if (typeof resolve === 'object' && resolve.base)
      bases.set(i, bindAmount(binding, resolve.base, 'CNY').num)
  }
  return bases
}
