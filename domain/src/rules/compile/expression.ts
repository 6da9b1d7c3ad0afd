import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import { combine, type Dimension, dimensionName } from '../../shared/unit.js'
import type { Num } from '../form.js'
import type { Expression } from '../language/expression.js'
import { nonZeroParts } from '../machine.js'
import { buildCompare, buildIn } from './compare.js'
import { buildAggregate, buildCall } from './function.js'
import { type Built, nodesOf, refuse, type Scope, type Shape } from './scope.js'
import { definedValue, factValue, findFact, unknownName } from './slot.js'
import { yearIndexed, yearNamed } from './year.js'

const OWNERS = new Set(['企业', '所属企业', '单位', '承担单位', '所有者', 'owner'])

/** Compiles one expression; checks names, kinds and units on the way. */
export function build(scope: Scope, e: Expression): Built {
  switch (e.kind) {
    case 'number':
      return { type: 'number', num: nodesOf(scope).constant(range.point(e.value)), dimension: '', bare: true }
    case 'quantity':
      return {
        type: 'number',
        num: nodesOf(scope).constant(range.point(e.value)),
        dimension: e.dimension,
        bare: false,
      }
    case 'date':
      return { type: 'date', num: nodesOf(scope).constant(range.point(q.rational(BigInt(e.day)))) }
    case 'yes-no':
      return condition('fact', e, nodesOf(scope).known(e.value))
    case 'name':
      return buildName(scope, e)
    case 'member':
      return buildMember(scope, e)
    case 'index':
      return buildIndex(scope, e)
    case 'call':
      return buildCall(scope, e)
    case 'aggregate':
      return buildAggregate(scope, e)
    case 'negate': {
      const of = buildNumber(scope, e.of)
      return {
        ...of,
        num: nodesOf(scope).arithmetic('subtract', nodesOf(scope).constant(range.point(q.ZERO)), of.num),
      }
    }
    case 'arithmetic':
      return buildArithmetic(scope, e)
    case 'if':
      return buildChoice(scope, e)
    case 'compare':
      return buildCompare(scope, e)
    case 'in':
      return buildIn(scope, e)
    case 'not': {
      const of = buildCondition(scope, e.of)
      return condition('not', e, nodesOf(scope).not(of.cond), [of])
    }
    case 'and':
    case 'or': {
      const children = e.items.map((item) => buildCondition(scope, item))
      return condition(
        e.kind === 'and' ? 'all' : 'any',
        e,
        nodesOf(scope).join(
          e.kind,
          children.map((c) => c.cond),
        ),
        children,
      )
    }
  }
}

function condition(kind: Shape['kind'], e: Expression, cond: Shape['cond'], children: Shape[] = []): Built {
  return {
    type: 'condition',
    shape: {
      kind,
      text: e.text,
      label: null,
      cite: null,
      cond,
      left: null,
      right: null,
      relation: null,
      children,
    },
  }
}

export function buildCondition(scope: Scope, e: Expression): Shape {
  const built = build(scope, e)
  if (built.type === 'condition') return built.shape
  return refuse('not-a-condition', e, `“${e.text}” is ${named(built)}, not a condition`, {
    expected: 'a comparison, such as “… >= 10 人”',
  })
}

export function buildNumber(scope: Scope, e: Expression): Built & { type: 'number' } {
  const built = build(scope, e)
  if (built.type === 'number') return built
  return refuse('not-a-number', e, `“${e.text}” is ${named(built)}, not a number`)
}

export function named(built: Built): string {
  const names = {
    number: 'a number',
    date: 'a date',
    'date-year': 'the year of a date',
    choice: 'a choice',
    place: 'a place',
    grade: 'a grade',
    condition: 'a condition',
  }
  return names[built.type]
}

