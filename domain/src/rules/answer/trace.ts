import type { Range } from '../../shared/range.js'
import * as range from '../../shared/range.js'
import * as q from '../../shared/rational.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { Dimension } from '../../shared/unit.js'
import type { BoundPay, Check, TermSpec } from '../bind/bound.js'
import { signOf } from '../bind/check.js'
import type { Measure } from '../compile/scope.js'
import { factKey } from '../facts.js'
import type { Num } from '../form.js'
import { type Machine, NO, type Truth, UNKNOWN, YES } from '../machine.js'
import type { AmountFen, FactSeen, Points, ResultTrace, TermTrace, Trace, Verdict } from '../result.js'
import { formatNumber } from '../value.js'
import { measureText } from './measure-text.js'
import { type Situation, seenText } from './situation.js'
import { isUnlimited } from './unlimited.js'

const VERDICTS: readonly Verdict[] = ['no', 'yes', 'unknown']

const NO_FACTS: readonly FactSeen[] = []
const NO_TRACES: readonly Trace[] = []
const NO_TERMS: readonly TermTrace[] = []
/** More numbers than an engine ever has: two ids in one key. */
const GAP_KEY = 2 ** 24

export function verdictOf(truth: Truth): Verdict {
  return VERDICTS[truth] ?? 'unknown'
}

/** Writes down what each condition and term saw, for one subject; texts are made once a fact and once a number. */
export class Tracer {
  readonly lang: Lang
  private readonly machine: Machine
  private readonly situation: Situation
  /** By fact. */
  private readonly seen: (FactSeen | undefined)[]
  private readonly alone: (readonly FactSeen[] | undefined)[]
  /** By number. */
  private readonly texts: (string | undefined)[]
  private readonly bases: (string | undefined)[]
  private readonly amounts: (AmountFen | undefined)[]
  private readonly gaps = new Map<number, string>()
  /** By check, twice: where it matters and where it does not. */
  private readonly traces: (Trace | undefined)[]

  constructor(machine: Machine, situation: Situation, lang: Lang) {
    this.machine = machine
    this.situation = situation
    this.lang = lang
    const { slots, nodes, checks } = situation.engine.tables
    this.seen = slotted(slots.length)
    this.alone = slotted(slots.length)
    this.texts = slotted(nodes.numberCount)
    this.bases = slotted(nodes.numberCount)
    this.amounts = slotted(nodes.numberCount)
    this.traces = slotted(2 * checks.size)
  }

  fact(index: number): FactSeen {
    const before = this.seen[index]
    if (before) return before
    const { library, tables } = this.situation.engine
    const slot = tables.slots[index]
    if (!slot) throw new Error(`There is no slot ${index}`)
    const { fact, calibre, year } = slot
    const made: FactSeen = {
      key: factKey(fact.name, calibre, year),
      name: fact.name,
      value: seenText(this.situation, slot, this.lang, library.places),
    }
    if (calibre !== null) made.calibre = calibre
    if (year !== null) made.year = year
    this.seen[index] = made
    return made
  }

  /** Conditions on one fact, which most are, share the list of it. */
  private facts(slots: readonly number[]): readonly FactSeen[] {
    const only = slots[0]
    if (only === undefined) return NO_FACTS
    if (slots.length > 1) return slots.map((slot) => this.fact(slot))
    return this.factAlone(only)
  }

  private factAlone(slot: number): readonly FactSeen[] {
    const before = this.alone[slot]
    if (before) return before
    const made = [this.fact(slot)]
    this.alone[slot] = made
    return made
  }

  private text(measure: Measure): string | undefined {
    if (measure.kind === 'slot') return this.fact(measure.slot).value ?? undefined
    if (measure.kind === 'text') return measure.text
    const before = this.texts[measure.num.id]
    if (before !== undefined) return before === '' ? undefined : before
    const value = this.machine.range(measure.num)
    // An interval of anything but points says less than which of its facts are not known.
    const tells = range.isPoint(value) || (measure.dimension === '分' && !sameRange(value, measure.num.span))
    const made = tells ? measureText(value, measure.dimension, this.lang) : ''
    this.texts[measure.num.id] = made
    return made === '' ? undefined : made
  }

  /** What a rate is of, once that is known: between nothing and all there can be, it says nothing. */
  private basis({ num, dimension }: { num: Num; dimension: Dimension }): string | undefined {
    const before = this.bases[num.id]
    if (before !== undefined) return before === '' ? undefined : before
    const value = this.machine.range(num)
    const made = range.isPoint(value) ? measureText(value, dimension, this.lang) : ''
    this.bases[num.id] = made
    return made === '' ? undefined : made
  }

  /** One of equal conditions is written down once for all programmes. */
  check(check: Check, matters: boolean): Trace {
    const index = 2 * check.id + (matters ? 1 : 0)
    const before = this.traces[index]
    if (before) return before
    const made = this.written(check, matters)
    this.traces[index] = made
    return made
  }

