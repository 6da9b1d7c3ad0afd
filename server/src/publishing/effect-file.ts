import { PARTS, type Reason, type Standing } from '@kehui/domain/packs/compare'
import type { Lang } from '@kehui/domain/shared'
import { textCsv, textXlsx, yuanText } from '../text-table/text-table.js'
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

/** For whom something changes. */
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
  const { min, max } = side.amountFen
  return min === max ? yuanText(min) : `${yuanText(min)}–${yuanText(max)}`
}

export function effectXlsx(rows: readonly EffectRow[], lang: Lang): Promise<Buffer> {
  return textXlsx(tableOf(rows, lang), [30, 22, 12, 16, 12, 16, 60, 60])
}

export function effectCsv(rows: readonly EffectRow[], lang: Lang): string {
  return textCsv(tableOf(rows, lang))
}
