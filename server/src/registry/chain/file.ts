import type { Readable } from 'node:stream'
import type { Sheet } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import { writeWorkbook } from '../../assessments/workbook/write-workbook.js'
import type { ChainRow, ChainTable } from './schema.js'

type Column = readonly [zh: string, en: string, width: number]

const COLUMNS: readonly Column[] = [
  ['环节', 'Stage', 18],
  ['产品或行业', 'Product or industry', 30],
  ['本地企业数', 'Companies here', 12],
  ['外地企业数', 'Companies elsewhere', 12],
  ['所在地不详的企业数', 'Companies, place unknown', 12],
  ['本地成果数', 'Achievements here', 12],
  ['本地专家数', 'Experts here', 12],
  ['缺少', 'Lacking', 20],
  ['本地需求企业数', 'Companies here that need it', 14],
]

const WORDS = {
  zh: {
    sheet: '产业链',
    focus: '本环节',
    up: '上游第 {n} 级',
    down: '下游第 {n} 级',
    kinds: '细分第 {n} 级',
    wider: '所属第 {n} 级',
    makers: '企业',
    works: '成果',
    experts: '专家',
    joiner: '、',
  },
  en: {
    sheet: 'Chain',
    focus: 'This link',
    up: 'Upstream {n}',
    down: 'Downstream {n}',
    kinds: 'Kinds {n}',
    wider: 'Part of {n}',
    makers: 'companies',
    works: 'achievements',
    experts: 'experts',
    joiner: ', ',
  },
} as const

/** The list as a workbook. */
export function chainWorkbook(table: ChainTable, lang: Lang): Readable {
  const words = WORDS[lang]
  const titles = new Map(table.stages.map((stage) => [stage.key, stageTitle(stage, lang)]))
  const sheet: Sheet = {
    name: words.sheet,
    columns: COLUMNS.map(([zh, en, width], i) => ({
      title: lang === 'zh' ? zh : en,
      width,
      kind: i < 2 || i === 7 ? 'text' : 'number',
    })),
    rows: table.rows.map((row) => cellsOf(row, titles.get(row.stage) ?? '', words)),
  }
  return writeWorkbook([sheet])
}

function cellsOf(row: ChainRow, stage: string, words: (typeof WORDS)[Lang]): (string | number)[] {
  const lacking = row.lacking.map((aspect) => words[aspect]).join(words.joiner)
  const { name, local, elsewhere, unknown, localWorks, localExperts, wantedBy } = row
  return [stage, name, local, elsewhere, unknown, localWorks, localExperts, lacking, wantedBy]
}

function stageTitle({ direction, steps, part }: ChainTable['stages'][number], lang: Lang): string {
  if (part !== null) return part.name
  const words = WORDS[lang]
  return direction === null ? words.focus : words[direction].replace('{n}', String(steps))
}