function buildName(scope: Scope, e: Expression & { kind: 'name' }): Built {
  if (scope.row) {
    const index = scope.row.fields.findIndex((f) => f.name === e.name || f.en === e.name)
    const field = scope.row.fields[index]
    if (field) return definedValue(scope, e, field, index)
  }
  const local = scope.row ? undefined : scope.lookup(e.name, e.at)
  if (local) return local
  const year = yearNamed(scope, e.name)
  if (year !== undefined)
    return {
      type: 'number',
      num: nodesOf(scope).constant(range.point(q.rational(BigInt(year)))),
      dimension: '年',
      bare: false,
    }
  const fact = findFact(scope, e.name)
  if (!fact) unknownName(scope, e, e.name)
  if (scope.row)
    refuse('fact-in-row', e, `“${e.name}” is a fact; a condition on records may use their fields only`, {
      expected: scope.row.fields.map((f) => f.name).join(', '),
    })
  return factValue(scope, e, { fact })
}

function buildMember(scope: Scope, e: Expression & { kind: 'member' }): Built {
  if (e.of.kind === 'name' && (e.of.name === '得分' || e.of.name === 'score')) {
    const num = scope.score(e.name, e.at)
    return num
      ? { type: 'number', num, dimension: '分', bare: false }
      : refuse('score-item', e, `The score has no item “${e.name}”`)
  }
  if (e.of.kind === 'name' && OWNERS.has(e.of.name)) {
    const fact = findFact(scope, e.name)
    return fact ? factValue(scope, e, { fact, ofOwner: true }) : unknownName(scope, e, e.name)
  }
  if (e.name === '年' || e.name === 'year') {
    const of = build(scope, e.of)
    return of.type === 'date'
      ? { type: 'date-year', num: of.num }
      : refuse('not-a-date', e, `“${e.of.text}” is ${named(of)}; only a date has a year`)
  }
  const fact = e.of.kind === 'name' ? findFact(scope, e.of.name) : undefined
  if (!fact)
    return e.of.kind === 'name'
      ? unknownName(scope, e, e.of.name)
      : refuse('member', e, `“.${e.name}” can follow only the name of a fact`)
  checkCalibre(fact, e.name, e)
  return factValue(scope, e, { fact, calibre: e.name })
}

function checkCalibre(
  fact: { name: string; calibres: ReadonlyMap<string, unknown> },
  calibre: string,
  e: Expression,
): void {
  if (fact.calibres.has(calibre)) return
  const known = [...fact.calibres.keys()].map((c) => `${fact.name}.${c}`).join(', ')
  refuse('calibre', e, `“${fact.name}” has no calibre “${calibre}”`, {
    expected: known || `“${fact.name}” alone: it has no calibres`,
  })
}

function buildIndex(scope: Scope, e: Expression & { kind: 'index' }): Built {
  const { fact, calibre, ofOwner } = factNamed(scope, e.of)
  if (fact.derived !== null)
    refuse('year', e, `“${fact.name}” is derived; write out what it is derived from, year by year`)
  if (!['上年度', '上年末', '前年度'].includes(fact.period))
    refuse('year', e, `“${fact.name}” (${fact.period}) has one value, not one a year`)
  return factValue(scope, e, { fact, calibre, year: yearIndexed(scope, e), ofOwner })
}

/** The fact that an expression such as `研发费用.高企` or `企业.职工总数` names. */
export function factNamed(
  scope: Scope,
  e: Expression,
): { fact: NonNullable<ReturnType<typeof findFact>>; calibre: string | null; ofOwner: boolean } {
  if (e.kind === 'member' && e.of.kind === 'name' && !OWNERS.has(e.of.name)) {
    const { fact } = factNamed(scope, e.of)
    checkCalibre(fact, e.name, e)
    return { fact, calibre: e.name, ofOwner: false }
  }
  if (e.kind === 'name' || (e.kind === 'member' && e.of.kind === 'name')) {
    const fact = findFact(scope, e.name)
    return fact ? { fact, calibre: null, ofOwner: e.kind === 'member' } : unknownName(scope, e, e.name)
  }
  return refuse('fact', e, `“${e.text}” is not the name of a fact`)
}

