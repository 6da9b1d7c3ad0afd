import {
  type FormCell,
  type FormColumn,
  type FormRow,
  formTexts,
  type SelfAssessment,
  sectionTitle,
} from '@kehui/domain/packs/self-assessment'
import { amountRange, pointsRange } from './numbers.js'

type Texts = ReturnType<typeof formTexts>

const MORE = {
  zh: {
    company: '填报单位',
    document: '依据',
    made: '填报日期',
    issuer: '发文机关',
    proof: '佐证材料／数据来源',
    open: '尚待确认',
    missing: '{name}：还缺 {facts}',
    judged: '{name}：由专家评定 {facts}',
    page: '第 {page} 页　共 {pages} 页',
    footer: '{programme}　规则版本 {version}　由科惠测算，以主管部门认定为准',
    note: '空白表示还不知道，不等于零：结论为“待确认”，得分为可能的区间。',
    total: '{points} 分',
    joiner: '、',
  },
  en: {
    company: 'Applicant',
    document: 'Basis',
    made: 'Prepared on',
    issuer: 'Issued by',
    proof: 'Evidence / source',
    open: 'Still open',
    missing: '{name}: wants {facts}',
    judged: '{name}: experts decide {facts}',
    page: 'Page {page} of {pages}',
    footer: '{programme}   rule {version}   Computed by Kehui; the department decides',
    note: 'Blank means not known, which is not zero: the result is then open and points are the range that is possible.',
    total: '{points} points',
    joiner: ', ',
  },
} as const

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** What the template shows, all of it plain text. */
export function pdfData(form: SelfAssessment, labelOf: (key: string) => string) {
  const texts = formTexts(form.lang)
  const more = MORE[form.lang]
  const { document, number } = form.document
  const basis = number === undefined ? document : `${document}（${number}）`
  const { columns } = form
  return {
    lang: form.lang,
    title: form.title,
    company: form.subject.name,
    facts: [
      [more.company, form.subject.name],
      [more.document, basis],
      [more.issuer, form.issuer ?? '—'],
      [more.made, columns.at(-1)?.on ?? ''],
    ],
    columns: columns.map((column) => summaryOf(column, form, texts)),
    heads: {
      clause: texts.clause,
      item: texts.item,
      requirement: texts.requirement,
      value: texts.value,
      outcome: texts.outcome,
      proof: more.proof,
      open: more.open,
    },
    sections: form.sections.map(({ kind, rows }, i) => ({
      title: sectionTitle(texts, kind, i),
      rows: joinedRows(rows).map((row) => rowData(row, form, texts)),
    })),
    open: columns.flatMap((column) => openLines(column, more, labelOf)),
    note: [form.note, more.note].filter(Boolean).join(' '),
    page: more.page,
    footer: filled(more.footer, { programme: form.programme, version: form.version.slice(0, 12) }),
    signature: [texts.preparer, texts.head, texts.date, texts.seal],
  }
}

function summaryOf(column: FormColumn, { lang }: SelfAssessment, texts: Texts) {
  const { verdict, points, amountFen, grades, inForce, name } = column
  const parts = [
    points && filled(MORE[lang].total, { points: pointsRange(points) }),
    grades?.join(MORE[lang].joiner),
    amountFen && amountRange(amountFen),
  ]
  return {
    name: `${name}　${column.on}`,
    verdict: texts[verdict],
    tone: verdict,
    total: parts.filter(Boolean).join('　'),
    note: inForce ? '' : filled(texts.notInForce, { name }),
  }
}

function openLines(
  { name, missing, judged }: FormColumn,
  more: (typeof MORE)['zh' | 'en'],
  labelOf: (key: string) => string,
): string[] {
  const line = (text: string, keys: readonly string[]) =>
    keys.length > 0 ? [filled(text, { name, facts: keys.map(labelOf).join(more.joiner) })] : []
  return [...line(more.missing, missing), ...line(more.judged, judged)]
}

function rowData(row: FormRow, form: SelfAssessment, texts: Texts) {
  const joins = row.joins ? texts[row.joins] : ''
  const required = [
    row.required,
    row.table.map(({ when, gives }) => `${when}：${gives}`).join('；') || null,
    row.kind === 'term' && row.max && row.table.length === 0 ? filled(texts.max, { max: row.max }) : null,
  ].filter(Boolean)
  return {
    kind: row.kind,
    depth: row.depth,
    clause: row.cite?.article ?? '',
    label: `${row.label}${joins}`,
    strong: row.kind === 'total' || row.kind === 'verdict' || (row.depth === 0 && row.kind !== 'fact'),
    required: required.join('\n'),
    cells: row.cells.map((cell) => cellData(row, cell, texts)),
    proof: proofOf(row, form, texts),
  }
}

function cellData({ kind }: FormRow, cell: FormCell, texts: Texts) {
  const { verdict, matters, points, amountFen, value } = cell
  if (kind === 'condition' || kind === 'verdict') {
    const tone = verdict === null ? 'plain' : matters || verdict === 'yes' ? verdict : 'moot'
    return { value: value ?? '', outcome: verdict === null ? '' : texts[verdict], tone }
  }
  if (kind === 'grade') return { value: '', outcome: value ?? '', tone: 'plain' }
  const outcome = points ? pointsRange(points) : amountFen ? amountRange(amountFen) : ''
  return { value: value ?? '', outcome, tone: 'plain' }
}

/** On paper a condition on a single figure needs one row: the figure's own would say the same again. */
function joinedRows(rows: readonly FormRow[]): FormRow[] {
  const joined: FormRow[] = []
  for (const row of rows) {
    const above = joined.at(-1)
    if (row.alone && above)
      joined[joined.length - 1] = {
        ...above,
        evidence: above.evidence ?? row.evidence,
        cells: above.cells.map((cell, k) => ({ ...cell, ...sourceOf(row.cells[k]) })),
      }
    else joined.push(row)
  }
  return joined
}

function sourceOf(cell: FormCell | undefined): Partial<FormCell> {
  return cell
    ? { value: cell.value, source: cell.source, observedAt: cell.observedAt, supposed: cell.supposed }
    : {}
}

/** The papers, and where the figures come from. */
function proofOf({ evidence, cells }: FormRow, { columns }: SelfAssessment, texts: Texts): string {
  const sources = cells.flatMap(({ source, observedAt, supposed }, k) => {
    const from = supposed ? texts.supposed : [source, observedAt?.slice(0, 10)].filter(Boolean).join(' ')
    return from === '' ? [] : [{ from, name: columns[k]?.name ?? '' }]
  })
  const distinct = new Set(sources.map(({ from }) => from))
  const told = distinct.size < 2 ? [...distinct] : sources.map(({ from, name }) => `${name}：${from}`)
  return [evidence, ...told].filter(Boolean).join('\n')
}
