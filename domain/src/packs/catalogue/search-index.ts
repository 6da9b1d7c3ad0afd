import type { Item, Library, Programme, Term } from '../../rules/programme.js'
import type { Text } from '../../shared/text.js'
import { factsOf } from '../compare/library.js'
import { type Normal, normalise } from './normal.js'

export const SEARCH_FIELDS = [
  'title',
  'id',
  'number',
  'call',
  'document',
  'issuer',
  'region',
  'summary',
  'condition',
  'clause',
  'fact',
] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** How much it says about a programme that a word stands there. */
export const WEIGHTS: Readonly<Record<SearchField, number>> = {
  title: 10,
  id: 2,
  number: 9,
  call: 5,
  document: 6,
  issuer: 4,
  region: 4,
  summary: 4,
  condition: 3,
  clause: 2,
  fact: 2,
}

export interface SearchText {
  readonly field: SearchField
  readonly lang: 'zh' | 'en'
  readonly original: string
  readonly normal: Normal
}

export interface SearchEntry {
  readonly programme: string
  readonly texts: readonly SearchText[]
}

const indexes = new WeakMap<Library, readonly SearchEntry[]>()

/** Every text of a library that is searched; made once and kept as long as the library. */
export function searchIndexOf(library: Library): readonly SearchEntry[] {
  const before = indexes.get(library)
  if (before) return before
  const made = [...library.programmes.values()].map((programme) => ({
    programme: programme.id,
    texts: textsOf(library, programme),
  }))
  indexes.set(library, made)
  return made
}

function textsOf(library: Library, programme: Programme): SearchText[] {
  const { title, summary, source, calls } = programme
  const pack = library.packs.get(programme.pack)
  const notes = notesIn(programme)
  return [
    ...both('title', title),
    ...one('number', source.number),
    ...one('id', programme.id),
    ...calls.flatMap((call) => [...both('call', call.title), ...one('number', call.number)]),
    ...one('document', source.document),
    ...one('issuer', source.issuer),
    ...both('region', pack?.title ?? null),
    ...both('summary', summary),
    ...notes.flatMap(({ label, text, clause }) => [
      ...both('condition', label ?? (text === null ? null : { zh: text })),
      ...one('clause', clause),
    ]),
    ...[...factsOf(library, programme)].flatMap((name) => both('fact', labelOf(library, name))),
  ]
}

function labelOf({ facts, records }: Library, name: string): Text {
  const def = facts.get(name) ?? records.get(name)
  return { zh: def?.label.zh ?? name, en: def?.label.en ?? def?.en ?? name }
}

function both(field: SearchField, text: Text | null): SearchText[] {
  if (text === null) return []
  return [...one(field, text.zh), ...(text.en === undefined ? [] : one(field, text.en, 'en'))]
}

function one(field: SearchField, original: string | null, lang: 'zh' | 'en' = 'zh'): SearchText[] {
  return original === null || original === '' ? [] : [{ field, lang, original, normal: normalise(original) }]
}

interface Note {
  readonly label: Text | null
  readonly text: string | null
  readonly clause: string | null
}

/** Labels and clauses of conditions, items of a score and terms of an amount. */
function notesIn({ need, define, points, pay }: Programme): Note[] {
  return [
    ...need.flatMap(itemNotes),
    ...[...define.values()].flatMap(({ item, term }) => [
      ...(item ? itemNotes(item) : []),
      ...(term ? termNotes(term) : []),
    ]),
    ...[...points.values()].flatMap(termNotes),
    ...(pay?.lines ?? []).flatMap(termNotes),
  ]
}

function itemNotes(item: Item): Note[] {
  const text = item.kind === 'expression' ? item.that.text : null
  const own = { label: item.label, text, clause: item.cite.article }
  return [own, ...(item.kind === 'all' || item.kind === 'any' ? item.items.flatMap(itemNotes) : [])]
}

function termNotes(term: Term): Note[] {
  const own = { label: term.label, text: null, clause: term.cite.article }
  const inner = term.kind === 'best' || term.kind === 'sum' ? term.terms.flatMap(termNotes) : []
  return [own, ...(term.when ? itemNotes(term.when) : []), ...inner]
}
