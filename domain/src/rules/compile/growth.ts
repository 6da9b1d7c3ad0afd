import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Num } from '../form.js'
import type { Expression } from '../language/expression.js'
import { buildNumber, factNamed, mixed } from './expression.js'
import { type Built, leaf, nodesOf, refuse, type Scope } from './scope.js'
import { factValue } from './slot.js'
import { thresholdAt } from './threshold.js'

/** The value of a yearly fact, so many years before last year. */
export function yearsBefore(scope: Scope, e: Expression, years: number): Num {
  const { fact, calibre, ofOwner } = factNamed(scope, e)
  const built = factValue(scope, e, { fact, calibre, ofOwner, year: scope.onYear - 1 - years })
  if (built.type !== 'number' || !['上年度', '上年末', '前年度'].includes(fact.period))
    refuse('year', e, `“${e.text}” is no yearly number`)
  return built.num
}

export function yearCount(scope: Scope, e: Expression | undefined, call: Expression): number {
  const built = e && buildNumber(scope, e)
  const count =
    built && built.dimension === '年' && built.num.op === 'const' ? Number(q.floor(built.num.value.lo)) : 0
  if (count < 1 || count > 10)
    refuse('years', e ?? call, 'This wants a number of years', { expected: '3 年' })
  return count
}

/**
 * `growth(f) >= 10%` and `cagr(f, 3 年) >= 50%`, decided without division or roots:
 * f now · dⁿ against f then · nⁿ, where the rate is n/d − 1. Growth from nothing is no growth that can be stated: no.
 */
export function buildGrowth(
  scope: Scope,
  e: Expression & { kind: 'compare' },
  call: Expression & { kind: 'call' },
): Built {
  const [of, count] = call.args
  if (!of) return refuse('arguments', call, `“${call.name}” wants the name of a yearly fact`)
  const years = call.name === 'growth' ? 1 : yearCount(scope, count, call)
  const rate = buildNumber(scope, e.right)
  if (rate.bare || rate.dimension !== '') mixed(e.right, call.text, '', e.right.text, rate.dimension)
  if (rate.num.op !== 'const')
    refuse('kind', e.right, 'Growth can be compared only with a stated rate', { expected: 'such as 20%' })
  const nodes = nodesOf(scope)
  const [now, then] = [yearsBefore(scope, of, 0), yearsBefore(scope, of, years)]
  const factor = q.power(q.add(q.ONE, rate.num.value.lo), years)
  const needed = nodes.arithmetic('multiply', then, nodes.constant(range.point(factor)))
  const stated = nodes.compare('>', then, nodes.constant(range.point(q.ZERO)))
  const cond = nodes.join('and', [stated, nodes.compare(e.relation, now, needed)])
  const slack = nodes.arithmetic(
    'multiply',
    needed,
    nodes.constant(range.point(q.rational(BigInt(years), 1000n))),
  )
  thresholdAt(scope, e.text, e.relation, now, needed, slack, then)
  const dimension = buildNumber(scope, { ...of, kind: 'index', of, year: '上年' }).dimension
  return leaf('compare', e, cond, {
    left: { kind: 'number', num: now, dimension },
    right: { kind: 'number', num: needed, dimension },
    relation: e.relation,
  })
}
