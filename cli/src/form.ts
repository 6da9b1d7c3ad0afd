import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { type FormAsk, selfAssessment } from '@kehui/domain/packs/self-assessment'
import type { Library, Programme } from '@kehui/domain/rules'
import { inLang, parseDay, suggest } from '@kehui/domain/shared'
import { columnsOf, formFile } from '@kehui/server/forms'
import { parsed } from './arguments.js'
import { loadLibrary, today } from './evaluate.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { readJson } from './read-json.js'
import { subjectFrom } from './subject.js'

const OPTIONS = {
  facts: { type: 'string' },
  out: { type: 'string' },
  years: { type: 'string' },
  on: { type: 'string' },
  pack: { type: 'string', multiple: true },
  lang: { type: 'string' },
} as const

interface Wish {
  readonly programme: string
  readonly facts: string
  readonly out: string
  readonly kind: 'xlsx' | 'pdf'
  readonly on: string
  readonly years: readonly number[]
  readonly packs: readonly string[]
  readonly lang: 'zh' | 'en'
}

/** `kehui form PROGRAMME`: the programme's self-assessment form for one subject, as a workbook or a PDF. */
export async function runForm(args: string[], out: Output): Promise<number> {
  const wish = wishFrom(args)
  try {
    const library = loadLibrary(wish.packs)
    const programme = programmeOf(library, wish.programme)
    const subject = subjectFrom(library, readJson(wish.facts))
    const ask: FormAsk = {
      programme: programme.id,
      columns: columnsOf({ on: wish.on, years: wish.years, whatIf: [] }, subject, () => subject, wish.lang),
      sources: {},
      lang: wish.lang,
    }
    const form = selfAssessment(library, ask)
    if (!form)
      throw new RefusedError(
        `“${programme.id}” is for ${programme.audience}, and the facts are of ${subject.audience}`,
      )
    const file = await formFile(library, { ask, form }, wish.kind)
    if (!file) throw new RefusedError(`The rules of “${programme.id}” have no exact formulas; write a .pdf`)
    save(wish.out, file)
    for (const { name, verdict, points } of form.columns)
      out.print(
        `${wish.out}  ${name}  ${WORDS[wish.lang][verdict]}${points ? `  ${pointsText(points)}` : ''}`,
      )
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    out.complain([error.message, ...error.details.map(String)].join('\n'))
    return 1
  }
}

const WORDS = {
  zh: { yes: '符合', no: '不符合', unknown: '待确认' },
  en: { yes: 'met', no: 'not met', unknown: 'open' },
}

function pointsText({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? String(min) : `${min}–${max}`
}

function wishFrom(args: string[]): Wish {
  const { values, positionals } = parsed(() => parseArgs({ args, options: OPTIONS, allowPositionals: true }))
  const [programme, ...more] = positionals
  if (programme === undefined || more.length > 0)
    throw new UsageError('name one programme, such as cn.tech-sme')
  if (values.facts === undefined) throw new UsageError('give --facts FILE')
  const target = values.out ?? ''
  const kind = extname(target).slice(1).toLowerCase()
  if (kind !== 'xlsx' && kind !== 'pdf')
    throw new UsageError('give --out with a name that ends in .xlsx or .pdf')
  const lang = values.lang ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const on = values.on ?? today()
  if (!/^\d{4}-\d\d-\d\d$/.test(on) || parseDay(on) === undefined)
    throw new UsageError(`“${on}” is no date; write 2026-11-24`)
  const years = yearsFrom(values.years, on)
  return { programme, facts: values.facts, out: target, kind, on, years, packs: values.pack ?? [], lang }
}

/** The years whose figures are shown; last year's where none is named. */
function yearsFrom(text: string | undefined, on: string): number[] {
  if (text === undefined) return [Number(on.slice(0, 4)) - 1]
  const years = text.split(',').map((year) => year.trim())
  const wrong = years.find((year) => !/^(19|20)\d\d$/.test(year))
  if (wrong !== undefined) throw new UsageError(`“${wrong}” is no year; write --years 2024,2025`)
  const sorted = [...new Set(years.map(Number))].sort((a, b) => a - b)
  if (sorted.length > 6) throw new UsageError('at most six years stand side by side')
  return sorted
}

function programmeOf({ programmes }: Library, id: string): Programme {
  const programme = programmes.get(id)
  if (programme?.form) return programme
  const withForm = [...programmes.values()].filter((p) => p.form !== null)
  const list = withForm.map((p) => `  ${p.id}  ${inLang(p.title, 'zh')}`)
  if (programme) throw new RefusedError(`“${id}” has no self-assessment form. These have one:`, list)
  const near =
    suggest(
      id,
      withForm.map((p) => p.id),
    ) ?? suggest(id, programmes.keys())
  throw new RefusedError(`There is no programme “${id}”${near ? `; did you mean “${near}”?` : ''}`)
}

function save(path: string, content: Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new RefusedError(
      `“${path}” cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
