import { dayOf } from '../../shared/day.js'
import { complement, type IntegerSet, span, union } from '../../shared/integer-set.js'
import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import { suggest } from '../../shared/suggest.js'
import type { Dimension } from '../../shared/unit.js'
import type { ValueDef } from '../facts.js'
import type { Cond, Num, Start } from '../form.js'
import type { Expression, Relation } from '../language/expression.js'
import { build, inUnit, mixed, named } from './expression.js'
import { buildGrowth } from './growth.js'
import { type Built, leaf, type Measure, nodesOf, refuse, type Scope } from './scope.js'
import { noteThreshold } from './threshold.js'

export function buildCompare(scope: Scope, e: Expression & { kind: 'compare' }): Built {
  if (e.left.kind === 'call' && (e.left.name === 'growth' || e.left.name === 'cagr'))
    return buildGrowth(scope, e, e.left)
  const left = build(scope, e.left)
  if (left.type === 'choice' || left.type === 'place' || left.type === 'grade') {
    if (e.relation !== '=' && e.relation !== '!=')
      refuse('order', e, `“${e.left.text}” is ${named(left)}; it has no order`, {
        expected: '=, !=, in or not in',
      })
    return membership(scope, e, left, [e.right], e.relation === '!=')
  }
  const right = build(scope, e.right)
  if (left.type === 'condition') return equalCondition(scope, e, left, right)
  if (left.type === 'date-year') return compareYear(scope, e, left.num, right)
  if (left.type === 'date') {
    if (right.type !== 'date')
      refuse('kind', e.right, `“${e.left.text}” is a date and “${e.right.text}” is ${named(right)}`, {
        expected: 'a date, such as 2024-03-01',
      })
    return compareNumbers(scope, e, left.num, right.num, 'date')
  }
  if (right.type !== 'number')
    return refuse('kind', e.right, `“${e.left.text}” is a number and “${e.right.text}” is ${named(right)}`)
  checkUnits(e, left, right)
  return compareNumbers(scope, e, left.num, right.num, left.bare ? right.dimension : left.dimension)
}

function checkUnits(
  e: Expression & { kind: 'compare' },
  left: Built & { type: 'number' },
  right: Built & { type: 'number' },
): void {
  for (const [side, built, other] of [
    [e.left, left, right],
    [e.right, right, left],
  ] as const) {
    if (built.bare && other.dimension !== '年')
      refuse('bare-number', side, `“${side.text}” has no unit`, {
        expected: 'a number with its unit, such as 2 亿元, 500 人 or 10%',
        suggestion: other.bare ? undefined : inUnit(side.text, other.dimension),
      })
  }
  if (!left.bare && !right.bare && left.dimension !== right.dimension)
    mixed(e.right, e.left.text, left.dimension, e.right.text, right.dimension)
}

function compareNumbers(
  scope: Scope,
  e: Expression & { kind: 'compare' },
  left: Num,
  right: Num,
  dimension: Dimension | 'date',
): Built {
  noteThreshold(scope, e.text, e.relation, left, right, dimension)
  const cond = nodesOf(scope).compare(e.relation, left, right)
  const measure = (num: Num): Measure =>
    dimension === 'date' ? dateMeasure(num) : { kind: 'number', num, dimension }
  return leaf('compare', e, cond, { left: measure(left), right: measure(right), relation: e.relation })
}

export function dateMeasure(num: Num): Measure {
  return num.op === 'slot' ? { kind: 'slot', slot: num.slot } : { kind: 'number', num, dimension: 'date' }
}

/** `某事实 = 是`. */
function equalCondition(
  scope: Scope,
  e: Expression & { kind: 'compare' },
  left: Built & { type: 'condition' },
  right: Built,
): Built {
  if (
    right.type !== 'condition' ||
    right.shape.cond.op !== 'known' ||
    (e.relation !== '=' && e.relation !== '!=')
  ) {
    refuse('kind', e.right, `“${e.left.text}” is yes or no; compare it with 是 or 否`)
  }
  const wanted = right.shape.cond.value === (e.relation === '=')
  return leaf('fact', e, wanted ? left.shape.cond : nodesOf(scope).not(left.shape.cond), {
    left: left.shape.left,
  })
}

