import {
  complement,
  covers,
  type IntegerSet,
  intersection,
  setKey,
  span as setSpan,
  union,
} from '../shared/integer-set.js'
import type { Range } from '../shared/range.js'
import * as range from '../shared/range.js'
import type { Rational } from '../shared/rational.js'
import * as q from '../shared/rational.js'
import type { Cond, Num } from './form.js'
import type { Relation } from './language/expression.js'

type NumBody = Num extends infer N ? (N extends Num ? Omit<N, 'id' | 'span'> : never) : never
type CondBody = Cond extends infer C ? (C extends Cond ? Omit<C, 'id'> : never) : never

export const FLIPPED: Record<Relation, Relation> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
const NEGATED: Record<Relation, Relation> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/** All fields of all kinds: nodes of one form are read several times faster than nodes of many. */
const NOTHING = undefined as never
const COND = {
  id: 0,
  op: NOTHING,
  value: NOTHING,
  slot: NOTHING,
  set: NOTHING,
  relation: NOTHING,
  left: NOTHING,
  right: NOTHING,
  items: NOTHING,
  of: NOTHING,
}
const NUM = {
  id: 0,
  span: NOTHING,
  op: NOTHING,
  value: NOTHING,
  judged: NOTHING,
  slot: NOTHING,
  scale: NOTHING,
  items: NOTHING,
  left: NOTHING,
  right: NOTHING,
  ifZero: NOTHING,
  when: NOTHING,
  met: NOTHING,
  unmet: NOTHING,
  of: NOTHING,
  starts: NOTHING,
  values: NOTHING,
  parts: NOTHING,
  step: NOTHING,
  mode: NOTHING,
  aggregate: NOTHING,
  rows: NOTHING,
}

/** Makes nodes, one for each distinct content, and simplifies conditions on a single fact to one set of integers. */
export class NodeTable {
  private readonly nums = new Map<string, Num>()
  private readonly conds = new Map<string, Cond>()

  get numberCount(): number {
    return this.nums.size
  }

  get conditionCount(): number {
    return this.conds.size
  }

  num(key: string, span: Range, body: NumBody): Num {
    const known = this.nums.get(key)
    if (known) return known
    const node = Object.assign({ ...NUM, id: this.nums.size, span }, body) as Num
    this.nums.set(key, node)
    return node
  }

  private cond(key: string, body: CondBody): Cond {
    const known = this.conds.get(key)
    if (known) return known
    const node = Object.assign({ ...COND, id: this.conds.size }, body) as Cond
    this.conds.set(key, node)
    return node
  }

  constant(value: Range, judged: string | null = null): Num {
    const text = (r: Rational) => `${r.n}/${r.d}`
    return this.num(`const ${text(value.lo)} ${text(value.hi)} ${judged ?? ''}`, value, {
      op: 'const',
      value,
      judged,
    })
  }

  slot(slot: number, scale: bigint, lo: bigint, hi: bigint): Num {
    return this.num(
      `slot ${slot}`,
      { lo: q.rational(lo, scale), hi: q.rational(hi, scale) },
      { op: 'slot', slot, scale },
    )
  }

  combine(op: 'add' | 'min' | 'max', items: readonly Num[]): Num {
    const [first, ...rest] = items
    if (!first) return this.constant(range.point(q.ZERO))
    if (rest.length === 0) return first
    const join = op === 'add' ? range.add : op === 'min' ? range.lesser : range.greater
    const whole = items.map((n) => n.span).reduce(join)
    return this.fold(this.num(`${op} ${items.map((n) => n.id).join()}`, whole, { op, items }), items)
  }

  arithmetic(op: 'subtract' | 'multiply', left: Num, right: Num): Num {
    const whole = (op === 'subtract' ? range.subtract : range.multiply)(left.span, right.span)
    return this.fold(this.num(`${op} ${left.id} ${right.id}`, whole, { op, left, right }), [left, right])
  }

  /** `ifZero` is needed where the divisor's span contains zero; without it such a quotient is refused before. */
  divide(left: Num, right: Num, ifZero: Num | null, quotient: Range): Num {
    const whole = ifZero ? range.hull(quotient, ifZero.span) : quotient
    return this.fold(
      this.num(`divide ${left.id} ${right.id} ${ifZero?.id ?? ''}`, whole, {
        op: 'divide',
        left,
        right,
        ifZero,
      }),
      [left, right],
    )
  }

