import type { Readable } from 'node:stream'
import type { Level } from '@kehui/domain/insights/budget'
import type { Sheet, SheetColumn } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import { writeWorkbook } from '../assessments/workbook/write-workbook.js'
import type { Allocation, Budget } from './schema.js'

const TEXT = {
  zh: {
    costs: '分级分年',
    programmes: '按政策',
    shares: '分配结果',
    years: '分年度',
    benefit: '类别',
    programme: '政策',
    pack: '区域',
    level: '承担层级',
    year: '年度',
    certain: '确定（万元）',
    possible: '可能（万元）',
    met: '符合',
    open: '待确认',
    open_year: '时间未定',
    place: '序',
    name: '名称',
    code: '统一社会信用代码',
    where: '区划',
    score: '得分',
    since: '数据齐备日期',
    asked: '应付（万元）',
    paid: '安排（万元）',
    state: '结果',
    tied: '并列',
    due: '当年应付（万元）',
    carried: '往年结转（万元）',
    left: '结余（万元）',
  },
  en: {
    costs: 'By level and year',
    programmes: 'By programme',
    shares: 'Allocation',
    years: 'By year',
    benefit: 'Benefit',
    programme: 'Programme',
    pack: 'Region',
    level: 'Paid by',
    year: 'Year',
    certain: 'Certain (CNY 10,000)',
    possible: 'Possible (CNY 10,000)',
    met: 'Met',
    open: 'Open',
    open_year: 'No date yet',
    place: 'Place',
    name: 'Name',
    code: 'Social credit code',
    where: 'Place of registration',
    score: 'Score',
    since: 'Complete since',
    asked: 'Owed (CNY 10,000)',
    paid: 'Allocated (CNY 10,000)',
    state: 'Outcome',
    tied: 'Tied',
    due: 'Due (CNY 10,000)',
    carried: 'Carried over (CNY 10,000)',
    left: 'Left (CNY 10,000)',
  },
} as const

export const BENEFIT_WORDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  cash: { zh: '资金', en: 'Cash' },
  tax: { zh: '税收减免', en: 'Tax' },
  interest: { zh: '贴息', en: 'Interest' },
  credit: { zh: '授信额度', en: 'Credit' },
  equity: { zh: '股权投资', en: 'Equity' },
  voucher: { zh: '券', en: 'Voucher' },
  title: { zh: '称号', en: 'Title' },
  service: { zh: '服务', en: 'Service' },
}

export const LEVEL_WORDS: Readonly<Record<Level, Readonly<Record<Lang, string>>>> = {
  国家: { zh: '国家', en: 'Country' },
  省: { zh: '省级', en: 'Province' },
  市: { zh: '市级', en: 'City' },
  区: { zh: '区级', en: 'District' },
  open: { zh: '文件未写明', en: 'Not stated' },
}

export const STATE_WORDS: Readonly<
  Record<Allocation['shares'][number]['state'], Readonly<Record<Lang, string>>>
> = {
  paid: { zh: '足额', en: 'In full' },
  part: { zh: '部分', en: 'In part' },
  out: { zh: '未安排', en: 'Left out' },
}

const money = (title: string): SheetColumn => ({ title, width: 18, kind: 'money' })
const word = (title: string, width = 20): SheetColumn => ({ title, width, kind: 'text' })
const count = (title: string): SheetColumn => ({ title, width: 10, kind: 'number' })

function wan(fen: string): number {
  return Number(fen) / 1_000_000
}

/** Costs by level and year, and by programme; each kind of benefit for itself. */
export function budgetWorkbook({ kinds }: Budget, lang: Lang): Readable {
  const t = TEXT[lang]
  const costs: Sheet = {
    name: t.costs,
    columns: [word(t.benefit), word(t.level), word(t.year), money(t.certain), money(t.possible)],
    rows: kinds.flatMap(({ benefit, costs: all }) =>
      all.map(({ level, year, certainFen, possibleFen }) => [
        BENEFIT_WORDS[benefit]?.[lang] ?? benefit,
        LEVEL_WORDS[level][lang],
        year === null ? t.open_year : String(year),
        wan(certainFen),
        wan(possibleFen),
      ]),
    ),
  }
  const programmes: Sheet = {
    name: t.programmes,
    columns: [
      word(t.benefit),
      word(t.programme, 44),
      word(t.pack),
      count(t.met),
      count(t.open),
      money(t.certain),
      money(t.possible),
    ],
    rows: kinds.flatMap(({ benefit, programmes: all }) =>
      all.map(({ title, packTitle, met, open, certainFen, possibleFen }) => [
        BENEFIT_WORDS[benefit]?.[lang] ?? benefit,
        title,
        packTitle,
        met,
        open,
        wan(certainFen),
        wan(possibleFen),
      ]),
    ),
  }
  return writeWorkbook([costs, programmes])
}

/** Who is paid what, and who falls out. */
export function allocationWorkbook({ shares, years }: Allocation, lang: Lang): Readable {
  const t = TEXT[lang]
  const who: Sheet = {
    name: t.shares,
    columns: [
      count(t.place),
      word(t.name, 36),
      word(t.code, 22),
      word(t.where),
      count(t.score),
      word(t.since, 14),
      money(t.asked),
      money(t.paid),
      word(t.state, 10),
      word(t.tied, 8),
      ...years.map(({ year }) => money(`${year}`)),
    ],
    rows: shares.map((share) => [
      share.place,
      share.name,
      share.creditCode,
      share.where,
      share.score,
      share.since,
      wan(share.askedFen),
      wan(share.paidFen),
      STATE_WORDS[share.state][lang],
      share.tied ? t.tied : '',
      ...share.yearsFen.map(wan),
    ]),
  }
  const byYear: Sheet = {
    name: t.years,
    columns: [word(t.year), money(t.due), money(t.carried), money(t.paid), money(t.left)],
    rows: years.map(({ year, dueFen, carriedFen, paidFen, leftFen }) => [
      String(year),
      wan(dueFen),
      wan(carriedFen),
      wan(paidFen),
      wan(leftFen),
    ]),
  }
  return writeWorkbook(years.length > 0 ? [who, byYear] : [who])
}
