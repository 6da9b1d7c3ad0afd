import { parseArgs } from 'node:util'
import { loadPacks } from '@kehui/domain/packs'
import { affectedBy, compareLibraries, compareSubject } from '@kehui/domain/packs/compare'
import { type Library, QuestionError, type Subject } from '@kehui/domain/rules'
import { type Lang, parseDay } from '@kehui/domain/shared'
import { parsed } from './arguments.js'
import { told } from './check.js'
import { type DiffReport, reportText, type SubjectChanges, totalsOf } from './diff-text.js'
import { today } from './evaluate.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { readPacks } from './pack-files.js'
import { subjectsOfTable } from './table.js'

const OPTIONS = {
  table: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** `kehui diff OLD NEW`: what two versions of packs say differently, and whose answers come out otherwise. */
export async function runDiff(args: string[], out: Output): Promise<number> {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }))
  const [old, now, ...more] = positionals
  if (old === undefined || now === undefined || more.length > 0)
    throw new UsageError('give two packs: OLD_PACK NEW_PACK')
  const lang = values.lang ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const on = values.on ?? today()
  const json = values.json ?? false
  try {
    if (parseDay(on) === undefined) throw new RefusedError(`“${on}” is no date; write 2026-11-24`)
    const report = await diffOf({ old, now, on, lang, table: values.table })
    out.print(json ? JSON.stringify(report, null, 2) : reportText(report, lang))
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError) && !(error instanceof QuestionError)) throw error
    const details = error instanceof RefusedError ? error.details : []
    if (json) out.complain(JSON.stringify({ error: error.message, details }, null, 2))
    else out.complain([error.message, ...details.map(String)].join('\n'))
    return 1
  }
}

interface Asked {
  readonly old: string
  readonly now: string
  readonly on: string
  readonly lang: Lang
  readonly table: string | undefined
}

/** Everything is read before anything is told: a pack or a table that is wrong leaves no half of an answer. */
async function diffOf({ old, now, on, lang, table }: Asked): Promise<DiffReport> {
  const [before, after] = [loadSide(old, 'old'), loadSide(now, 'new')]
  const rules = compareLibraries(before, after)
  if (table === undefined) return { old, new: now, on, ...rules, subjects: null, totals: null }
  const sides = [await subjectsOfTable(before, table), await subjectsOfTable(after, table)] as const
  const affected = affectedBy(before, after, rules)
  const subjects = sides[0].flatMap((subject, row): SubjectChanges[] => {
    const other = sides[1][row]
    if (!other || affected.programmes.length === 0) return []
    const changes = compareSubject(
      { library: before, subject },
      { library: after, subject: other },
      affected,
      { on, lang },
    )
    return changes.length === 0 ? [] : [{ ...nameOf(subject), changes }]
  })
  return { old, new: now, on, ...rules, subjects, totals: totalsOf(subjects, sides[0].length) }
}

function nameOf({ id, name }: Subject): { id: string; name: string } {
  return { id, name }
}

function loadSide(pack: string, which: 'old' | 'new'): Library {
  const loaded = loadPacks(readPacks([pack]).files)
  if (loaded.ok) return loaded.library
  throw new RefusedError(
    `The ${which} pack “${pack}” has ${loaded.diagnostics.length} errors; nothing was compared.`,
    loaded.diagnostics.map(told),
  )
}
