import {
  clarityOf,
  DEMAND_COLUMNS,
  type Demand,
  type DemandRow,
  demandColumns,
  lacking,
  readDemandRow,
  redactDemand,
} from '@kehui/domain/cases'
import { inLang, type Lang } from '@kehui/domain/shared'
import type { Db } from '../../database/pool.js'
import { HttpError } from '../../http/error.js'
import { readTableFile } from '../../imports/read-table.js'
import { matchSubjects } from '../../registry/store.js'
import { namesOf } from '../owner-names.js'
import { similarDemands } from '../similar.js'
import { publishedDemands } from '../store.js'
import type { DemandTableRow } from './schema.js'
import { openTitles } from './store-table.js'

const MOST_ROWS = 1000

/** A row with whose it is, where that could be told. */
export interface ReadDemand extends Omit<DemandTableRow, 'demand'> {
  readonly content: Demand
  readonly subject: { readonly id: string; readonly name: string } | null
}

/** A table of needs as it would be entered: every row with what is wrong with it, what it asks and what is like it. */
export async function readDemandTable(
  db: Db,
  region: number,
  bytes: Uint8Array,
  lang: Lang,
): Promise<{ readonly rows: readonly ReadDemand[]; readonly ignored: readonly string[] }> {
  const { grid } = await readTableFile(bytes)
  const [head = [], ...body] = grid
  const columns = demandColumns(head)
  const missing = DEMAND_COLUMNS.filter(
    ({ part, required }) => required && !columns.some((one) => one?.part === part),
  )
  if (missing.length > 0)
    throw new HttpError('demand-table.columns', {
      columns: missing.map(({ headers: [name] }) => name).join('、'),
    })
  const filled = body
    .map((cells, i) => ({ row: i + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) throw new HttpError('demand-table.empty')
  if (filled.length > MOST_ROWS) throw new HttpError('demand-table.rows', { rows: MOST_ROWS })
  const read = filled.map(({ row, cells }) => ({ row, ...readDemandRow(columns, cells) }))
  const ignored = head.filter((cell, i) => columns[i] === null && cell.trim() !== '')
  return { rows: await judged(db, region, read, lang), ignored }
}

type Read = DemandRow & { readonly row: number }

async function judged(db: Db, region: number, read: readonly Read[], lang: Lang): Promise<ReadDemand[]> {
  const named = [...new Set(read.map(({ company }) => company).filter((one) => one !== ''))]
  const found = await matchSubjects(db, region, { creditCodes: named, names: named })
  const called = (company: string) =>
    found.filter(({ name, creditCode }) => name === company || creditCode === company)
  const titles = await openTitles(
    db,
    region,
    found.map(({ id }) => id),
  )
  const others = await publishedDemands(db, region)
  const seen = new Map<string, number>()
  return read.map((one) => {
    const [subject = null, another] = called(one.company)
    const { content } = one
    const key = `${subject?.id}\n${content.title}`
    const earlier = seen.get(key)
    if (subject !== null && earlier === undefined) seen.set(key, one.row)
    const problems = [
      ...one.problems.map(({ part, problem }) => `${headerOf(part)}：${inLang(problem, lang)}`),
      ...(one.company === '' ? [] : companyProblems(subject, another, one.company, lang)),
      ...(earlier === undefined ? [] : [sameAs(earlier, lang)]),
      ...(titles.has(key) ? [isThere(lang)] : []),
    ]
    const { points, questions } = clarityOf(content)
    const [asked] = questions
    return {
      row: one.row,
      company: subject?.name ?? one.company,
      title: content.title,
      clarity: points,
      question: asked ? inLang(asked.ask, lang) : null,
      problems,
      ready: problems.length === 0 && lacking(content).length === 0,
      similar: subject === null ? [] : alike(content, subject.name, others),
      content,
      subject,
    }
  })
}

function alike(content: Demand, owner: string, others: Awaited<ReturnType<typeof publishedDemands>>) {
  const redacted = redactDemand(content, namesOf(owner))
  return similarDemands({ id: '', redacted }, others).map(({ demand, likeness }) => ({
    id: demand.id,
    title: demand.redacted.title,
    likeness,
  }))
}

function headerOf(part: string): string {
  return DEMAND_COLUMNS.find((one) => one.part === part)?.headers[0] ?? part
}

function companyProblems(subject: unknown, another: unknown, company: string, lang: Lang): string[] {
  const zh = lang === 'zh'
  if (subject === null)
    return [
      zh
        ? `没有找到“${company}”，先建企业或改成全称、信用代码`
        : `There is no “${company}”: enter it first, or write its full name or credit code`,
    ]
  if (another !== undefined)
    return [
      zh ? `“${company}”有几家，改写信用代码` : `Several are called “${company}”: write the credit code`,
    ]
  return []
}

function sameAs(row: number, lang: Lang): string {
  return lang === 'zh' ? `与第 ${row} 行重复，只采用第 ${row} 行` : `The same as row ${row}, which is taken`
}

function isThere(lang: Lang): string {
  return lang === 'zh' ? '这家企业已有同名的需求' : 'This company has a need of that title already'
}
