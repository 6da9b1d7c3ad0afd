import type { Check, TermSpec } from '../../rules/bind/bound.js'
import { factKey } from '../../rules/facts.js'
import type { Item, Term } from '../../rules/programme.js'
import type { FactSeen, TermTrace, Trace } from '../../rules/result.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { ColumnState } from './columns.js'
import { type FactCells, factRow } from './fact-rows.js'
import { inOfficialOrder } from './order.js'
import type { FormCell, FormRow } from './schema.js'
import { readable, tableOf, wordsOf } from './table.js'

/** A row as it is shown, with what it is computed from in each column. */
export interface Draft {
  readonly row: FormRow
  /** By column. */
  readonly checks?: readonly (Check | undefined)[]
  readonly terms?: readonly (TermSpec | undefined)[]
  readonly slots?: readonly (number | undefined)[]
}

export const BLANK_CELL: FormCell = {
  value: null,
  verdict: null,
  matters: true,
  points: null,
  amountFen: null,
  key: null,
  year: null,
  source: null,
  observedAt: null,
  supposed: false,
}

const BLANK_ROW = {
  depth: 0,
  joins: null,
  cite: null,
  evidence: null,
  required: null,
  table: [],
  max: null,
  uses: [],
  fact: null,
  alone: false,
} satisfies Partial<FormRow>

export function rowOf(row: Pick<FormRow, 'id' | 'kind' | 'label' | 'cells'> & Partial<FormRow>): FormRow {
  return { ...BLANK_ROW, ...row }
}

/** Makes the rows of one form; a figure stands where it is first needed and is named where it is needed again. */
export class Rows {
  readonly drafts: Draft[] = []
  private readonly columns: readonly ColumnState[]
  private readonly lang: Lang
  private readonly facts: FactCells
  private readonly shown = new Set<string>()

  constructor(columns: readonly ColumnState[], facts: FactCells, lang: Lang) {
    this.columns = columns
    this.facts = facts
    this.lang = lang
  }

  conditions(): Draft[] {
    const { need } = this.first.bound.programme
    let next = 0
    const tops = this.first.bound.checks.map((check, i) => ({
      part: check.part,
      cite: check.cite,
      item: check.part === 'need' ? need[next++] : undefined,
      checks: this.columns.map((c) => c.bound.checks[i]),
      traces: this.columns.map((c) => c.result.trace.need[i]),
    }))
    return this.collected(() => {
      for (const [i, top] of inOfficialOrder(tops).entries())
        this.condition(`need.${i}`, 0, top.item, top.checks, top.traces)
    })
  }

  points(): Draft[] {
    const { points } = this.first.bound.programme
    return this.collected(() => {
      for (const [i, { item }] of this.first.bound.points.entries())
        this.term(`points.${item}`, 0, points.get(item), {
          specs: this.columns.map((c) => c.bound.points[i]?.term),
          traces: this.columns.map((c) => c.result.trace.points[i]),
        })
    })
  }

  pay(): Draft[] {
    const { pay } = this.first.bound.programme
    return this.collected(() => {
      for (const [i, line] of (pay?.lines ?? []).entries())
        this.term(`pay.${i}`, 0, line, {
          specs: this.columns.map((c) => c.bound.pay?.lines[i]),
          traces: this.columns.map((c) => c.result.trace.pay?.lines[i]),
        })
    })
  }

  private get first(): ColumnState {
    const [first] = this.columns
    if (!first) throw new Error('A form has a column')
    return first
  }

  private collected(fill: () => void): Draft[] {
    const from = this.drafts.length
    fill()
    return this.drafts.slice(from)
  }

  private condition(
    id: string,
    depth: number,
    item: Item | undefined,
    checks: readonly (Check | undefined)[],
    traces: readonly (Trace | undefined)[],
  ): void {
    const [check] = checks
    const trace = traces.find((t) => t !== undefined)
    if (!check || !trace) return
    const parts = check.kind === 'not' ? [] : check.children
    const seen = traces.map((t) =>
      t?.kind === 'not' ? t.children.flatMap((c) => c.facts) : (t?.facts ?? []),
    )
    const facts = parts.length > 0 || this.isOnScore(check) ? NO_FACTS : this.fresh(seen)
    this.drafts.push({
      checks,
      row: rowOf({
        id,
        kind: 'condition',
        depth,
        label: trace.label ?? (item ? wordsOf(item, this.lang) : readable(trace.text, this.lang)),
        joins: check.kind === 'all' || check.kind === 'any' ? check.kind : null,
        cite: check.cite,
        evidence: evidenceOf(item, this.lang),
        required: requirementOf(trace, this.lang),
        uses: facts.uses,
        cells: traces.map((t) => conditionCell(t)),
      }),
    })
    for (const key of facts.fresh)
      this.factRow(key, depth + 1, facts.fresh.length === 1 && facts.uses.length === 0)
    const items = item && 'items' in item ? item.items : []
    for (const [i] of parts.entries())
      this.condition(
        `${id}.${i}`,
        depth + 1,
        items[i],
        checks.map((c) => c?.children[i]),
        traces.map((t) => t?.children[i]),
      )
  }

