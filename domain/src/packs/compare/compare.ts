import type { Programme } from '../../rules/programme.js'
import type { Text } from '../../shared/text.js'
import { align } from './align.js'
import type { Change } from './change.js'
import { parameterOf } from './parameter.js'
import { PART_NAMES, PARTS, type PartName } from './part.js'
import { programmeStatement } from './programme-statement.js'
import { printOf, type Statement, told } from './statement.js'

/** What two versions of one programme say differently; a version that is not there says nothing. */
export function compareProgrammes(before: Programme | null, after: Programme | null): Change[] {
  if (before === null || after === null) return appearance(before, after)
  const changes = compareStatements(programmeStatement(before), programmeStatement(after))
  return inOrder([...changes, ...examplesChange(before, after)])
}

function appearance(before: Programme | null, after: Programme | null): Change[] {
  const one = after ?? before
  if (!one) return []
  return [
    changeOf('programme', after ? 'added' : 'removed', {
      what: one.title,
      before: before?.title ?? null,
      after: after?.title ?? null,
      clause: null,
    }),
  ]
}

/** In the order of the parts; within one as they stand in the text. */
export function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => PART_NAMES.indexOf(a.part) - PART_NAMES.indexOf(b.part))
}

interface Where {
  readonly names: readonly Text[]
  readonly clause: string | null
}

/** Every difference stands in exactly one statement, and is told once. */
export function compareStatements(
  before: Statement,
  after: Statement,
  where: Where = { names: [], clause: null },
): Change[] {
  const name = after.name ?? before.name
  const here: Where = {
    names: name === null ? where.names : [...where.names, name],
    clause: after.clause ?? before.clause ?? where.clause,
  }
  return [
    ...ownChange(before, after, here),
    ...compareFields(before, after, here),
    ...align(before.members, after.members).flatMap(({ before: old, after: now, moved }) => {
      if (old && now) return moved ? [movedChange(now, here)] : compareStatements(old, now, here)
      return old ? [wholeChange('removed', old, here)] : now ? [wholeChange('added', now, here)] : []
    }),
  ]
}

function compareFields(before: Statement, after: Statement, where: Where): Change[] {
  const keys = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])
  return [...keys].flatMap((key) => {
    const [old, now] = [before.fields[key], after.fields[key]]
    if (old && now)
      return isSilent(old) !== isSilent(now) ? whole(old, now, where) : compareStatements(old, now, where)
    return whole(old, now, where)
  })
}

function whole(old: Statement | undefined, now: Statement | undefined, where: Where): Change[] {
  if (now && !isSilent(now)) return [wholeChange('added', now, where)]
  return old && !isSilent(old) ? [wholeChange('removed', old, where)] : []
}

function isSilent({ label, value, fields, members }: Statement): boolean {
  return label === null && value === null && members.length === 0 && Object.values(fields).every(isSilent)
}

function ownChange(before: Statement, after: Statement, where: Where): Change[] {
  const [sameLabel, sameValue] = [same(before.label, after.label), same(before.value, after.value)]
  if (sameLabel && sameValue) return []
  const side = ({ label, value }: Statement) => {
    if (sameLabel) return value
    if (sameValue || label === null) return label ?? value
    return told({ ...before, label, value, fields: {}, members: [] })
  }
  const [old, now] = [side(before), side(after)]
  const told2 = sameInChinese(old, now) ? { old: english(old), now: english(now) } : { old, now }
  return [
    changeOf(after.part, old === null ? 'added' : now === null ? 'removed' : 'changed', {
      what: titled(after.part, where.names),
      before: told2.old,
      after: told2.now,
      clause: where.clause,
      parameter: sameValue ? null : parameterOf(before.value?.zh ?? '', after.value?.zh ?? ''),
    }),
  ]
}

function same(a: Text | null, b: Text | null): boolean {
  return a?.zh === b?.zh && a?.en === b?.en
}

/** Where only the English wording was changed, a Chinese reader is shown that wording too. */
function sameInChinese(a: Text | null, b: Text | null): boolean {
  return a !== null && b !== null && a.zh === b.zh
}

function english(text: Text | null): Text | null {
  return text && { zh: text.en ?? text.zh, en: text.en ?? text.zh }
}

function wholeChange(kind: 'added' | 'removed', said: Statement, where: Where): Change {
  const names = said.name === null ? where.names : [...where.names, said.name]
  return changeOf(said.part, kind, {
    what: titled(said.part, names),
    before: kind === 'removed' ? told(said) : null,
    after: kind === 'added' ? told(said) : null,
    clause: said.clause ?? where.clause,
  })
}

function movedChange(said: Statement, where: Where): Change {
  const names = said.name === null ? where.names : [...where.names, said.name]
  return changeOf(said.part, 'moved', {
    what: titled(said.part, names),
    before: told(said),
    after: told(said),
    clause: said.clause ?? where.clause,
  })
}

function titled(part: PartName, names: readonly Text[]): Text {
  const join = (lang: 'zh' | 'en') => {
    const own = PARTS[part].name
    const all = [
      lang === 'en' ? own.en : own.zh,
      ...names.map((n) => (lang === 'en' ? (n.en ?? n.zh) : n.zh)),
    ]
    return [...new Set(all.filter((name) => name !== undefined && name !== ''))].join(' › ')
  }
  return { zh: join('zh'), en: join('en') }
}

type Rest = Pick<Change, 'what' | 'before' | 'after' | 'clause'> & Partial<Pick<Change, 'parameter'>>

export function changeOf(part: PartName, kind: Change['kind'], rest: Rest): Change {
  return { part, area: PARTS[part].area, kind, parameter: null, ...rest }
}

/** Examples are told in sum: what is new in them follows from the rule that they test. */
function examplesChange(before: Programme, after: Programme): Change[] {
  const print = (one: unknown) => JSON.stringify(one, (key, value) => (key === 'at' ? undefined : value))
  if (print(before.examples) === print(after.examples)) return []
  const olds = new Map(before.examples.map((example) => [example.name, print(example)]))
  const news = new Map(after.examples.map((example) => [example.name, print(example)]))
  const added = [...news.keys()].filter((name) => !olds.has(name))
  const removed = [...olds.keys()].filter((name) => !news.has(name))
  const changed = [...news].filter(([name, text]) => olds.has(name) && olds.get(name) !== text)
  const zh = [
    [`${news.size} 个`],
    added.length > 0 ? [`新增 ${added.join('、')}`] : [],
    removed.length > 0 ? [`删去 ${removed.join('、')}`] : [],
    changed.length > 0 ? [`改动 ${changed.length} 个`] : [],
  ].flat()
  const en = [
    [`${news.size}`],
    added.length > 0 ? [`new: ${added.join(', ')}`] : [],
    removed.length > 0 ? [`gone: ${removed.join(', ')}`] : [],
    changed.length > 0 ? [`${changed.length} changed`] : [],
  ].flat()
  return [
    changeOf('examples', 'changed', {
      what: PARTS.examples.name,
      before: { zh: `${olds.size} 个`, en: `${olds.size}` },
      after: { zh: zh.join('；'), en: en.join('; ') },
      clause: null,
    }),
  ]
}

/** A text that is the same exactly where two versions say the same, examples apart: by it a change is noticed. */
export function rulePrint(programme: Programme): string {
  return printOf(programmeStatement(programme))
}