function buildArithmetic(scope: Scope, e: Expression & { kind: 'arithmetic' }): Built {
  const nodes = nodesOf(scope)
  const [left, right] = [buildNumber(scope, e.left), buildNumber(scope, e.right)]
  if (e.operator === '*') {
    return {
      type: 'number',
      num: nodes.arithmetic('multiply', left.num, right.num),
      dimension: combine(left.dimension, right.dimension, 1),
      bare: left.bare && right.bare,
    }
  }
  if (e.operator === '/') return buildQuotient(scope, e, left, right)
  for (const [side, built] of [
    [e.left, left],
    [e.right, right],
  ] as const) {
    if (built.bare)
      refuse('bare-number', side, `“${side.text}” has no unit`, {
        expected: 'a number with its unit, such as 2 亿元, 500 人 or 10%',
      })
  }
  if (left.dimension !== right.dimension)
    mixed(e.right, e.left.text, left.dimension, e.right.text, right.dimension)
  const num =
    e.operator === '+'
      ? nodes.combine('add', [left.num, right.num])
      : nodes.arithmetic('subtract', left.num, right.num)
  return { type: 'number', num, dimension: left.dimension, bare: false }
}

/** `500` as `500 人`. */
export function inUnit(number: string, dimension: Dimension): string {
  return dimension === '' ? `${number}%` : `${number} ${dimensionName(dimension)}`
}

export function mixed(
  at: { at: number },
  left: string,
  leftDimension: string,
  right: string,
  rightDimension: string,
): never {
  refuse(
    'unit',
    at,
    `“${left}” is in ${dimensionName(leftDimension)} and “${right}” in ${dimensionName(rightDimension)}`,
    {
      expected: `both sides in ${dimensionName(leftDimension)}`,
      suggestion: /^\d/.test(right) ? inUnit(/^[\d.]+/.exec(right)?.[0] ?? '', leftDimension) : undefined,
    },
  )
}

function buildQuotient(
  scope: Scope,
  e: Expression & { kind: 'arithmetic' },
  left: Built & { type: 'number' },
  right: Built & { type: 'number' },
): Built {
  const nodes = nodesOf(scope)
  const dimension = combine(left.dimension, right.dimension, -1)
  const ifZero = e.ifZero ? buildNumber(scope, e.ifZero) : null
  if (ifZero?.bare && e.ifZero && dimension !== '')
    refuse('bare-number', e.ifZero, `“${e.ifZero.text}” has no unit`)
  if (ifZero && !ifZero.bare && ifZero.dimension !== dimension && e.ifZero)
    mixed(e.ifZero, e.text, dimension, e.ifZero.text, ifZero.dimension)
  if (range.containsZero(right.num.span) && !ifZero) {
    refuse('zero-divisor', e.right, `“${e.right.text}” can be zero`, {
      expected: `“若为零” and what the quotient is then, such as “${e.text} 若为零 0%”`,
    })
  }
  const quotient = quotientSpan(left.num, right.num)
  const num = quotient
    ? nodes.divide(left.num, right.num, ifZero?.num ?? null, quotient)
    : (ifZero?.num ?? refuse('zero-divisor', e.right, `“${e.right.text}” is always zero`))
  return { type: 'number', num, dimension, bare: left.bare && right.bare }
}

function quotientSpan(left: Num, right: Num): range.Range | undefined {
  const parts = range.containsZero(right.span) ? nonZeroParts(right, right.span) : [right.span]
  const [first, ...rest] = parts.map((part) => range.divide(left.span, part))
  return first && range.hull(first, ...rest)
}

function buildChoice(scope: Scope, e: Expression & { kind: 'if' }): Built {
  const when = buildCondition(scope, e.when)
  const [then, otherwise] = [buildNumber(scope, e.then), buildNumber(scope, e.otherwise)]
  if (then.bare || otherwise.bare)
    refuse('bare-number', then.bare ? e.then : e.otherwise, 'Both results want a unit')
  if (then.dimension !== otherwise.dimension)
    mixed(e.otherwise, e.then.text, then.dimension, e.otherwise.text, otherwise.dimension)
  return {
    type: 'number',
    num: nodesOf(scope).choose(when.cond, then.num, otherwise.num),
    dimension: then.dimension,
    bare: false,
  }
}
