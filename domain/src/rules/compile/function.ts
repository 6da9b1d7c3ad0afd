import { lastDayFullBy } from '../../shared/day.js'
import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import { suggest } from '../../shared/suggest.js'
import type { Aggregate, Num, RecordSlot, RowForm } from '../form.js'
import type { Expression } from '../language/expression.js'
import { NodeTable } from '../node-table.js'
import { dateMeasure } from './compare.js'
import { build, buildCondition, buildNumber, factNamed, mixed } from './expression.js'
import { yearCount, yearsBefore } from './growth.js'
import { type Built, leaf, nodesOf, refuse, type Scope } from './scope.js'
import { factValue } from './slot.js'
import { thresholdAt } from './threshold.js'
import { recentYears } from './year.js'

export function buildCall(scope: Scope, e: Expression & { kind: 'call' }): Built {
  switch (e.name) {
    case 'days':
      return buildDays(scope, e)
    case '满':
      return buildFull(scope, e)
    case 'rising':
      return buildRising(scope, e)
    case 'growth':
    case 'cagr':
      return refuse('growth', e, `“${e.name}” may only be compared`, { expected: `${e.text} >= 20%` })
    default:
      return buildOverValues(scope, e)
  }
}

/** `min(a, b)`, or `sum(研发费用, 近3年)` over years. */
function buildOverValues(scope: Scope, e: Expression & { kind: 'call' }): Built {
  const nodes = nodesOf(scope)
  const [first, last] = [e.args[0], e.args.at(-1)]
  const years = e.args.length === 2 && last?.kind === 'name' ? recentYears(scope, last.name) : undefined
  if (years && first) {
    const { fact, calibre, ofOwner } = factNamed(scope, first)
    const items = years.map((year) => factValue(scope, first, { fact, calibre, ofOwner, year }))
    const nums = items.map((b) =>
      b.type === 'number' ? b.num : refuse('not-a-number', first, `“${first.text}” is not a number`),
    )
    const count = nodes.constant(range.point(q.rational(1n, BigInt(years.length))))
    const whole = nodes.combine(e.name === 'min' || e.name === 'max' ? e.name : 'add', nums)
    return {
      type: 'number',
      num: e.name === 'average' ? nodes.arithmetic('multiply', whole, count) : whole,
      dimension: fact.dimension,
      bare: false,
    }
  }
  if (e.name !== 'min' && e.name !== 'max') {
    return refuse('arguments', e, `“${e.name}” goes over years or records`, {
      expected: `${e.name}(研发费用, 近3年) or ${e.name}(到账额 of 技术合同)`,
    })
  }
  const items = e.args.map((a) => buildNumber(scope, a))
  const [head] = items
  for (const [i, item] of items.entries()) {
    const arg = e.args[i] ?? e
    if (item.bare) refuse('bare-number', arg, `“${arg.text}” has no unit`)
    if (head && item.dimension !== head.dimension)
      mixed(arg, e.args[0]?.text ?? '', head.dimension, arg.text, item.dimension)
  }
  return {
    type: 'number',
    num: nodes.combine(
      e.name,
      items.map((item) => item.num),
    ),
    dimension: head?.dimension ?? '',
    bare: false,
  }
}

function dateArgument(scope: Scope, e: Expression & { kind: 'call' }): Num {
  const [of] = e.args
  const built = of && build(scope, of)
  return built?.type === 'date' ? built.num : refuse('not-a-date', of ?? e, `“${e.name}” wants a date`)
}

function buildDays(scope: Scope, e: Expression & { kind: 'call' }): Built {
  const nodes = nodesOf(scope)
  const today = nodes.constant(range.point(q.rational(BigInt(scope.on))))
  return {
    type: 'number',
    num: nodes.arithmetic('subtract', today, dateArgument(scope, e)),
    dimension: '天',
    bare: false,
  }
}

