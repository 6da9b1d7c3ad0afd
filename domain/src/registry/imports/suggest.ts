import type { Field } from '../fields/index.js'
import type { Kind } from '../kinds/index.js'
import { type HeaderParts, headerKey, readHeader } from './header.js'

export interface ColumnSuggestion extends Omit<HeaderParts, 'name'> {
  readonly header: string
  /** Null: nothing of the kind is called so. */
  readonly field: string | null
}

/** What each column most likely is; of several with one meaning the first that is called most exactly. */
export function suggestColumns(kind: Kind, headers: readonly string[]): ColumnSuggestion[] {
  const names = namesOf(kind)
  const taken = new Set<string>()
  return headers.map((header) => {
    const { name, unit, year } = readHeader(header)
    const field = names.get(name) ?? names.get(headerKey(header)) ?? null
    if (field === null || taken.has(field.name)) return { header, field: null, unit, year }
    taken.add(field.name)
    return { header, field: field.name, unit: field.type === 'quantity' ? unit : null, year }
  })
}

/** The kinds that a table is most likely of, the likeliest first: those that know most of its columns by name. */
export function suggestKinds(kinds: readonly Kind[], headers: readonly string[]): Kind[] {
  return kinds
    .map((kind) => ({ kind, score: scoreOf(kind, headers) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ kind }) => kind)
}

function scoreOf(kind: Kind, headers: readonly string[]): number {
  const found = suggestColumns(kind, headers).filter(({ field }) => field !== null)
  const fields = new Set(found.map(({ field }) => field))
  if (!fields.has('name')) return 0
  const first = kind.fields.find(({ name }) => name === 'name')
  // 企业名称 says whose names they are; 名称 says nothing.
  const telling = headers.some(
    (h) => headerKey(h) !== '名称' && first?.headers.some((x) => headerKey(x) === readHeader(h).name),
  )
  return fields.size + (telling ? 1 : 0) + (kind.code !== null && fields.has(kind.code) ? 1 : 0)
}

const known = new WeakMap<Kind, ReadonlyMap<string, Field>>()

function namesOf(kind: Kind): ReadonlyMap<string, Field> {
  const before = known.get(kind)
  if (before) return before
  const names = new Map<string, Field>()
  const add = (name: string, field: Field) => {
    const key = headerKey(name)
    if (!names.has(key)) names.set(key, field)
  }
  for (const field of kind.fields) add(field.label.zh, field)
  for (const field of kind.fields)
    for (const header of [...field.headers, field.name, field.label.en ?? '']) add(header, field)
  names.delete('')
  known.set(kind, names)
  return names
}