  /** The figures behind a score stand under the score's own rows. */
  private isOnScore({ left }: Check): boolean {
    return left?.kind === 'number' && left.dimension === '分' && this.first.bound.points.length > 0
  }

  private term(
    id: string,
    depth: number,
    term: Term | undefined,
    {
      specs,
      traces,
    }: { specs: readonly (TermSpec | undefined)[]; traces: readonly (TermTrace | undefined)[] },
  ): void {
    const spec = specs.find((s) => s !== undefined)
    if (!spec) return
    const seen = this.columns.map((c, k) => traces[k]?.facts ?? seenBySpec(c, specs[k]))
    const facts = this.fresh(seen)
    const children = term && 'terms' in term ? term.terms : []
    this.drafts.push({
      terms: specs,
      row: rowOf({
        id,
        kind: 'term',
        depth,
        label: spec.label ? inLang(spec.label, this.lang) : readable(spec.text, this.lang),
        joins: spec.kind === 'best' || spec.kind === 'sum' ? spec.kind : null,
        cite: spec.cite,
        evidence: evidenceOf(term, this.lang),
        table: tableOf(term, spec, this.lang),
        max: inLang(spec.most, this.lang),
        uses: facts.uses,
        cells: traces.map((t) => termCell(t)),
      }),
    })
    for (const key of facts.fresh) this.factRow(key, depth + 1, false)
    for (const [i] of spec.children.entries())
      this.term(`${id}.${i}`, depth + 1, children[i], {
        specs: specs.map((s) => s?.children[i]),
        traces: traces.map((t) => t?.children[i]),
      })
  }

  /** The figures of each column by their place in time; those not shown before get rows of their own. */
  private fresh(seen: readonly (readonly FactSeen[])[]): { uses: string[]; fresh: string[] } {
    const keys = new Set(
      seen.flatMap((facts, k) => facts.map((fact) => relativeKey(fact, this.columns[k]?.onYear ?? 0))),
    )
    const fresh = [...keys].filter((key) => !this.shown.has(key))
    const uses = [...keys].filter((key) => this.shown.has(key))
    for (const key of fresh) this.shown.add(key)
    return { fresh, uses: uses.map((key) => this.facts.labelOf(key)) }
  }

  private factRow(key: string, depth: number, isOnly: boolean): void {
    const above = this.drafts.at(-1)?.row.cells ?? []
    const draft = factRow(this.facts, key, depth)
    const same = draft.row.cells.every(({ value }, k) => (above[k]?.value ?? value) === value)
    this.drafts.push({ ...draft, row: { ...draft.row, alone: isOnly && same } })
  }
}

/** `研发费用.高企@-1`: a figure of the year before the decision, whatever year that is. */
function relativeKey({ name, calibre, year }: FactSeen, onYear: number): string {
  return factKey(name, calibre ?? null, year === undefined ? null : year - onYear)
}

/** Where the answer tells nothing of a term, because the programme is refused: the facts that it would look at. */
function seenBySpec({ situation }: ColumnState, spec: TermSpec | undefined): FactSeen[] {
  return (spec?.slots ?? []).flatMap((index) => {
    const slot = situation.engine.tables.slots[index]
    if (!slot) return []
    const { fact, calibre, year } = slot
    return [
      {
        key: factKey(fact.name, calibre, year),
        name: fact.name,
        value: null,
        ...(calibre === null ? {} : { calibre }),
        ...(year === null ? {} : { year }),
      },
    ]
  })
}

function evidenceOf(item: Item | Term | undefined, lang: Lang): string | null {
  return item?.evidence ? inLang(item.evidence, lang) : null
}

const NO_FACTS = { uses: [], fresh: [] }

/** What a condition asks; of what is excluded, that it is excluded. */
function requirementOf({ kind, required }: Trace, lang: Lang): string | null {
  if (kind === 'not') return lang === 'zh' ? '否' : 'no'
  return required ?? null
}

/** An interval that stands for figures that are not known says nothing, unless it is of points. */
function told(value: string | undefined, facts: readonly FactSeen[]): string | null {
  if (value === undefined) return null
  const isOpen = value.includes('–') && !/分|point/.test(value) && facts.some((f) => f.value === null)
  return isOpen ? null : value
}

function conditionCell(trace: Trace | undefined): FormCell {
  if (!trace) return BLANK_CELL
  const [child] = trace.kind === 'not' ? trace.children : []
  const value = told((child ?? trace).actual, (child ?? trace).facts)
  return { ...BLANK_CELL, value, verdict: trace.verdict, matters: trace.matters }
}

function termCell(trace: TermTrace | undefined): FormCell {
  if (!trace) return BLANK_CELL
  const { of, verdict, points, amountFen, facts } = trace
  return { ...BLANK_CELL, value: told(of, facts), verdict, points, amountFen }
}