/** A full period reached by the decision date: the date is on or before a last day. */
function buildFull(scope: Scope, e: Expression & { kind: 'call' }): Built {
  const nodes = nodesOf(scope)
  const date = dateArgument(scope, e)
  const [, length] = e.args
  const period = length && buildNumber(scope, length)
  if (period?.num.op !== 'const')
    return refuse('arguments', length ?? e, '“满” wants a stated period', {
      expected: '满(注册日期, 12 个月)',
    })
  const count = Number(q.floor(period.num.value.lo))
  const months = { 月: count, 年: count * 12 }[period.dimension]
  if (months === undefined && period.dimension !== '天')
    refuse('unit', length ?? e, `“${length?.text}” is no period`, { expected: '12 个月, 1 年 or 365 天' })
  const last = months === undefined ? scope.on - count : lastDayFullBy(scope.on, months)
  const limit = nodes.constant(range.point(q.rational(BigInt(last))))
  thresholdAt(scope, e.text, '<=', date, limit, nodes.constant(range.point(q.ONE)), null)
  return leaf('compare', e, nodes.compare('<=', date, limit), {
    left: dateMeasure(date),
    right: { kind: 'number', num: limit, dimension: 'date' },
    relation: '<=',
  })
}

function buildRising(scope: Scope, e: Expression & { kind: 'call' }): Built {
  const nodes = nodesOf(scope)
  const [of, count] = e.args
  if (!of) return refuse('arguments', e, '“rising” wants the name of a yearly fact')
  const values = Array.from({ length: yearCount(scope, count, e) + 1 }, (_, i) => yearsBefore(scope, of, i))
  const rises = values.slice(1).map((before, i) => nodes.compare('>', values[i] ?? before, before))
  return leaf('compare', e, nodes.join('and', rises))
}

/** `sum(到账额 of 技术合同 where 到账日期.年 = 上年)`. */
export function buildAggregate(scope: Scope, e: Expression & { kind: 'aggregate' }): Built {
  const { records, englishNames } = scope.library
  const record = records.get(e.record) ?? records.get(englishNames.get(e.record) ?? '')
  const at = { at: e.recordAt }
  if (!record)
    return refuse('record', at, `“${e.record}” is no kind of record`, {
      suggestion: suggest(e.record, records.keys()),
    })
  if (scope.row) refuse('record', at, 'Records of records cannot be counted')
  const aggregate = (['sum', 'count', 'min', 'max'] as const).find((name) => name === e.name)
  if (!aggregate)
    return refuse('function', e, `“${e.name}” does not go over records`, {
      expected: 'sum, count, min or max',
    })
  if ((aggregate === 'count') !== (e.value === null))
    refuse(
      'arguments',
      e,
      aggregate === 'count' ? '“count” counts whole records' : `“${e.name}” wants a field`,
      {
        expected: aggregate === 'count' ? `count(${record.name} where …)` : `${e.name}(… of ${record.name})`,
      },
    )
  const fields = [...record.fields.values()]
  const nodes = new NodeTable()
  const inner: Scope = { ...scope, row: { fields, nodes } }
  const value = e.value ? buildNumber(inner, e.value) : null
  const where = e.where ? buildCondition(inner, e.where).cond : null
  const slot = recordSlot(scope, record.name, record.maxCount)
  const rows: RowForm = {
    fields,
    value: value?.num ?? null,
    where,
    numbers: nodes.numberCount,
    conditions: nodes.conditionCount,
  }
  const whole = aggregateSpan(aggregate, record.maxCount, value?.num ?? null)
  const num = nodesOf(scope).num(
    `records ${aggregate} ${record.name} ${e.value?.text ?? ''} ${e.where?.text ?? ''} ${scope.onYear}`,
    whole,
    { op: 'records', aggregate, of: slot, rows },
  )
  return { type: 'number', num, dimension: value ? value.dimension : record.dimension, bare: false }
}

function recordSlot(scope: Scope, name: string, maxCount: bigint): RecordSlot {
  const known = scope.tables.records.find((r) => r.name === name)
  if (known) return known
  const slot = { index: scope.tables.records.length, name, maxCount }
  scope.tables.records.push(slot)
  return slot
}

function aggregateSpan(aggregate: Aggregate, maxCount: bigint, value: Num | null): range.Range {
  const count = { lo: q.ZERO, hi: q.rational(maxCount) }
  if (!value) return count
  const one = range.hull(value.span, range.point(q.ZERO))
  return aggregate === 'sum' ? range.multiply(one, { lo: q.ONE, hi: count.hi }) : one
}