  /** Constants of constants are constants. */
  private fold(node: Num, parts: readonly Num[]): Num {
    const exact = parts.every((p) => p.op === 'const' && p.judged === null && range.isPoint(p.value))
    return exact && range.isPoint(node.span) ? this.constant(node.span) : node
  }

  choose(when: Cond, met: Num, unmet: Num): Num {
    if (when.op === 'known') return when.value ? met : unmet
    if (met === unmet) return met
    return this.num(`if ${when.id} ${met.id} ${unmet.id}`, range.hull(met.span, unmet.span), {
      op: 'if',
      when,
      met,
      unmet,
    })
  }

  known(value: boolean): Cond {
    return this.cond(`known ${value}`, { op: 'known', value })
  }

  within(slot: number, set: IntegerSet): Cond {
    if (set.length === 0) return this.known(false)
    if (covers(set, -(10n ** 30n), 10n ** 30n)) return this.known(true)
    return this.cond(`within ${slot} ${setKey(set)}`, { op: 'within', slot, set })
  }

  compare(relation: Relation, left: Num, right: Num): Cond {
    if (left.op === 'const' && right.op !== 'const') return this.compare(FLIPPED[relation], right, left)
    if (right.op === 'const' && range.isPoint(right.value)) {
      const constant = right.value.lo
      if (left.op === 'slot')
        return this.within(left.slot, integersWhere(relation, q.multiply(constant, q.rational(left.scale))))
      if (left.op === 'subtract' && left.left.op === 'const' && range.isPoint(left.left.value)) {
        return this.compare(
          FLIPPED[relation],
          left.right,
          this.constant(range.point(q.subtract(left.left.value.lo, constant))),
        )
      }
      if (left.op === 'const' && range.isPoint(left.value))
        return this.known(holds(relation, q.compare(left.value.lo, constant)))
    }
    if (relation === '!=') return this.not(this.compare('=', left, right))
    return this.cond(`compare ${left.id} ${relation} ${right.id}`, { op: 'compare', relation, left, right })
  }

  not(of: Cond): Cond {
    switch (of.op) {
      case 'known':
        return this.known(!of.value)
      case 'within':
        return this.within(of.slot, complement(of.set))
      case 'not':
        return of.of
      case 'compare':
        if (of.relation === '=') return this.cond(`not ${of.id}`, { op: 'not', of })
        return this.compare(NEGATED[of.relation], of.left, of.right)
      case 'and':
      case 'or':
        return this.join(
          of.op === 'and' ? 'or' : 'and',
          of.items.map((item) => this.not(item)),
        )
    }
  }

  join(op: 'and' | 'or', conds: readonly Cond[]): Cond {
    const settles = op === 'or'
    const sets = new Map<number, IntegerSet>()
    const rest = new Set<Cond>()
    for (const c of conds.flatMap((item) => (item.op === op ? item.items : [item]))) {
      if (c.op === 'known' && c.value === settles) return c
      if (c.op === 'known') continue
      if (c.op !== 'within') rest.add(c)
      else {
        const before = sets.get(c.slot)
        sets.set(c.slot, before ? (op === 'and' ? intersection : union)(before, c.set) : c.set)
      }
    }
    const items: Cond[] = []
    for (const [slot, set] of sets) {
      const merged = this.within(slot, set)
      if (merged.op === 'known' && merged.value === settles) return merged
      if (merged.op !== 'known') items.push(merged)
    }
    items.push(...rest)
    const [only] = items
    if (!only) return this.known(!settles)
    if (items.length === 1) return only
    return this.cond(`${op} ${items.map((c) => c.id).join()}`, { op, items })
  }
}

export function integersWhere(relation: Relation, limit: Rational): IntegerSet {
  const whole = limit.n % limit.d === 0n
  switch (relation) {
    case '>=':
      return setSpan(q.ceil(limit), null)
    case '>':
      return setSpan(q.floor(limit) + 1n, null)
    case '<=':
      return setSpan(null, q.floor(limit))
    case '<':
      return setSpan(null, q.ceil(limit) - 1n)
    case '=':
      return whole ? setSpan(q.floor(limit), q.floor(limit)) : []
    case '!=':
      return complement(whole ? setSpan(q.floor(limit), q.floor(limit)) : [])
  }
}

export function holds(relation: Relation, order: number): boolean {
  switch (relation) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}
