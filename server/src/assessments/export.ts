import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Company, cultivationSheets, outcomeWords } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { assessSubjects, basisOf } from './assess.js'
import { reasonTexts } from './changes.js'
import { columnsOf, scopeOfQuery } from './matrix.js'
import type { ExportQuery } from './schema.js'
import { staleIds } from './store.js'
import { lastChanges, type StoredChange } from './store-changes.js'
import { matrixRows, orderedIds, type Sort } from './store-matrix.js'
import { writeWorkbook } from './workbook/write-workbook.js'

/** So many stale results are computed while the file is waited for; more are waited for on the page. */
const MOST_STALE = 100
const MOST_COMPANIES = 50_000
const BATCH = 100

/** The cultivation list as a workbook. Refused while results are being computed anew: nothing in it is of yesterday. */
export async function exportList(
  context: AppContext,
  region: number,
  query: ExportQuery,
  lang: Lang,
): Promise<Readable> {
  const { pool, library } = context
  const scope = await scopeOfQuery(context, region, query)
  const programmes = columnsOf(context, query)
  const sort: Sort = query.sort ?? 'name'
  const ids = await orderedIds(pool, region, scope, sort, { limit: MOST_COMPANIES, offset: 0 })
  const stale = await staleIds(pool, region, basisOf(context), { limit: MOST_COMPANIES, among: ids })
  if (stale.length > MOST_STALE) {
    context.wrote.emit()
    throw new HttpError('matrix.pending', { count: stale.length })
  }
  await assessSubjects(context, region, stale)
  const companies: Company[] = []
  for (let first = 0; first < ids.length; first += BATCH) {
    companies.push(...(await companiesOf(context, region, ids.slice(first, first + BATCH), lang)))
    await nextTurn()
  }
  const concerned = new Set(companies.flatMap(({ cells }) => Object.keys(cells)))
  const sheets = cultivationSheets(library, {
    on: context.today(),
    lang,
    companies,
    programmes: programmes.filter(({ id }) => concerned.has(id)),
    rows: query.rows ?? 'all',
  })
  return writeWorkbook(sheets)
}

async function companiesOf(
  context: AppContext,
  region: number,
  ids: readonly string[],
  lang: Lang,
): Promise<Company[]> {
  const { pool, library } = context
  const changes = new Map<string, Record<string, string>>()
  for (const change of await lastChanges(pool, region, ids)) {
    const known = changes.get(change.subject) ?? {}
    changes.set(change.subject, { ...known, [change.programme]: changeWords(context, change, lang) })
  }
  const rows = await matrixRows(pool, region, ids)
  return rows.map(({ id, name, creditCode, place, cells, certainFen, possibleFen }) => ({
    name,
    creditCode,
    place: place === null ? null : library.places.path(place),
    cells: cells ?? {},
    certainFen,
    possibleFen,
    changes: changes.get(id) ?? {},
  }))
}

/** `2026-11-24 待确认 → 符合：职工总数：80 人 → 90 人` */
function changeWords(context: AppContext, change: StoredChange, lang: Lang): string {
  const { before, after, on } = change
  const outcome = `${outcomeWords(before, lang)} → ${outcomeWords(after, lang)}`
  const reasons = reasonTexts(context, change.reasons, lang).join(lang === 'zh' ? '；' : '; ')
  return lang === 'zh' ? `${on} ${outcome}。${reasons}` : `${on} ${outcome}. ${reasons}`
}
