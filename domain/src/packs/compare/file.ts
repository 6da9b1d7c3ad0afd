import type { FactDef, RecordDef } from '../../rules/facts.js'
import type { Programme } from '../../rules/programme.js'
import { readFacts } from '../facts.js'
import { readPack } from '../pack.js'
import { readProgramme } from '../programme.js'
import { Reader } from '../reader.js'
import type { PackSource } from '../source-files.js'
import type { Change } from './change.js'
import { compareProgrammes, compareStatements } from './compare.js'
import { compareFacts, type Dictionary, factsOf, packStatement } from './library.js'

/**
 * What two texts of one programme's file say differently, read for themselves: facts and places come from what they
 * are loaded with. Null where one cannot be read any more.
 */
export function compareFiles(before: PackSource, after: PackSource): Change[] | null {
  const [old, now] = [programmeIn(before), programmeIn(after)]
  return old && now ? compareProgrammes(old, now) : null
}

/**
 * The same of all files that were in force together: the facts that the programme looks up and its pack are compared
 * too. Nothing is compiled, so that it takes no time and works for files of long ago.
 */
export function compareStates(
  path: { readonly before: string; readonly after: string },
  before: readonly PackSource[],
  after: readonly PackSource[],
): Change[] | null {
  const [old, now] = [textAt(before, path.before), textAt(after, path.after)]
  const changes = old && now && compareFiles(old, now)
  const programme = now && programmeIn(now)
  if (!changes || !programme) return null
  return [...changes, ...packChanges(path, before, after), ...factChanges(programme, before, after)]
}

function textAt(files: readonly PackSource[], path: string): PackSource | undefined {
  return files.find((file) => file.path === path)
}

function programmeIn({ path, text }: PackSource): Programme | null {
  const reader = new Reader(path, text)
  const file = readProgramme(reader, '')
  if (!file || reader.diagnostics.length > 0) return null
  const { nodes: _, ...programme } = file
  return { ...programme, place: null, version: '' }
}

function packChanges(
  path: { readonly before: string; readonly after: string },
  before: readonly PackSource[],
  after: readonly PackSource[],
): Change[] {
  const packOf = (programme: string) => programme.replace(/programmes\/.*$/, 'pack.yaml')
  const [old, now] = [textAt(before, packOf(path.before)), textAt(after, packOf(path.after))]
  if (!old || !now || old.text === now.text) return []
  const [oldPack, newPack] = [old, now].map((file) => readPack(new Reader(file.path, file.text)))
  return oldPack && newPack ? compareStatements(packStatement(oldPack.info), packStatement(newPack.info)) : []
}

function factChanges(
  programme: Programme,
  before: readonly PackSource[],
  after: readonly PackSource[],
): Change[] {
  const isSame = factFiles(after).every((file) => textAt(before, file.path)?.text === file.text)
  if (isSame && factFiles(before).length === factFiles(after).length) return []
  const [old, now] = [dictionaryIn(before), dictionaryIn(after)]
  return compareFacts(old, now, new Set([...factsOf(old, programme), ...factsOf(now, programme)]))
}

function factFiles(files: readonly PackSource[]): PackSource[] {
  return files.filter(({ path }) => /(^|\/)facts\.yaml$/.test(path))
}

function dictionaryIn(files: readonly PackSource[]): Dictionary {
  const facts = new Map<string, FactDef>()
  const records = new Map<string, RecordDef>()
  const englishNames = new Map<string, string>()
  for (const { path, text } of factFiles(files)) {
    const read = readFacts(new Reader(path, text), '')
    for (const { def } of read.facts) facts.set(def.name, def)
    for (const { def } of read.records) records.set(def.name, def)
    for (const { def } of [...read.facts, ...read.records]) englishNames.set(def.en, def.name)
  }
  return { facts, records, englishNames }
}
