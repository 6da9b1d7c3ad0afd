import type { Library, PackInfo, Programme } from '../../rules/programme.js'
import type { Text } from '../../shared/text.js'
import { contactStatement } from './call-statements.js'
import type { Change } from './change.js'
import { compareProgrammes, compareStatements } from './compare.js'
import { factStatement, recordStatement } from './fact-statement.js'
import { field, plain, type Statement, statement } from './statement.js'

/** The facts and records of a library, or of some files alone. */
export type Dictionary = Pick<Library, 'facts' | 'records' | 'englishNames'>

export interface ProgrammeChanges {
  readonly programme: string
  readonly title: Text
  readonly changes: readonly Change[]
}

export interface LibraryChanges {
  readonly programmes: readonly ProgrammeChanges[]
  /** What is different in facts and records, which programmes share, and in the packs themselves. */
  readonly facts: readonly Change[]
  readonly packs: readonly Change[]
}

/** What two libraries say differently, programme by programme in the order of their ids. */
export function compareLibraries(before: Library, after: Library): LibraryChanges {
  const ids = [...new Set([...before.programmes.keys(), ...after.programmes.keys()])].sort()
  const programmes = ids.flatMap((id) => {
    const [old, now] = [before.programmes.get(id) ?? null, after.programmes.get(id) ?? null]
    const changes = compareProgrammes(old, now)
    const title = (now ?? old)?.title ?? plain(id)
    return changes.length === 0 ? [] : [{ programme: id, title, changes }]
  })
  return { programmes, facts: compareFacts(before, after), packs: comparePacks(before, after) }
}

/** Facts and records of two libraries; only those that are named, where names are given. */
export function compareFacts(before: Dictionary, after: Dictionary, names?: ReadonlySet<string>): Change[] {
  const all = [before, after].flatMap(({ facts, records }) => [...facts.keys(), ...records.keys()])
  const wanted = [...new Set(all)].filter((name) => names === undefined || names.has(name)).sort()
  const said = ({ facts, records }: Dictionary, name: string): Statement | null => {
    const [fact, record] = [facts.get(name), records.get(name)]
    return fact ? factStatement(fact) : record ? recordStatement(record) : null
  }
  return compareStatements(
    statement('fact', { fields: named(wanted, (name) => said(before, name)) }),
    statement('fact', { fields: named(wanted, (name) => said(after, name)) }),
  )
}

function comparePacks(before: Library, after: Library): Change[] {
  const ids = [...new Set([...before.packs.keys(), ...after.packs.keys()])].sort()
  const said = (library: Library) => (id: string) => {
    const pack = library.packs.get(id)
    return pack ? packStatement(pack) : null
  }
  return compareStatements(
    statement('department', { fields: named(ids, said(before)) }),
    statement('department', { fields: named(ids, said(after)) }),
  )
}

export function packStatement(pack: PackInfo): Statement {
  const { title, level, appliesTo, appliesCode, department } = pack
  return statement('department', {
    name: title,
    fields: {
      title: field('title', title),
      level: field('department', level, { zh: '层级', en: 'level' }),
      extends: field('department', pack.extends, { zh: '上级', en: 'extends' }),
      place: field('place', appliesTo === null ? null : `${appliesTo} ${appliesCode ?? ''}`),
      contact: department ? contactStatement(department) : field('contact', null),
    },
  })
}

function named(
  names: readonly string[],
  said: (name: string) => Statement | null,
): Record<string, Statement> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const one = said(name)
      return one === null ? [] : [[name, one]]
    }),
  )
}

/** The facts and records that a programme looks up, with those from which they are computed. */
export function factsOf(library: Dictionary, programme: Omit<Programme, 'place' | 'version'>): Set<string> {
  const found = new Set<string>()
  const collect = (text: string): void => {
    for (const [word] of text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)) {
      const name = library.englishNames.get(word) ?? word
      const fact = library.facts.get(name)
      if (found.has(name) || (!fact && !library.records.has(name))) continue
      found.add(name)
      if (fact?.derived) collect(fact.derived)
      if (fact?.within) collect(fact.within)
    }
  }
  const { need, define, points, pay, grade, requires, standing } = programme
  for (const text of expressionsIn([
    need,
    [...define.values()],
    [...points.values()],
    pay,
    grade,
    requires,
    standing,
  ]))
    collect(text)
  return found
}

/** Every expression somewhere in a part of a programme: they alone have a text with a place. */
function* expressionsIn(value: unknown): Generator<string> {
  if (Array.isArray(value) || value instanceof Map) {
    for (const one of value.values()) yield* expressionsIn(one)
  } else if (typeof value === 'object' && value !== null) {
    if ('text' in value && typeof value.text === 'string' && 'at' in value) yield value.text
    for (const one of Object.values(value)) yield* expressionsIn(one)
  }
}
