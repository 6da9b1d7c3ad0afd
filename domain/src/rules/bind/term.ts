import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import type { Text } from '../../shared/text.js'
import type { Dimension } from '../../shared/unit.js'
import { dimensionName } from '../../shared/unit.js'
import { measureText } from '../answer/measure-text.js'
import { buildNumber } from '../compile/expression.js'
import { nodesOf } from '../compile/scope.js'
import { noteThreshold } from '../compile/threshold.js'
import type { Num, Start } from '../form.js'
import type { Relation } from '../language/expression.js'
import type { Source, Step, Term } from '../programme.js'
import { type Binding, citation, compiled, complain } from './binding.js'
import type { TermSpec } from './bound.js'
import { bindItem } from './item.js'
import { slotsOfCond, slotsOfNum } from './slots.js'

interface Amount {
  readonly num: Num
  readonly dimension: Dimension
}

/** A term of a score or an amount, compiled. `wanted` is the unit that it must give; null takes what comes. */
export function bindTerm(binding: Binding, term: Term, wanted: Dimension | null): TermSpec {
  const made = bindBody(binding, term, wanted)
  const when = term.when ? bindItem(binding, term.when).cond : null
  const nodes = nodesOf(binding.scope)
  const num = when ? nodes.choose(when, made.num, nodes.constant(range.point(q.ZERO))) : made.num
  const own = made.children.length > 0 ? [] : slotsOfNum(made.num)
  return {
    kind: term.kind,
    text: made.text,
    label: term.label,
    cite: citation(binding.programme, term.cite),
    payer: term.payer,
    num,
    dimension: made.dimension,
    of: made.of,
    when,
    most: mostText(num, made.dimension),
    slots: [...new Set([...own, ...(when ? slotsOfCond(when) : [])])],
    children: made.children,
  }
}

function mostText({ span }: Num, dimension: Dimension): Text {
  const top = { lo: span.hi, hi: span.hi }
  return { zh: measureText(top, dimension, 'zh'), en: measureText(top, dimension, 'en') }
}

type Body = Amount & Pick<TermSpec, 'of' | 'children' | 'text'>

function bindBody(binding: Binding, term: Term, wanted: Dimension | null): Body {
  const nodes = nodesOf(binding.scope)
  switch (term.kind) {
    case 'expression':
      return { ...bindAmount(binding, term.of, wanted), of: null, children: [], text: term.of.text }
    case 'judged':
      return {
        ...bindValue(binding, term.value, wanted, term.label?.zh ?? term.value.text),
        of: null,
        children: [],
        text: term.value.text,
      }
    case 'steps':
      return bindSteps(binding, term, wanted)
    case 'slices':
      return bindSlices(binding, term, wanted)
    case 'cases': {
      const otherwise = term.otherwise ? bindValue(binding, term.otherwise, wanted) : zero(binding, wanted)
      const dimension = otherwise.dimension
      const cases = term.cases.map((c) => ({
        when: bindItem(binding, c.when).cond,
        give: bindValue(binding, c.give, wanted ?? dimension, term.label?.zh),
      }))
      const num = cases.reduceRight((rest, c) => nodes.choose(c.when, c.give.num, rest), otherwise.num)
      return { num, dimension, of: null, children: [], text: term.cases.map((c) => c.give.text).join(' | ') }
    }
    case 'best':
    case 'sum': {
      const children = term.terms.map((t) => bindTerm(binding, t, wanted))
      const dimension = wanted ?? children[0]?.dimension ?? ''
      for (const [i, child] of children.entries()) {
        if (child.dimension !== dimension)
          complain(
            binding,
            term.terms[i]?.at ?? term.at,
            'programme.unit',
            `This is in ${dimensionName(child.dimension)}`,
            dimensionName(dimension),
          )
      }
      const whole = nodes.combine(
        term.kind === 'best' ? 'max' : 'add',
        children.map((c) => c.num),
      )
      const num = term.cap
        ? capped(binding, whole, bindAmount(binding, term.cap, dimension).num, term.cap.text, dimension)
        : whole
      return { num, dimension, of: null, children, text: term.kind }
    }
  }
}

/** The lesser of a sum and its cap, noting the cap as a threshold. */
export function capped(binding: Binding, whole: Num, cap: Num, text: string, dimension: Dimension): Num {
  noteThreshold(binding.scope, `cap ${text}`, '>=', whole, cap, dimension)
  return nodesOf(binding.scope).combine('min', [whole, cap])
}

function zero(binding: Binding, dimension: Dimension | null): Amount {
  return { num: nodesOf(binding.scope).constant(range.point(q.ZERO)), dimension: dimension ?? '' }
}

/** An expression that must be a number in the unit that is wanted. */
export function bindAmount(binding: Binding, source: Source, wanted: Dimension | null): Amount {
  const fallback = () => zero(binding, wanted)
  return compiled<Amount>(
    binding,
    source,
    (e) => {
      const built = buildNumber(binding.scope, e)
      const exact = built.num.op === 'const' && range.isPoint(built.num.value)
      // A bare 0 is 0 of anything.
      const nothing = built.bare && exact && built.num.span.lo.n === 0n
      if (wanted !== null && !nothing && (built.bare || built.dimension !== wanted)) {
        complain(
          binding,
          source.at,
          'programme.unit',
          `“${source.text}” is ${built.bare ? 'without a unit' : `in ${dimensionName(built.dimension)}`}`,
          `an amount in ${dimensionName(wanted)}`,
        )
      }
      return { num: built.num, dimension: wanted ?? built.dimension }
    },
    fallback,
  )
}

const RANGE = /^\s*(-?\d+(?:\.\d+)?)\s*(\S*?)\s*\.\.\s*(.+)$/

