import type { Library, Programme } from '../../rules/programme.js'
import type { Verdict } from '../../rules/result.js'
import { inLang, type Lang } from '../../shared/text.js'
import type { Cell } from '../package/cells.js'
import { isCultivable } from './closeness.js'
import { columnsOn, deadlineOf } from './columns.js'
import { type Company, type ListText, listTexts } from './sheet-text.js'
import { keyWords, missingWords, nearestWords, VERDICT_WORDS } from './words.js'

export type { Company } from './sheet-text.js'

export type SheetValue = string | number | null

export interface SheetColumn {
  readonly title: string
  /** In characters. */
  readonly width: number
  /** `money` in 万元 as a number; `date` as `2026-11-24`. */
  readonly kind: 'text' | 'money' | 'number' | 'date'
}

export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<readonly SheetValue[]>
}

export interface CultivationList {
  readonly on: string
  readonly lang: Lang
  readonly companies: readonly Company[]
  /** In the order of the sheets. */
  readonly programmes: readonly Programme[]
  /** All, or only those who do not meet a programme yet and are within reach of it. */
  readonly rows: 'all' | 'cultivable'
}

/** The workbook of a cultivation list: an overview, the companies in sum, and a sheet for each programme. */
export function cultivationSheets(library: Library, list: CultivationList): Sheet[] {
  const texts = listTexts(list.lang)
  const names = sheetNames([
    texts.overview,
    texts.companies,
    ...list.programmes.map(({ title }) => inLang(title, list.lang)),
  ])
  const [overview = '', companies = '', ...others] = names
  const sheets = list.programmes.map((programme, i) =>
    programmeSheet(library, list, programme, others[i] ?? programme.id),
  )
  return [
    overviewSheet(library, list, overview),
    companySheet(library, list, companies),
    ...sheets.filter(({ isEmpty }) => !isEmpty),
  ]
}

interface Counted extends Readonly<Record<Verdict, number>> {
  readonly cultivable: number
}

function countOf({ companies }: CultivationList, id: string): Counted {
  const counts = { yes: 0, unknown: 0, no: 0, cultivable: 0 }
  for (const { cells } of companies) {
    const cell = cells[id]
    if (!cell) continue
    counts[cell.verdict] += 1
    if (isCultivable(cell)) counts.cultivable += 1
  }
  return counts
}

function overviewSheet(library: Library, list: CultivationList, name: string): Sheet {
  const { lang, on } = list
  const t = listTexts(lang)
  const columns: SheetColumn[] = [
    { title: t.programme, width: 36, kind: 'text' },
    { title: t.region, width: 20, kind: 'text' },
    { title: t.mode, width: 10, kind: 'text' },
    ...[t.cultivable, t.met, t.open, t.unmet].map((title) => ({ title, width: 10, kind: 'number' as const })),
    { title: t.deadline, width: 12, kind: 'date' },
    { title: t.department, width: 36, kind: 'text' },
    { title: t.phone, width: 18, kind: 'text' },
    { title: t.document, width: 44, kind: 'text' },
  ]
  const rows = list.programmes.map((programme) => {
    const { cultivable, yes, unknown, no } = countOf(list, programme.id)
    const pack = library.packs.get(programme.pack)
    const contact = contactOf(library, programme, on, lang)
    return [
      inLang(programme.title, lang),
      pack ? inLang(pack.title, lang) : programme.pack,
      t.modes[programme.mode],
      cultivable,
      yes,
      unknown,
      no,
      contact.deadline,
      contact.name,
      contact.phone,
      [programme.source.document, programme.source.number].filter(Boolean).join(' '),
    ]
  })
  return { name, columns, rows }
}

function companySheet(
  library: Library,
  { companies, lang, programmes }: CultivationList,
  name: string,
): Sheet {
  const t = listTexts(lang)
  const columns: SheetColumn[] = [
    ...companyColumns(t),
    { title: t.certain, width: 14, kind: 'money' },
    { title: t.possible, width: 14, kind: 'money' },
    ...[t.met, t.open, t.unmet].map((title) => ({ title, width: 10, kind: 'number' as const })),
    { title: t.metTitles, width: 60, kind: 'text' },
    { title: t.asked, width: 60, kind: 'text' },
  ]
  return { name, columns, rows: companyRows() }

  function* companyRows(): Generator<SheetValue[]> {
    for (const company of companies) {
      const shown = programmes.flatMap((programme) => {
        const cell = company.cells[programme.id]
        return cell ? [{ programme, cell }] : []
      })
      const of = (verdict: Verdict) => shown.filter(({ cell }) => cell.verdict === verdict)
      const missing = new Set(of('unknown').flatMap(({ cell }) => cell.missing))
      yield [
        ...identity(company),
        wan(company.certainFen),
        wan(company.possibleFen),
        of('yes').length,
        of('unknown').length,
        of('no').length,
        of('yes')
          .map(({ programme }) => inLang(programme.title, lang))
          .join(t.separator),
        [...missing].map((key) => keyWords(library, key, lang)).join(t.separator),
      ]
    }
  }
}

