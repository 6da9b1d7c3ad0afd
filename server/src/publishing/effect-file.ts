import { PARTS, type Reason, type Standing } from '@kehui/domain/packs/compare'
import type { Lang } from '@kehui/domain/shared'
import writeXlsxFile from 'write-excel-file/node'
import type { EffectRow } from './schema.js'

const TEXT = {
  zh: {
    columns: ['名称', '所在地', '现在', '现在金额（元）', '发布后', '发布后金额（元）', '原因', '其他政策'],
    yes: '符合',
    no: '不符合',
    unknown: '待确认',
    none: '无此政策',
    actual: '企业',
    nothing: '（无）',
  },
  en: {
    columns: [
      'Name',
      'Place',
      'Now',
      'Amount now (yuan)',
      'Then',
      'Amount then (yuan)',
      'Why',
      'Other programmes',
    ],
    yes: 'Yes',
    no: 'No',
    unknown: 'Open',
    none: 'No such programme',
    actual: 'has',
    nothing: '(none)',
  },
} as const

/** For whom something changes, as a table of texts: no cell of it can run as a formula. */
function tableOf(rows: readonly EffectRow[], lang: Lang): string[][] {
  const words = TEXT[lang]
  const verdict = (side: Standing | null) => (side === null ? words.none : words[side.verdict])
  const why = ({ part, what, before, after, actual, clause }: Reason) => {
    const own = actual === null ? '' : `（${words.actual} ${actual}）`
    const cited = clause === null ? '' : `（${clause}）`
    const name = what === '' ? PARTS[part].name[lang] : what
    return `${name}${cited}：${before ?? words.nothing} → ${after ?? words.nothing}${own}`
  }
  return [
    [...words.columns],
    ...rows.map(({ name, place, before, after, because, others }) => [
      name,
      place ?? '',
      verdict(before),
      yuan(before),
      verdict(after),
      yuan(after),
      because.map(why).join('；'),
      others
        .map(
          (o) => `${o.title}：${verdict(o.before)} ${yuan(o.before)} → ${verdict(o.after)} ${yuan(o.after)}`,
        )
        .join('；'),
    ]),
  ]
}

function yuan(side: Standing | null): string {
  if (!side?.amountFen) return ''
  const one = (fen: string) => {
    const [whole, part] = [BigInt(fen) / 100n, BigInt(fen) % 100n]
    return part === 0n ? `${whole}` : `${whole}.${String(part).padStart(2, '0')}`
  }
  const { min, max } = side.amountFen
  return min === max ? one(min) : `${one(min)}–${one(max)}`
}

export async function effectXlsx(rows: readonly EffectRow[], lang: Lang): Promise<Buffer> {
  const [head = [], ...body] = tableOf(rows, lang)
  const text = (value: string) => ({ value, type: String })
  const data = [
    head.map((value) => ({ ...text(value), fontWeight: 'bold' as const })),
    ...body.map((line) => line.map(text)),
  ]
  const columns = [30, 22, 12, 16, 12, 16, 60, 60].map((width) => ({ width }))
  return writeXlsxFile(data, { columns, stickyRowsCount: 1 }).toBuffer()
}

/** With a byte-order mark, without which spreadsheets take UTF-8 for something else. */
export function effectCsv(rows: readonly EffectRow[], lang: Lang): string {
  const lines = tableOf(rows, lang).map((line) => line.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A spreadsheet runs what begins like a formula; an apostrophe makes it a text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
