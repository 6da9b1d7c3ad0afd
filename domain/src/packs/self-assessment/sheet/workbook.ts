import type { Library } from '../../../rules/programme.js'
import { type DraftForm, draftForm, type FormAsk } from '../build.js'
import { Calculation } from '../formula/calculation.js'
import { type Formulas, writeProgramme } from '../formula/programme.js'
import type { Draft } from '../rows.js'
import type { FormCell } from '../schema.js'
import { CALCULATION_HEAD, calculationSheet } from './calculation-sheet.js'
import { inputCell, isTyped, validationOf } from './inputs.js'
import { address, FIRST, HEAD_ROWS, heightOf, placeRows, pointsIn, WIDE } from './layout.js'
import { columnName, type PlannedCell, type PlannedSheet, type Validation, type Workbook } from './plan.js'
import { amountText, gradeText, measureText, pointsText, verdictText } from './shown.js'
import { filled, type SheetText, sectionTitle, textsIn } from './texts.js'

/** The form as a workbook whose formulas compute what the interpreter does; null where there is no form. */
export function formWorkbook(library: Library, ask: FormAsk): Workbook | null {
  const draft = draftForm(library, ask)
  return draft && new Writer(draft).workbook()
}

class Writer {
  private readonly draft: DraftForm
  private readonly text: SheetText
  private readonly rows: (PlannedCell | null)[][] = []
  private readonly merges: string[] = []
  private readonly heights = new Map<number, number>()
  private readonly validations: Validation[] = []
  private readonly calculations: Calculation[]
  private readonly formulas: Formulas[]
  /** By column: the cell in which each figure is typed. */
  private readonly inputs: readonly ReadonlyMap<number, string>[]
  private readonly rowOfDraft: ReadonlyMap<Draft, number>
  private readonly width: number

  constructor(draft: DraftForm) {
    this.draft = draft
    this.text = textsIn(draft.form.lang)
    this.width = FIRST + draft.states.length * WIDE + 1
    this.rowOfDraft = placeRows(draft)
    this.calculations = draft.states.map((_, k) => {
      const at = 3 * k + 2
      return new Calculation([columnName(at), columnName(at + 1)], CALCULATION_HEAD + 1)
    })
    this.inputs = draft.states.map((_, k) => this.inputsIn(k))
    this.formulas = draft.states.map((state, k) =>
      writeProgramme(this.calculation(k), state.situation, state.bound, (slot) => this.inputs[k]?.get(slot)),
    )
  }

  private calculation(k: number): Calculation {
    const found = this.calculations[k]
    if (!found) throw new Error(`There is no column ${k}`)
    return found
  }

  private inputsIn(k: number): Map<number, string> {
    const inputs = new Map<number, string>()
    for (const [draft, row] of this.rowOfDraft) {
      const index = draft.slots?.[k]
      const slot = this.draft.facts.slot(k, index)
      if (index !== undefined && slot && isTyped(slot))
        inputs.set(index, `'${this.text.form}'!${address(k, 0, row)}`)
    }
    return inputs
  }

  workbook(): Workbook {
    this.head()
    for (const [i, { kind, drafts }] of this.draft.sections.entries()) {
      this.band(sectionTitle(this.text, kind, i))
      for (const draft of drafts) this.row(draft)
    }
    this.signature()
    return { sheets: [this.formSheet(), calculationSheet(this.draft.form, this.calculations, this.text)] }
  }

  private push(cells: (PlannedCell | null)[], height?: number): number {
    this.rows.push(Array.from({ length: this.width }, (_, i) => cells[i] ?? null))
    if (height !== undefined) this.heights.set(this.rows.length, height)
    return this.rows.length
  }

  private wide(cell: PlannedCell, height?: number): void {
    const row = this.push(
      [cell, ...Array.from({ length: this.width - 1 }, () => ({ style: cell.style }))],
      height,
    )
    this.merges.push(`A${row}:${columnName(this.width)}${row}`)
  }

