import type { Programme } from '../../rules/programme.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { ColumnState } from './columns.js'
import { BLANK_CELL, type Draft, rowOf } from './rows.js'
import type { FormCell, FormRow } from './schema.js'

const LABELS = {
  total: { zh: '合计得分', en: 'Total' },
  grade: { zh: '等次', en: 'Grade' },
  amount: { zh: '测算金额', en: 'Amount' },
  verdict: { zh: '自评结论', en: 'Result' },
}

/** What the form comes to: the total, the grade, the amount and the verdict. */
export function resultRows(programme: Programme, states: readonly ColumnState[], lang: Lang): Draft[] {
  const row = (kind: keyof typeof LABELS, cellOf: (state: ColumnState) => Partial<FormCell>): Draft => ({
    row: rowOf({
      id: `result.${kind}`,
      kind: kind as FormRow['kind'],
      label: inLang(LABELS[kind], lang),
      cells: states.map((state) => ({ ...BLANK_CELL, ...cellOf(state) })),
    }),
  })
  return [
    ...(programme.points.size > 0 ? [row('total', ({ result }) => ({ points: result.points }))] : []),
    ...(programme.grade
      ? [row('grade', ({ result }) => ({ value: result.grades?.join(lang === 'zh' ? '、' : ', ') ?? null }))]
      : []),
    ...(programme.pay ? [row('amount', ({ result }) => ({ amountFen: result.amountFen }))] : []),
    row('verdict', ({ result }) => ({ verdict: result.verdict })),
  ]
}
