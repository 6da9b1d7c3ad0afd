import { parseArgs } from 'node:util'
import { loadPacks } from '@kehui/domain/packs'
import {
  evaluate,
  type Library,
  type Question,
  QuestionError,
  type Result,
  type Subject,
  settle,
} from '@kehui/domain/rules'
import { suggest } from '@kehui/domain/shared'
import { parsed } from './arguments.js'
import { told } from './check.js'
import { type Output, RefusedError, UsageError } from './output.js'
import { readPacks } from './pack-files.js'
import { readJson } from './read-json.js'
import { subjectFrom } from './subject.js'
import { summary } from './summary.js'
import { subjectsOfTable } from './table.js'

const OPTIONS = {
  facts: { type: 'string' },
  table: { type: 'string' },
  pack: { type: 'string', multiple: true },
  programme: { type: 'string', multiple: true },
  on: { type: 'string' },
  reading: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** `kehui evaluate`: every programme for one subject of a JSON file, or for each row of a table. */
export async function runEvaluate(args: string[], out: Output): Promise<number> {
  const { values } = parsed(() => parseArgs({ args, options: OPTIONS }))
  if ((values.facts === undefined) === (values.table === undefined))
    throw new UsageError('give either --facts FILE or --table FILE')
  const lang = values.lang ?? 'zh'
  if (lang !== 'zh' && lang !== 'en') throw new UsageError(`--lang is zh or en, not “${lang}”`)
  const json = values.json ?? false
  try {
    const library = loadLibrary(values.pack ?? [])
    const subjects =
      values.facts === undefined
        ? await subjectsOfTable(library, values.table ?? '')
        : [subjectFrom(library, readJson(values.facts))]
    const question: Question = {
      on: values.on ?? today(),
      lang,
      ...(values.programme ? { programmes: values.programme } : {}),
      ...(values.reading === undefined ? {} : { reading: values.reading }),
    }
    if (values.reading !== undefined) checkReading(library, values.reading, values.programme)
    const results = subjects.flatMap((subject) => answer(library, subject, question))
    out.print(json ? JSON.stringify(results, null, 2) : summary(results, lang))
    return 0
  } catch (error) {
    if (!(error instanceof RefusedError) && !(error instanceof QuestionError)) throw error
    const details = error instanceof RefusedError ? error.details : []
    const hint =
      error instanceof QuestionError && error.suggestion ? `; did you mean “${error.suggestion}”?` : ''
    if (json) out.complain(JSON.stringify({ error: error.message + hint, details }, null, 2))
    else out.complain([error.message + hint, ...details.map(String)].join('\n'))
    return 1
  }
}

/** A reading that none of the programmes has would be passed over in silence. */
function checkReading({ programmes }: Library, reading: string, ids: readonly string[] | undefined): void {
  const asked = [...programmes.values()].filter((p) => !ids || ids.includes(p.id))
  const known = new Set(asked.flatMap((p) => [...(p.readings?.options.keys() ?? [])]))
  if (known.has(reading)) return
  const there =
    known.size > 0 ? `there are ${[...known].join(', ')}` : 'none of these programmes has readings'
  throw new QuestionError(
    'question.reading',
    `There is no reading “${reading}”; ${there}`,
    suggest(reading, known),
  )
}

function answer(library: Library, subject: Subject, question: Question): Result[] {
  return settle(library, evaluate(library, subject, question), {
    received: subject.received ?? [],
    lang: question.lang ?? 'zh',
  })
}

export function loadLibrary(packs: readonly string[]): Library {
  const loaded = loadPacks(readPacks(packs).files)
  if (loaded.ok) return loaded.library
  throw new RefusedError('The packs have errors; nothing was evaluated.', loaded.diagnostics.map(told))
}

/** The date in China, wherever the command runs. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
    new Date(),
  )
}
