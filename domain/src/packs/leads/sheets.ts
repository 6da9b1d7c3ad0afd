import type { Lang } from '../../shared/text.js'
import { type Sheet, type SheetColumn, type SheetValue, sheetNames } from '../cultivation/sheets.js'
import { LEAD_WORDS, type LeadKind } from './words.js'

/** One line of a list, in words. */
export interface LeadRow {
  readonly name: string
  readonly creditCode: string | null
  readonly place: string | null
  readonly owner: string | null
  readonly leastFen: string | null
  readonly mostFen: string | null
  /** Why it is excluded; empty for a lead. */
  readonly reasons: string
  /** What it rests on, with who said so. */
  readonly basis: string
  readonly inputHash: string
}

export interface LeadFile {
  readonly kind: LeadKind
  /** About the list: what is said, and what it is. */
  readonly about: readonly (readonly [label: string, text: string])[]
  readonly leads: readonly LeadRow[]
  readonly excluded: readonly LeadRow[]
  readonly lang: Lang
}

const TEXT = {
  zh: {
    about: '说明',
    leads: '线索',
    excluded: '剔除',
    item: '项目',
    content: '内容',
    state: '性质',
    name: '名称',
    code: '统一社会信用代码',
    place: '区划',
    owner: '所属单位',
    least: '金额（万元）',
    most: '最高金额（万元）',
    reasons: '剔除原因',
    basis: '依据的登记数据',
    hash: '输入校验码',
  },
  en: {
    about: 'About',
    leads: 'Leads',
    excluded: 'Excluded',
    item: 'Item',
    content: 'Content',
    state: 'Standing',
    name: 'Name',
    code: 'Social credit code',
    place: 'Place',
    owner: 'Owner',
    least: 'Amount (CNY 10,000)',
    most: 'At most (CNY 10,000)',
    reasons: 'Why excluded',
    basis: 'Register data it rests on',
    hash: 'Hash of the input',
  },
} as const

/** What the list is, who is on it, and who is excluded and why. */
export function leadSheets(file: LeadFile): Sheet[] {
  const t = TEXT[file.lang]
  const [about = '', leads = '', excluded = ''] = sheetNames([t.about, t.leads, t.excluded])
  return [
    {
      name: about,
      columns: [
        { title: t.item, width: 22, kind: 'text' },
        { title: t.content, width: 80, kind: 'text' },
      ],
      rows: file.about,
    },
    { name: leads, columns: leadColumns(file.lang), rows: file.leads.map((row) => leadCells(file, row)) },
    {
      name: excluded,
      columns: [...who(file.lang), { title: t.reasons, width: 60, kind: 'text' }, ...grounds(file.lang)],
      rows: file.excluded.map((row) => [...whoCells(row), row.reasons, row.basis, row.inputHash]),
    },
  ]
}

function who(lang: Lang): SheetColumn[] {
  const t = TEXT[lang]
  return [
    { title: t.name, width: 36, kind: 'text' },
    { title: t.code, width: 22, kind: 'text' },
    { title: t.place, width: 22, kind: 'text' },
    { title: t.owner, width: 30, kind: 'text' },
  ]
}

function grounds(lang: Lang): SheetColumn[] {
  const t = TEXT[lang]
  return [
    { title: t.basis, width: 70, kind: 'text' },
    { title: t.hash, width: 24, kind: 'text' },
  ]
}

export function leadColumns(lang: Lang): SheetColumn[] {
  const t = TEXT[lang]
  return [
    { title: t.state, width: 12, kind: 'text' },
    ...who(lang),
    { title: t.least, width: 14, kind: 'money' },
    { title: t.most, width: 14, kind: 'money' },
    ...grounds(lang),
  ]
}

function whoCells({ name, creditCode, place, owner }: LeadRow): SheetValue[] {
  return [name, creditCode, place, owner]
}

export function leadCells({ kind, lang }: Pick<LeadFile, 'kind' | 'lang'>, row: LeadRow): SheetValue[] {
  const wan = (fen: string | null) => (fen === null ? null : Number(fen) / 1_000_000)
  return [
    LEAD_WORDS[kind][lang],
    ...whoCells(row),
    wan(row.leastFen),
    wan(row.mostFen),
    row.basis,
    row.inputHash,
  ]
}
