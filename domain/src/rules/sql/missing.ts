import type { Asked } from '../batch/host.js'
import { isVector, operandsOf } from '../batch/operands.js'
import type { Scaled, Test, Vector } from '../batch/ops.js'
import { times } from './arithmetic.js'
import type { Sql } from './expression.js'
import type { Forms } from './forms.js'
import { reachedIn } from './numbers.js'

type Node = Test | Vector

/** Something that can be asked, and the condition under which it is. */
export interface Asking {
  readonly asked: Asked
  readonly when: Sql
}

/**
 * The unknown facts in undecided conditions and in numbers that are not a point, as the interpreter finds them. Each
 * part is looked at where a part above it is open and leads to it; a part that several lead to, where any does.
 */
export class OpenParts {
  private readonly forms: Forms
  private readonly judged: readonly string[]
  private readonly order: Node[] = []
  private readonly seen = new Set<Node>()
  private readonly masks = new Map<Node, Sql[]>()
  private readonly found = new Map<string, { asked: Asked; when: Sql[] }>()

  constructor(forms: Forms, judged: readonly string[]) {
    this.forms = forms
    this.judged = judged
  }

  in(verdict: Test, whenVerdict: Sql, amount: Vector | null, whenAmount: Sql): Asking[] {
    this.visit(verdict)
    if (amount) this.visit(amount)
    this.lead(verdict, whenVerdict)
    if (amount) this.lead(amount, whenAmount)
    const { x } = this.forms
    for (const node of this.order.reverse()) {
      const mask = x.or(...(this.masks.get(node) ?? []))
      if (mask === x.no) continue
      if (isVector(node)) this.number(node, mask)
      else this.test(node, mask)
    }
    return [...this.found.values()].map(({ asked, when }) => ({ asked, when: x.or(...when) }))
  }

  /** Parts stand in `order` before what they are parts of. */
  private visit(node: Node): void {
    if (this.seen.has(node)) return
    this.seen.add(node)
    for (const part of operandsOf(node)) this.visit(part)
    this.order.push(node)
  }

  private lead(to: Node, when: Sql): void {
    if (when === this.forms.x.no) return
    const masks = this.masks.get(to)
    if (masks) masks.push(when)
    else this.masks.set(to, [when])
  }

  private test(t: Test, mask: Sql): void {
    const { x } = this.forms
    const open = x.and(mask, x.isNull(this.forms.test(t)))
    if (t.op === 'within') this.note({ kind: 'slot', index: t.slot }, open)
    else for (const part of t.op === 'ratio' ? t.parts : operandsOf(t)) this.lead(part, open)
  }

  private number(v: Vector, mask: Sql): void {
    const { x } = this.forms
    const { lo, hi } = this.forms.vector(v)
    const open = x.and(mask, x.below(lo, hi))
    switch (v.op) {
      case 'const':
        if (v.judged !== null) this.note({ kind: 'judged', text: this.judged[v.judged] ?? '' }, open)
        return
      case 'slot':
        this.note({ kind: 'slot', index: v.slot }, open)
        return
      case 'records':
        this.note({ kind: 'record', index: v.num.of.index }, open)
        return
      case 'min':
      case 'max':
        for (const item of v.items) this.lead(item.of, x.and(open, this.counts(v, item)))
        return
      case 'if': {
        const when = this.forms.test(v.when)
        this.lead(v.when, open)
        this.lead(v.met.of, x.and(open, x.isNotFalse(when)))
        this.lead(v.unmet.of, x.and(open, x.not(x.isTrue(when))))
        return
      }
      case 'bands': {
        const several = x.or(...v.starts.map((start) => x.isNull(this.forms.test(start))))
        for (const of of v.of) this.lead(of, x.and(open, several))
        for (const [i, value] of v.values.entries())
          this.lead(value.of, x.and(open, reachedIn(this.forms, v, i)))
        return
      }
      default:
        for (const part of v.parts) this.lead(part, open)
    }
  }

  /** Whether an item of the least or greatest of several can still be it. */
  private counts(v: Vector & { op: 'add' | 'min' | 'max' }, item: Scaled): Sql {
    const { x } = this.forms
    const [whole, one] = [this.forms.vector(v), this.forms.vector(item.of)]
    const by = this.forms.constant(item.times)
    return v.op === 'min' ? x.below(times(x, one.lo, by), whole.hi) : x.below(whole.lo, times(x, one.hi, by))
  }

  private note(asked: Asked, when: Sql): void {
    if (when === this.forms.x.no) return
    const key = asked.kind === 'judged' ? `judged ${asked.text}` : `${asked.kind} ${asked.index}`
    const known = this.found.get(key)
    if (known) known.when.push(when)
    else this.found.set(key, { asked, when: [when] })
  }
}
