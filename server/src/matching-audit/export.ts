import { Readable } from 'node:stream'
import type { Rate } from '@kehui/domain/insights/matching-quality'
import type { Sheet, SheetValue } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import { writeWorkbook } from '../assessments/workbook/write-workbook.js'
import { csvLine } from '../http/csv.js'
import type { AuditGroup, MatchingAudit } from './schema.js'

const TEXT = {
  zh: {
    by: '分组',
    name: '名称',
    proposed: '发起对接',
    agreed: '双方同意',
    met: '见面',
    signed: '签约',
    fitted: '匹配正确',
    of: '其中结果明确',
    share: '比例',
    low: '下限 95%',
    high: '上限 95%',
    few: '样本少',
    all: '合计',
    kinds: '按供给方类型',
    counties: '按需求方县区',
    ages: '按发起时间',
    outcomes: '对接结果',
    precision: '前几名的准确率',
    first: '前 {k} 名',
    count: '次数',
    yes: '是',
  },
  en: {
    by: 'Group',
    name: 'Name',
    proposed: 'Proposed',
    agreed: 'Both agreed',
    met: 'Met',
    signed: 'Signed',
    fitted: 'Right match',
    of: 'With an outcome that tells',
    share: 'share',
    low: 'low 95 %',
    high: 'high 95 %',
    few: 'Few',
    all: 'All',
    kinds: 'By kind of provider',
    counties: 'By county of the need',
    ages: 'By age',
    outcomes: 'Outcomes',
    precision: 'Precision of the first',
    first: 'First {k}',
    count: 'Count',
    yes: 'yes',
  },
} as const

const RATES = ['agreed', 'met', 'signed', 'fitted'] as const

function headOf(t: (typeof TEXT)[Lang]): string[] {
  return [
    t.by,
    t.name,
    t.proposed,
    ...RATES.flatMap((rate) => [
      t[rate],
      ...(rate === 'fitted' ? [t.of] : []),
      ...[t.share, t.low, t.high].map((word) => `${t[rate]} ${word}`),
    ]),
    t.few,
  ]
}

function rowsOf(audit: MatchingAudit, t: (typeof TEXT)[Lang]): SheetValue[][] {
  const row = (by: string, { label, proposed, ...rates }: Omit<AuditGroup, 'key'>): SheetValue[] => [
    by,
    label,
    proposed,
    ...RATES.flatMap((name) => {
      const rate = rates[name]
      return [rate.count, ...(name === 'fitted' ? [rate.of] : []), ...sharesOf(rate)]
    }),
    rates.agreed.few ? t.yes : '',
  ]
  return [
    row(t.all, { ...audit.total, label: t.all }),
    ...audit.kinds.map((group) => row(t.kinds, group)),
    ...audit.counties.map((group) => row(t.counties, group)),
    ...audit.ages.map((group) => row(t.ages, group)),
  ]
}

function sharesOf({ share, low, high }: Rate): (number | null)[] {
  return [share, low, high].map((value) => (value === null ? null : Math.round(value * 1e4) / 1e4))
}

/** The audit as a workbook: rates by group, precision, outcomes. */
export function auditWorkbook(audit: MatchingAudit, lang: Lang): Readable {
  const t = TEXT[lang]
  const sheets: Sheet[] = [
    sheet(lang === 'zh' ? '各组比例' : 'Rates', headOf(t), rowsOf(audit, t)),
    sheet(
      t.precision,
      [t.name, t.fitted, t.of, t.share, t.low, t.high, t.few],
      audit.precision.map(({ k, rate }) => [
        t.first.replace('{k}', String(k)),
        rate.count,
        rate.of,
        ...sharesOf(rate),
        rate.few ? t.yes : '',
      ]),
    ),
    sheet(
      t.outcomes,
      [t.name, t.count],
      audit.outcomes.map(({ label, count }) => [label, count]),
    ),
  ]
  return writeWorkbook(sheets)
}

function sheet(name: string, head: readonly string[], rows: readonly SheetValue[][]): Sheet {
  return {
    name,
    columns: head.map((title, i) => ({
      title,
      width: i < 2 ? 20 : 12,
      kind: rows.some((row) => typeof row[i] === 'number') ? 'number' : 'text',
    })),
    rows,
  }
}

/** The rates by group as CSV. */
export function auditCsv(audit: MatchingAudit, lang: Lang): Readable {
  const t = TEXT[lang]
  // The mark tells spreadsheets that this is UTF-8.
  return Readable.from([`\uFEFF${csvLine(headOf(t))}`, ...rowsOf(audit, t).map((row) => csvLine(row))])
}