  private head(): void {
    const { form } = this.draft
    const { document, number } = form.document
    const basis = number === undefined ? document : `${document}（${number}）`
    this.wide({ style: 'title', value: form.title }, 34)
    const names = [
      filled(this.text.company, { name: form.subject.name }),
      filled(this.text.document, { document: basis }),
    ]
    this.wide({ style: 'note', value: names.join('　　') }, 20)
    this.wide({ style: 'note', value: [form.note, this.text.legend].filter(Boolean).join(' ') }, 34)
    const { clause, item, requirement, evidence, source, value, outcome } = this.text
    const head = (text: string): PlannedCell => ({ style: 'head', value: text })
    const names4 = form.columns.flatMap((c) => {
      const name = c.inForce ? c.name : filled(this.text.notInForce, { name: c.name })
      return [head(`${name}\n${c.on}`), head('')]
    })
    this.push([head(clause), head(item), head(requirement), ...names4, head(evidence), head(source)], 34)
    this.push([
      head(''),
      head(''),
      head(''),
      ...form.columns.flatMap(() => [head(value), head(outcome)]),
      head(''),
      head(''),
    ])
    for (const [k] of form.columns.entries())
      this.merges.push(`${address(k, 0, 4)}:${address(k, 1, 4)}`.replaceAll('$', ''))
    for (const at of [1, 2, 3, this.width - 1, this.width])
      this.merges.push(`${columnName(at)}4:${columnName(at)}5`)
  }

  private band(title: string): void {
    this.wide({ style: 'section', value: title }, 22)
  }

  private row(draft: Draft): void {
    const { row } = draft
    const { text } = this
    const at = this.rows.length + 1
    const joins = row.joins ? text[row.joins] : ''
    const unit = row.fact?.unit ? `（${row.fact.unit}）` : ''
    const isGroup = row.joins !== null || row.kind === 'total' || row.kind === 'verdict'
    const requirement = [
      row.required,
      row.table.map(({ when, gives }) => `${when}：${gives}`).join('；') || null,
      row.kind === 'term' && row.max && row.table.length === 0 ? filled(text.max, { max: row.max }) : null,
      row.uses.length > 0 ? filled(text.uses, { names: row.uses.join(text.separator) }) : null,
    ].filter(Boolean)
    this.push(
      [
        { style: 'text', value: row.cite?.article ?? '' },
        { style: isGroup ? 'group' : 'label', value: `${row.label}${unit}${joins}`, indent: row.depth },
        { style: 'text', value: requirement.join('\n') },
        ...row.cells.flatMap((cell, k) => this.pair(draft, cell, k, at)),
        { style: 'text', value: row.evidence ?? '' },
        { style: 'text', value: this.sourceText(row.cells) },
      ],
      heightOf([row.label + unit + joins, requirement.join('\n'), row.evidence ?? '']),
    )
  }

  private sourceText(cells: readonly FormCell[]): string {
    const { columns } = this.draft.form
    const told = cells.flatMap(({ source, observedAt, supposed }, k) => {
      const from = supposed
        ? this.text.supposed
        : [source, observedAt?.slice(0, 10)].filter(Boolean).join(' ')
      return from === '' ? [] : [{ from, name: columns[k]?.name ?? '' }]
    })
    const distinct = new Set(told.map(({ from }) => from))
    if (distinct.size < 2) return told[0]?.from ?? ''
    return told.map(({ from, name }) => `${name}：${from}`).join('\n')
  }

  /** A column's value and what it comes to. */
  private pair(draft: Draft, cell: FormCell, k: number, at: number): [PlannedCell, PlannedCell] {
    const { row } = draft
    const empty: PlannedCell = { style: 'number' }
    switch (row.kind) {
      case 'fact':
        return [this.input(draft, cell, k, at), empty]
      case 'condition': {
        const check = draft.checks?.[k]
        if (!check) return [empty, empty]
        const verdict = verdictText(this.formula(k).truth(check.cond), this.text)
        return [
          this.measure(draft, cell, k),
          this.shown(k, row.label, verdict, 'verdict', this.verdictIn(cell)),
        ]
      }
      case 'term': {
        const term = draft.terms?.[k]
        if (!term) return [empty, empty]
        const rails = this.formula(k).rails(term.num)
        return [
          this.measure(draft, cell, k),
          term.dimension === '分'
            ? this.shown(k, row.label, pointsText(rails), 'points', pointsIn(cell))
            : this.shown(k, row.label, measureText(rails, term.dimension).formula, 'money'),
        ]
      }
      default:
        return [empty, this.result(row.kind, cell, k)]
    }
  }