/** An expression, or a range such as `7..8 分` within which experts decide. */
function bindValue(binding: Binding, source: Source, wanted: Dimension | null, judged = source.text): Amount {
  const match = RANGE.exec(source.text)
  if (!match) return bindAmount(binding, source, wanted)
  const upper = bindAmount(binding, { ...source, text: match[3] ?? '' }, wanted)
  const unit = /[^\d.\s-].*$/.exec(match[3] ?? '')?.[0] ?? ''
  const lower = bindAmount(
    binding,
    { ...source, text: `${match[1]} ${match[2] || unit}` },
    wanted ?? upper.dimension,
  )
  if (q.compare(lower.num.span.lo, upper.num.span.hi) > 0)
    complain(binding, source.at, 'programme.range', `“${source.text}” ends before it begins`)
  return {
    num: nodesOf(binding.scope).constant({ lo: lower.num.span.lo, hi: upper.num.span.hi }, judged),
    dimension: upper.dimension,
  }
}

const BOUND_RELATION: Record<Step['bound'], Relation> = { 达到: '>=', 超过: '>', 不超过: '<=', 低于: '<' }

/** A constant of a table: where a step begins. */
export function bindStarts(
  binding: Binding,
  of: Amount & { readonly text: string },
  steps: readonly Step[],
): { start: Start; step: Step }[] {
  const found = steps.map((step) => {
    const at = bindAmount(binding, step.at, of.dimension)
    if (at.num.op !== 'const' || !range.isPoint(at.num.value))
      complain(
        binding,
        step.at.at,
        'programme.step',
        `“${step.at.text}” is no constant`,
        'a number with its unit',
      )
    else
      noteThreshold(
        binding.scope,
        `${of.text} ${step.bound} ${step.at.text}`,
        BOUND_RELATION[step.bound],
        of.num,
        at.num,
        of.dimension,
      )
    const falling = step.bound === '不超过' || step.bound === '低于'
    return {
      start: { at: at.num.span.lo, included: step.bound === '达到' || step.bound === '低于' },
      step,
      falling,
    }
  })
  if (found.some((f) => f.falling !== found[0]?.falling))
    complain(
      binding,
      found[0]?.step.at.at ?? binding.programme.at,
      'programme.step',
      'A table rises (达到, 超过) or falls (不超过, 低于); it cannot do both',
    )
  const sorted = [...found].sort((a, b) => q.compare(a.start.at, b.start.at))
  for (const [i, f] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next && q.compare(f.start.at, next.start.at) === 0)
      complain(binding, next.step.at.at, 'programme.step', `“${next.step.at.text}” stands twice`)
  }
  return sorted
}

function bindSteps(binding: Binding, term: Term & { kind: 'steps' }, wanted: Dimension | null): Body {
  const nodes = nodesOf(binding.scope)
  const of = bindAmount(binding, term.of, null)
  const sorted = bindStarts(binding, { ...of, text: term.of.text }, term.steps)
  const first = term.steps[0] && bindValue(binding, term.steps[0].value, wanted, term.label?.zh)
  const dimension = wanted ?? first?.dimension ?? ''
  const values = sorted.map(({ step }) => bindValue(binding, step.value, dimension, term.label?.zh).num)
  if (!term.below && dimension !== '分')
    complain(binding, term.at, 'programme.below', 'Say what is given outside the table', 'below: 0 元')
  const below = term.below ? bindValue(binding, term.below, dimension).num : zero(binding, dimension).num
  const falling = sorted[0]?.step.bound === '不超过' || sorted[0]?.step.bound === '低于'
  const all = falling ? [...values, below] : [below, ...values]
  const starts = sorted.map((s) => s.start)
  const key = `bands ${of.num.id} ${starts.map((s) => `${s.at.n}/${s.at.d}${s.included}`).join()} ${all.map((v) => v.id).join()}`
  const [head, ...rest] = all.map((v) => v.span)
  const num = nodes.num(key, head ? range.hull(head, ...rest) : range.point(q.ZERO), {
    op: 'bands',
    of: of.num,
    starts,
    values: all,
  })
  return { num, dimension, of, children: [], text: term.of.text }
}

function bindSlices(binding: Binding, term: Term & { kind: 'slices' }, wanted: Dimension | null): Body {
  const nodes = nodesOf(binding.scope)
  const of = bindAmount(binding, term.of, wanted)
  const parts = term.slices.map((slice, i) => {
    const from = bindAmount(binding, slice.from, of.dimension).num
    const rate = bindAmount(binding, slice.rate, '').num
    if (rate.span.lo.n < 0n)
      complain(binding, slice.rate.at, 'programme.rate', `The rate “${slice.rate.text}” is negative`)
    if (i > 0)
      noteThreshold(
        binding.scope,
        `${term.of.text} 达到 ${slice.from.text}`,
        '>=',
        of.num,
        from,
        of.dimension,
      )
    return { from: from.span.lo, rate: rate.span.lo }
  })
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1]
    if (before && q.compare(before.from, part.from) >= 0)
      complain(
        binding,
        term.slices[i]?.from.at ?? term.at,
        'programme.slice',
        'Slices rise from one to the next',
      )
  }
  const top = parts.map((p) => p.rate).reduce(q.greater, q.ZERO)
  const span = { lo: q.ZERO, hi: q.multiply(q.greater(of.num.span.hi, q.ZERO), top) }
  const key = `slices ${of.num.id} ${parts.map((p) => `${p.from.n}/${p.from.d}:${p.rate.n}/${p.rate.d}`).join()}`
  return {
    num: nodes.num(key, span, { op: 'slices', of: of.num, parts }),
    dimension: of.dimension,
    of,
    children: [],
    text: term.of.text,
  }
}
