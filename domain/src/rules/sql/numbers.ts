import type { Vector } from '../batch/ops.js'
import { add, greatest, least, multiply, rounded, times } from './arithmetic.js'
import type { Ends, Sql } from './expression.js'
import type { Forms } from './forms.js'

/** Both ends of a vector, as whole numbers at its scale. */
export function endsOf(forms: Forms, v: Vector): Ends {
  const { x } = forms
  switch (v.op) {
    case 'const':
      return { lo: x.number(forms.constant(v.from)), hi: x.number(forms.constant(v.to)) }
    case 'slot':
      return forms.facts.ends(v.slot)
    case 'records':
      return forms.facts.records(v.num)
    case 'add':
      return forms.sum(v.items)
    case 'min':
    case 'max':
      return forms.extreme(v.op, v.items)
    case 'times':
      return forms.sum([v])
    case 'multiply':
      return product(forms, v)
    case 'if':
      return choice(forms, v)
    case 'bands':
      return bands(forms, v)
    case 'slices':
      return each(forms.vector(v.of), (end) => sliced(forms, v, end))
    case 'round': {
      const [up, under] = [forms.constant(v.up), forms.constant(v.under)]
      const mode = (['down', 'nearest', 'up'] as const)[v.mode] ?? 'down'
      return each(forms.vector(v.of), (end) => rounded(x, times(x, end, up), under, mode))
    }
    case 'host':
      throw new Error('What only the interpreter can compute is no SQL')
  }
}

function each({ lo, hi }: Ends, make: (end: Sql) => Sql): Ends {
  return { lo: make(lo), hi: make(hi) }
}

function product(forms: Forms, v: Vector & { op: 'multiply' }): Ends {
  const { x } = forms
  const [a, b] = [forms.vector(v.left), forms.vector(v.right)]
  const [lo, hi] = [multiply(x, a.lo, b.lo), multiply(x, a.hi, b.hi)]
  if (v.positive) return { lo, hi }
  const corners = [lo, multiply(x, a.lo, b.hi), multiply(x, a.hi, b.lo), hi]
  return { lo: least(x, corners), hi: greatest(x, corners) }
}

/** Where the condition is open, either number can be. */
function choice(forms: Forms, v: Vector & { op: 'if' }): Ends {
  const { x } = forms
  const when = forms.test(v.when)
  const [met, unmet] = [forms.scaled(v.met), forms.scaled(v.unmet)]
  return {
    lo: x.chooseOf(when, met.lo, unmet.lo, least(x, [met.lo, unmet.lo])),
    hi: x.chooseOf(when, met.hi, unmet.hi, greatest(x, [met.hi, unmet.hi])),
  }
}

/** The hull of the values of all bands that can be reached. */
function bands(forms: Forms, v: Vector & { op: 'bands' }): Ends {
  const { x } = forms
  const values = v.values.map((value) => forms.scaled(value))
  const [bottom, top] = [values.map((e) => e.lo), values.map((e) => e.hi)]
  // A band that is not reached gives what cannot be the least or the greatest.
  const above = x.number(bottom.map((e) => e.hi).reduce((a, b) => (a > b ? a : b)))
  const under = x.number(top.map((e) => e.lo).reduce((a, b) => (a < b ? a : b)))
  const reached = values.map((_, i) => reachedIn(forms, v, i))
  return {
    lo: least(
      x,
      bottom.map((e, i) => x.choose(reached[i] ?? x.yes, e, above)),
    ),
    hi: greatest(
      x,
      top.map((e, i) => x.choose(reached[i] ?? x.yes, e, under)),
    ),
  }
}

/** Where a band can be reached: its start is possibly passed, and the next one not surely. */
export function reachedIn(forms: Forms, { starts }: Vector & { op: 'bands' }, i: number): Sql {
  const { x } = forms
  const [start, next] = [starts[i - 1], starts[i]]
  return x.and(
    start ? x.isNotFalse(forms.test(start)) : x.yes,
    next ? x.not(x.isTrue(forms.test(next))) : x.yes,
  )
}

/** What each part of a number gives, at the rate of the part. */
function sliced(forms: Forms, { slices }: Vector & { op: 'slices' }, end: Sql): Sql {
  const { x } = forms
  return slices
    .map((at) => {
      const [by, from, to, rate] = [0, 1, 2, 3].map((i) => forms.constant(at + i)) as [
        bigint,
        bigint,
        bigint,
        bigint,
      ]
      const cut = least(x, [greatest(x, [times(x, end, by), x.number(from)]), x.number(to)])
      return times(x, add(x, cut, x.number(-from)), rate)
    })
    .reduce((a, b) => add(x, a, b), x.number(0n))
}
