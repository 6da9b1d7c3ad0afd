import { parseArgs } from 'node:util'
import { moneyWords } from '@kehui/domain/packs/cultivation'
import type { Lang } from '@kehui/domain/shared'
import { AskRefused, readConfig, StartupError, withClient } from '@kehui/server'
import type { LeadDetail, LeadEntry, LeadPreview } from '@kehui/server/client'
import { parsed } from './arguments.js'
import { type Output, UsageError } from './output.js'

const OPTIONS = {
  programme: { type: 'string' },
  region: { type: 'string' },
  freeze: { type: 'boolean' },
  by: { type: 'string' },
  note: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** `kehui leads`: who is to be paid without asking, and who is excluded. */
export async function runLeads(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  const { programme, region, freeze = false, by, note, lang = 'zh', json = false } = values
  if (programme === undefined) throw new UsageError('give --programme ID, such as demo.high-tech-award')
  if (region === undefined) throw new UsageError('give --region PACK, such as demo')
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  if (freeze && (by ?? '').trim() === '')
    throw new UsageError('give --by NAME: somebody stands by a frozen list')
  const told = (line: string) => out.complain(line)
  try {
    await withClient(readConfig(), { region, lang, name: by, told }, async (client) => {
      if (!freeze) {
        const preview = await client.previewLeads(programme)
        out.print(json ? JSON.stringify(preview, null, 2) : toldPreview(preview, lang))
        return
      }
      const list = await client.freezeLeads({ programme, ...(note === undefined ? {} : { note }) })
      const entries: LeadEntry[] = []
      for (let page = 1; ; page += 1) {
        const { items, total } = await client.leadEntries(list.id, { page, lang })
        entries.push(...items)
        if (entries.length >= total || items.length === 0) break
      }
      out.print(json ? JSON.stringify({ ...list, entries }, null, 2) : toldList(list, entries, lang))
    })
    return 0
  } catch (error) {
    if (!(error instanceof AskRefused) && !(error instanceof StartupError)) throw error
    out.complain(json ? JSON.stringify({ error: error.message }) : error.message)
    return 1
  }
}

function toldPreview(found: LeadPreview, lang: Lang): string {
  const zh = lang === 'zh'
  const { leads, excluded, open, unmet, amountFen, kindText, title, on } = found
  const counts = zh
    ? `列入 ${leads}，剔除 ${excluded}，待确认 ${open}，不符合 ${unmet}`
    : `${leads} listed, ${excluded} excluded, ${open} open, ${unmet} not met`
  const reasons = found.reasons.map(({ label, count }) => `  ${String(count).padStart(6)}  ${label}`)
  return [`${kindText}  ${title}  ${on}`, `  ${counts}  ${amountText(amountFen, lang)}`, ...reasons].join(
    '\n',
  )
}

function toldList(list: LeadDetail, entries: readonly LeadEntry[], lang: Lang): string {
  const lines = entries.map(({ name, creditCode, amountFen, reasons }) =>
    reasons.length === 0
      ? `  ✓ ${name} ${creditCode ?? ''}  ${amountFen ? amountText(amountFen, lang) : ''}`
      : `  ✗ ${name} ${creditCode ?? ''}  ${reasons.map(({ text }) => text).join(lang === 'zh' ? '；' : '; ')}`,
  )
  return [`${list.kindText}  ${list.title}  ${list.on}  ${list.id}`, `  ${list.digest}`, ...lines].join('\n')
}

function amountText({ min, max }: { readonly min: string; readonly max: string }, lang: Lang): string {
  return min === max ? moneyWords(max, lang) : `${moneyWords(min, lang)} – ${moneyWords(max, lang)}`
}