  private input(draft: Draft, cell: FormCell, k: number, at: number): PlannedCell {
    const slot = this.draft.facts.slot(k, draft.slots?.[k])
    const state = this.draft.states[k]
    if (!slot || !state) return { style: 'number' }
    if (!isTyped(slot)) return { style: 'text', value: cell.value ?? '' }
    this.validations.push(
      ...validationOf(slot, address(k, 0, at).replaceAll('$', ''), this.text, this.draft.form.lang),
    )
    return inputCell(slot, state.situation.known[slot.index], this.draft.form.lang)
  }

  /** What a condition measures or a table looks up. */
  private measure({ checks, terms, row }: Draft, cell: FormCell, k: number): PlannedCell {
    const [check, term] = [checks?.[k], terms?.[k]]
    const left = check?.kind === 'not' ? check.children[0]?.left : check?.left
    if (left?.kind === 'slot') {
      const input = this.inputs[k]?.get(left.slot)
      return input === undefined
        ? { style: 'text', value: cell.value ?? '' }
        : this.shown(
            k,
            row.label,
            `IF(ISBLANK(${input}),"",${input})`,
            this.styleOf(k, left.slot),
            cell.value,
          )
    }
    const of = left?.kind === 'number' ? left : term?.of
    if (!of || (row.joins !== null && !term?.of)) return { style: 'number' }
    const { formula, style } = measureText(this.formula(k).rails(of.num), of.dimension)
    return this.shown(k, row.label, formula, style, cell.value)
  }

  private styleOf(k: number, slot: number): PlannedCell['style'] {
    return this.draft.facts.slot(k, slot)?.fact.type === 'date' ? 'date' : 'number'
  }

  private result(kind: string, cell: FormCell, k: number): PlannedCell {
    const { verdict, score, amount, rails } = this.formula(k)
    const bound = this.draft.states[k]?.bound
    if (kind === 'total' && score) return this.shown(k, kind, pointsText(score), 'total', pointsIn(cell))
    if (kind === 'amount' && amount)
      return this.shown(k, kind, amountText(amount, verdict, bound?.pay?.upper ?? false, this.text), 'total')
    if (kind === 'grade' && bound?.grade) {
      const { grade } = bound
      const names = gradeText(this.calculation(k), rails(grade.of), grade, this.text)
      return this.shown(k, kind, names, 'total', cell.value)
    }
    return this.shown(k, kind, verdictText(verdict, this.text), 'total', this.verdictIn(cell))
  }

  private formula(k: number): Formulas {
    const found = this.formulas[k]
    if (!found) throw new Error(`There is no column ${k}`)
    return found
  }

  /** Computed on the sheet of the calculation, and shown in the form. */
  private shown(
    k: number,
    label: string,
    formula: string,
    style: PlannedCell['style'],
    value?: string | number | null,
  ): PlannedCell {
    const { sure } = this.calculation(k).truths(`→ ${label}`, formula, '')
    return {
      style,
      formula: `'${this.text.calculation}'!${sure}`,
      ...(value === undefined || value === null ? {} : { value }),
    }
  }

  private verdictIn({ verdict }: FormCell): string {
    return verdict === null ? '' : this.text[verdict]
  }

  private signature(): void {
    const { preparer, head, date, seal } = this.text
    this.push([], 12)
    const line = (left: string, right: string) => {
      const row = this.push([{ style: 'line', value: left }], 30)
      const middle = columnName(FIRST)
      this.rows[row - 1]?.splice(FIRST - 1, 1, { style: 'line', value: right })
      this.merges.push(
        `A${row}:${columnName(FIRST - 1)}${row}`,
        `${middle}${row}:${columnName(this.width)}${row}`,
      )
    }
    line(preparer, head)
    line(date, seal)
  }

  private formSheet(): PlannedSheet {
    return {
      name: this.text.form,
      widths: [13, 34, 32, ...this.draft.states.flatMap(() => [15, 11]), 22, 22],
      rows: this.rows,
      heights: this.heights,
      merges: this.merges,
      validations: this.validations,
      frozen: { rows: HEAD_ROWS, columns: 2 },
      repeated: [4, HEAD_ROWS],
      footer: this.text.page,
    }
  }
}