/** `登记日期.年 = 上年`: a span of days. */
function compareYear(scope: Scope, e: Expression & { kind: 'compare' }, date: Num, right: Built): Built {
  const year =
    right.type === 'number' && right.num.op === 'const' && (right.dimension === '年' || right.bare)
      ? Number(q.floor(right.num.value.lo))
      : undefined
  if (year === undefined || date.op !== 'slot')
    return refuse('year', e.right, `“${e.right.text}” is no year`, { expected: '上年, 前年, 本年 or 2024' })
  const first = BigInt(dayOf(year, 1, 1))
  const last = BigInt(dayOf(year, 12, 31))
  const sets: Record<Relation, IntegerSet> = {
    '=': span(first, last),
    '!=': complement(span(first, last)),
    '<': span(null, first - 1n),
    '<=': span(null, last),
    '>': span(last + 1n, null),
    '>=': span(first, null),
  }
  return leaf('compare', e, nodesOf(scope).within(date.slot, sets[e.relation]), {
    left: dateMeasure(date),
    right: { kind: 'text', text: String(year) },
    relation: e.relation,
  })
}

export function buildIn(scope: Scope, e: Expression & { kind: 'in' }): Built {
  const left = build(scope, e.left)
  if (left.type !== 'choice' && left.type !== 'place' && left.type !== 'grade')
    refuse('kind', e.left, `“${e.left.text}” is ${named(left)}; “in” wants a choice or a place`)
  return membership(scope, e, left, e.among, e.negated)
}

function membership(
  scope: Scope,
  e: Expression,
  left: Built & { type: 'choice' | 'place' | 'grade' },
  among: readonly Expression[],
  negated: boolean,
): Built {
  const nodes = nodesOf(scope)
  if (left.type === 'grade') {
    const wanted = among.map((a) => optionIndex(a, left.names))
    const cond = nodes.join(
      'or',
      runsOf(wanted).map(([first, last]) => inBands(scope, left.of, left.starts, first, last)),
    )
    return leaf('in', e, negated ? nodes.not(cond) : cond, {
      left: { kind: 'number', num: left.of, dimension: '分' },
      right: amongText(among),
      relation: negated ? '!=' : '=',
    })
  }
  const set = among
    .map((a): IntegerSet => (left.type === 'choice' ? optionSet(a, left.def) : placeSet(scope, a)))
    .reduce(union)
  return leaf('in', e, nodes.within(left.slot, negated ? complement(set) : set), {
    left: { kind: 'slot', slot: left.slot },
    right: amongText(among),
    relation: negated ? '!=' : '=',
  })
}

function amongText(among: readonly Expression[]): Measure {
  return { kind: 'text', text: among.map((a) => a.text).join('、') }
}

function optionIndex(e: Expression, options: readonly string[]): number {
  const index = options.indexOf(e.text)
  if (index < 0)
    refuse('option', e, `“${e.text}” is none of ${options.join(', ')}`, {
      suggestion: suggest(e.text, options),
    })
  return index
}

function optionSet(e: Expression, def: ValueDef): IntegerSet {
  const index = BigInt(optionIndex(e, [...def.options.keys()]))
  return span(index, index)
}

/** A division holds the codes that share its first digits: GB/T 2260 numbers provinces, cities and counties in that way. */
export function codesWithin(code: string): { from: bigint; to: bigint } {
  const number = BigInt(code)
  const size = code === '000000' ? 1000000n : code.endsWith('0000') ? 10000n : code.endsWith('00') ? 100n : 1n
  return { from: number, to: number + size - 1n }
}

function placeSet(scope: Scope, e: Expression): IntegerSet {
  const { places } = scope.library
  const codes = places.find(e.text)
  const [code] = codes
  if (code === undefined)
    return refuse('place', e, `“${e.text}” is no place that is known`, {
      suggestion: places.suggest(e.text) ?? undefined,
    })
  if (codes.length > 1) {
    const candidates = codes.map((c: string) => places.path(c))
    refuse('ambiguous-place', e, `“${e.text}” can be ${candidates.join(', ')}`, {
      expected: 'the name with its city or province',
      suggestion: candidates[0],
    })
  }
  const { from, to } = codesWithin(code)
  return span(from, to)
}

/** Bands that touch are one: 合格 or 优秀 is no question where it must be one of the two. */
function runsOf(bands: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (const band of [...new Set(bands)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run[1] === band - 1) run[1] = band
    else runs.push([band, band])
  }
  return runs
}

function inBands(scope: Scope, of: Num, starts: readonly Start[], first: number, last: number): Cond {
  const nodes = nodesOf(scope)
  const limit = (start: Start) => nodes.constant(range.point(start.at))
  const [from, to] = [starts[first - 1], starts[last]]
  const above = from ? nodes.compare(from.included ? '>=' : '>', of, limit(from)) : nodes.known(true)
  const below = to ? nodes.compare(to.included ? '<' : '<=', of, limit(to)) : nodes.known(true)
  return nodes.join('and', [above, below])
}
