import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { evaluate, type Question } from '../rules/answer/evaluate.js'
import type { Audience, Subject } from '../rules/facts.js'
import { type GivenFacts, type GivenRecords, parseFacts } from '../rules/parse-facts.js'
import type { Library } from '../rules/programme.js'
import type { Result } from '../rules/result.js'
import { loadPacks } from './load.js'
import type { PackSource } from './source-files.js'

const PACKS = new URL('../../../packs/', import.meta.url)

/** The ids of the packs of this repository. */
export function packIds(): string[] {
  return readdirSync(PACKS).filter((id) => existsSync(new URL(`${id}/pack.yaml`, PACKS)))
}

/** The files of these packs, as the command line reads them. */
export function packFiles(...ids: string[]): PackSource[] {
  return ids.flatMap((id) => {
    const root = new URL(`${id}/`, PACKS)
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ path: `${id}/${name}`, text: readFileSync(new URL(name, root), 'utf8') }))
  })
}

/** The library of these files; what is wrong with them fails the test. */
export function libraryOf(files: readonly PackSource[]): Library {
  const loaded = loadPacks(files)
  if (loaded.ok) return loaded.library
  throw new Error(
    loaded.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code} ${d.message}`).join('\n'),
  )
}

export interface Known {
  facts?: GivenFacts
  records?: GivenRecords
  audience?: Audience
  owner?: Subject
}

export function subjectWith(
  library: Library,
  { facts = {}, records = {}, audience = 'enterprise', owner }: Known,
): Subject {
  const parsed = parseFacts(library, { facts, records })
  if (!parsed.ok) throw new Error(parsed.errors.map((e) => `${e.key}: ${e.message}`).join('\n'))
  const subject = { id: 'a', name: 'A', audience, facts: parsed.facts, records: parsed.records }
  return owner ? { ...subject, owner } : subject
}

/** What one programme answers. */
export function answerOf(
  library: Library,
  programme: string,
  known: Known,
  question: Partial<Question> = {},
): Result {
  const [result] = evaluate(library, subjectWith(library, known), {
    on: '2026-11-24',
    programmes: [programme],
    ...question,
  })
  if (!result) throw new Error(`${programme} was left out`)
  return result
}

/** A pack of one region made of these facts and programmes, each the text of a file. */
export function madePack(facts: string, ...programmes: string[]): PackSource[] {
  return [
    { path: 'made/pack.yaml', text: 'id: made\ntitle: 试验\nlevel: 国家\n' },
    { path: 'made/facts.yaml', text: facts },
    ...programmes.map((text, i) => ({ path: `made/programmes/p${i}.yaml`, text })),
  ]
}
