import { Readable } from 'node:stream'
import { type LeadFile, type LeadRow, leadCells, leadColumns, leadSheets } from '@kehui/domain/packs/leads'
import type { Lang } from '@kehui/domain/shared'
import { writeWorkbook } from '../assessments/workbook/write-workbook.js'
import type { AppContext } from '../context.js'
import { csvLine } from '../http/csv.js'
import { regionOf } from '../registry/store-region.js'
import type { LeadEntry } from './schema.js'
import { leadEntries } from './store.js'
import { detailView, entryView } from './view.js'

/** What the file is called: “拟兑现线索-小巨人企业奖励-2026-11-25”. */
export async function fileName(context: AppContext, id: string, lang: Lang): Promise<string> {
  const { kindText, title, on } = await detailView(context, id, lang)
  return [kindText, title, on].join('-').replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
}

/** The list as a workbook: what it is, its leads, and who is excluded. */
export async function leadWorkbook(context: AppContext, id: string, lang: Lang): Promise<Readable> {
  return writeWorkbook(leadSheets(await fileOf(context, id, lang)))
}

/** Its leads as CSV. */
export async function leadCsv(context: AppContext, id: string, lang: Lang): Promise<Readable> {
  const file = await fileOf(context, id, lang)
  return Readable.from(
    (function* () {
      // The mark tells spreadsheets that this is UTF-8.
      yield `\uFEFF${csvLine(leadColumns(lang).map(({ title }) => title))}`
      for (const row of file.leads) yield csvLine(leadCells(file, row))
    })(),
  )
}

async function fileOf(context: AppContext, id: string, lang: Lang): Promise<LeadFile> {
  const { pool, library } = context
  const detail = await detailView(context, id, lang)
  const { items } = await leadEntries(pool, await regionOf(pool), id)
  const rows = items.map((entry) => entryView(library, entry, lang))
  const zh = lang === 'zh'
  const about: [string, string][] = [
    [zh ? '政策' : 'Programme', detail.title],
    [zh ? '文件' : 'Document', detail.source],
    [zh ? '性质' : 'What it is', `${detail.kindText}（${detail.stateText}）`],
    [zh ? '说明' : 'Note', zh ? NOTE.zh : NOTE.en],
    [zh ? '判定日期' : 'Decided for', detail.on],
    [zh ? '规则版本' : 'Version of the rule', detail.version],
    [zh ? '名单校验码' : 'Hash of the list', detail.digest],
    [zh ? '冻结人' : 'Frozen by', detail.frozenBy],
    [zh ? '冻结时间' : 'Frozen at', detail.frozenAt],
    ...(detail.note === null ? [] : [[zh ? '备注' : 'Remark', detail.note] satisfies [string, string]]),
  ]
  const [leads, excluded] = [
    rows.filter(({ reasons }) => reasons.length === 0),
    rows.filter(({ reasons }) => reasons.length > 0),
  ]
  const row = (entry: LeadEntry) => rowOf(entry, lang)
  return { kind: detail.kind, about, leads: leads.map(row), excluded: excluded.map(row), lang }
}

const NOTE = {
  zh: '仅依据登记数据测算，列入名单不等于批准；经办件核实确认后方可兑现。',
  en: 'Computed from register data alone. Being listed approves nothing: it is paid once a case confirms it.',
}

function rowOf(entry: LeadEntry, lang: Lang): LeadRow {
  const { name, creditCode, place, owner, amountFen, reasons, facts, inputHash } = entry
  const separator = lang === 'zh' ? '；' : '; '
  return {
    name,
    creditCode,
    place,
    owner,
    leastFen: amountFen?.min ?? null,
    mostFen: amountFen?.max ?? null,
    reasons: reasons.map(({ text }) => text).join(separator),
    basis: facts
      .map(({ label, value, source, observedAt }) => `${label} ${value} [${source ?? ''} ${observedAt}]`)
      .join(separator),
    inputHash,
  }
}
