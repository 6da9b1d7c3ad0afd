import type { Test } from '../batch/ops.js'
import { greatest, times } from './arithmetic.js'
import type { Sql } from './expression.js'
import type { Forms } from './forms.js'

type RatioTest = Test & { op: 'ratio' }

/** A quotient against a constant, decided by products. Its range is that without a zero divisor, and the case for zero. */
export function ratio(forms: Forms, t: RatioTest): Sql {
  const { x } = forms
  const [over, under] = [forms.vector(t.over), forms.vector(t.under)]
  const smallest = x.number(forms.constant(t.least))
  const reaches = (a: Sql, b: Sql) => product(forms, t, a, b)
  let sure: Sql
  let may: Sql
  if (over.lo === over.hi && under.lo === under.hi) sure = may = reaches(over.lo, under.lo)
  else {
    const from = under.lo.lo > 0n ? under.lo : greatest(x, [under.lo, smallest])
    const quotient = (a: Sql, below: Sql, above: Sql) =>
      reaches(a, x.choose(x.below(a, x.number(0n)), below, above))
    sure = quotient(over.lo, from, under.hi)
    may = quotient(over.hi, under.hi, from)
  }
  if (!t.ifZero) return x.truthOf(sure, may)
  const zero = forms.test(t.ifZero)
  const canBeZero = x.atMost(under.lo, x.number(0n))
  const canBePositive = x.atMost(smallest, under.hi)
  return x.truthOf(
    x.and(x.or(sure, x.not(canBePositive)), x.or(x.isTrue(zero), x.not(canBeZero))),
    x.or(x.and(may, canBePositive), x.and(x.isNotFalse(zero), canBeZero)),
  )
}

function product(forms: Forms, t: RatioTest, over: Sql, under: Sql): Sql {
  const { x } = forms
  const a = times(x, over, forms.constant(t.times))
  const b = times(x, under, forms.constant(t.underTimes))
  return t.orEqual ? x.atMost(b, a) : x.below(b, a)
}