  private written(check: Check, matters: boolean): Trace {
    const truth = this.machine.truth(check.cond)
    const { left, right } = check
    const { lang } = this
    return {
      part: check.part ?? undefined,
      kind: check.kind,
      text: check.text,
      label: check.label ? inLang(check.label, lang) : undefined,
      verdict: verdictOf(truth),
      matters,
      cite: check.cite ?? undefined,
      facts: check.only >= 0 ? this.factAlone(check.only) : this.facts(check.slots),
      actual: left ? this.text(left) : undefined,
      required: check.required
        ? inLang(check.required, lang)
        : right
          ? this.requiredOf(check, right)
          : undefined,
      gap:
        truth === NO && left?.kind === 'number' && right?.kind === 'number'
          ? this.gap(left, right)
          : undefined,
      children: check.children.length === 0 ? NO_TRACES : this.parts(check, truth, matters),
    }
  }

  private parts(check: Check, truth: Truth, matters: boolean): Trace[] {
    return check.children.map((part) =>
      this.check(part, matters && decides(check.kind, truth, this.machine.truth(part.cond))),
    )
  }

  private requiredOf(check: Check, right: Measure): string {
    return `${signOf(check.relation)}${this.text(right) ?? ''}`
  }

  private gap(left: Measure & { kind: 'number' }, right: Measure & { kind: 'number' }): string | undefined {
    const a = this.machine.range(left.num)
    const b = this.machine.range(right.num)
    if (!range.isPoint(a) || !range.isPoint(b)) return undefined
    const key = left.num.id * GAP_KEY + right.num.id
    const before = this.gaps.get(key)
    if (before !== undefined) return before
    const between = q.compare(a.lo, b.lo) < 0 ? q.subtract(b.lo, a.lo) : q.subtract(a.lo, b.lo)
    if (between.n === 0n) return undefined
    const made = formatNumber(between, left.dimension === 'date' ? '天' : left.dimension, this.lang)
    this.gaps.set(key, made)
    return made
  }

  term(spec: TermSpec): TermTrace {
    const when = spec.when ? this.machine.truth(spec.when) : YES
    const value = this.machine.range(spec.num)
    return {
      text: spec.text,
      label: spec.label ? inLang(spec.label, this.lang) : undefined,
      kind: spec.kind,
      verdict: verdictOf(when),
      amountFen: spec.dimension === 'CNY' ? this.amountOf(spec.num, value) : null,
      points: spec.dimension === '分' ? pointsOf(value) : null,
      of: spec.of ? this.basis(spec.of) : undefined,
      max: inLang(spec.most, this.lang),
      cite: spec.cite ?? undefined,
      facts: this.facts(spec.slots),
      payer: spec.payer ?? undefined,
      children: spec.children.length === 0 ? NO_TERMS : spec.children.map((child) => this.term(child)),
    }
  }

  amountOf(num: Num, value: Range): AmountFen {
    const before = this.amounts[num.id]
    if (before) return before
    const made = amountFen(value)
    this.amounts[num.id] = made
    return made
  }

  pay(pay: BoundPay, totalFen: AmountFen): ResultTrace['pay'] {
    const sum = this.machine.range(pay.sum)
    const { capFen } = pay
    return {
      lines: pay.lines.map((line) => this.term(line)),
      beforeCapFen: this.amountOf(pay.sum, sum),
      capFen: capFen === null ? null : capFen.toString(),
      capBinds: capFen !== null && q.compare(sum.hi, q.rational(capFen)) > 0,
      totalFen,
      unlimited: isUnlimited(this.machine, this.situation.engine.tables.slots, pay.amount),
      round: pay.round,
    }
  }
}

/** Room for all at once: a list that grows by leaps becomes a slow table. */
function slotted<T>(length: number): (T | undefined)[] {
  return new Array<T | undefined>(length).fill(undefined)
}

function sameRange(a: Range, b: Range): boolean {
  return q.compare(a.lo, b.lo) === 0 && q.compare(a.hi, b.hi) === 0
}

/** Whether a part's verdict counts towards its whole's: a failed branch of a satisfied “any of” does not. */
function decides(kind: Check['kind'], whole: Truth, part: Truth): boolean {
  if (kind === 'any') return whole !== YES || part === YES
  if (kind === 'all') return whole !== NO || part !== UNKNOWN
  return true
}

/** Whole fen that hold the range: fractions of a fen before rounding widen it. */
export function amountFen(value: Range): AmountFen {
  const min = q.floor(value.lo).toString()
  return { min, max: value.lo === value.hi && value.lo.d === 1n ? min : q.ceil(value.hi).toString() }
}

export function pointsOf(value: Range): Points {
  const number = (x: q.Rational) => Number(x.n) / Number(x.d)
  return { min: number(value.lo), max: number(value.hi) }
}