function companyColumns(t: ListText): SheetColumn[] {
  return [
    { title: t.company, width: 34, kind: 'text' },
    { title: t.code, width: 22, kind: 'text' },
    { title: t.district, width: 18, kind: 'text' },
  ]
}

function identity({ name, creditCode, place }: Company): SheetValue[] {
  return [name, creditCode, place]
}

function programmeSheet(
  library: Library,
  { companies, lang, on, rows }: CultivationList,
  programme: Programme,
  name: string,
): Sheet & { isEmpty: boolean } {
  const t = listTexts(lang)
  const shown = companies.flatMap((company) => {
    const cell = company.cells[programme.id]
    return cell && (rows === 'all' || isCultivable(cell)) ? [{ company, cell }] : []
  })
  const columns: SheetColumn[] = [
    ...companyColumns(t),
    { title: t.verdict, width: 10, kind: 'text' },
    { title: t.least, width: 14, kind: 'money' },
    { title: t.most, width: 14, kind: 'money' },
    { title: t.score, width: 10, kind: 'number' },
    { title: t.missing, width: 60, kind: 'text' },
    { title: t.nearest, width: 50, kind: 'text' },
    { title: t.nextYear, width: 50, kind: 'text' },
    { title: t.deadline, width: 12, kind: 'date' },
    { title: t.department, width: 30, kind: 'text' },
    { title: t.phone, width: 18, kind: 'text' },
    { title: t.change, width: 60, kind: 'text' },
  ]
  const contact = contactOf(library, programme, on, lang)
  return { name, columns, rows: programmeRows(), isEmpty: shown.length === 0 }

  function* programmeRows(): Generator<SheetValue[]> {
    for (const { company, cell } of shown)
      yield [
        ...identity(company),
        VERDICT_WORDS[cell.verdict][lang] + (cell.kept ? '' : t.notKept),
        cell.amountFen && wan(cell.amountFen.min),
        cell.amountFen && wan(cell.amountFen.max),
        scoreOf(cell),
        [missingWords(library, cell.missing, lang), judgedWords(library, cell, lang)]
          .filter(Boolean)
          .join(t.separator),
        nearestWords(library, cell.nearest, lang),
        nearestWords(library, cell.nextYear, lang),
        contact.deadline,
        contact.name,
        contact.phone,
        company.changes?.[programme.id] ?? null,
      ]
  }
}

/** A score that is still open is told as its range. */
function scoreOf({ points }: Cell): SheetValue {
  if (points === null) return null
  return points.min === points.max ? points.min : `${points.min}–${points.max}`
}

function judgedWords(library: Library, { judged }: Cell, lang: Lang): string {
  if (judged.length === 0) return ''
  return (
    listTexts(lang).judged + judged.map((key) => keyWords(library, key, lang)).join(listTexts(lang).separator)
  )
}

function contactOf(library: Library, programme: Programme, on: string, lang: Lang) {
  const column = columnsOn(library, on).get(programme.id)
  const pack = library.packs.get(programme.pack)?.department
  const [own] = column?.call?.departments ?? []
  return {
    deadline: column ? deadlineOf(column) : null,
    name: lang === 'zh' && own ? own.name : pack ? inLang(pack.name, lang) : (own?.name ?? null),
    phone: own?.phone ?? pack?.phone ?? null,
  }
}

/** Exact as far as a spreadsheet's numbers go: 9 billion 元. */
function wan(fen: string | null): number | null {
  return fen === null ? null : Number(fen) / 1_000_000
}

const LONGEST_NAME = 31

/** Spreadsheets allow 31 characters, not all of them, and each name once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const clean =
      title
        .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || '-'
    for (let nth = 1; ; nth += 1) {
      const suffix = nth === 1 ? '' : ` (${nth})`
      const name = clean.slice(0, LONGEST_NAME - suffix.length).trim() + suffix
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
