import type { Annotations, Cite, Item, Source } from '../rules/programme.js'
import type { Verified } from '../rules/result.js'
import type { Fields, Reader, YamlNode } from './reader.js'

export const VERIFIED: readonly Verified[] = ['official', 'secondary', 'none']
const ITEM_KEYS = ['that', 'any', 'all', 'label', 'cite', 'verified', 'evidence']

/** A bare expression, or `{that: …}`, `{any: […]}`, `{all: […]}`. */
export function readItem(reader: Reader, node: YamlNode, what: string): Item | null {
  if (!reader.isMapping(node)) {
    const that = reader.source(node, what)
    return that && { kind: 'expression', that, ...NO_NOTES, at: that.at }
  }
  const fields = reader.fields(node, what, ITEM_KEYS)
  const given = ['that', 'any', 'all'].filter((key) => fields.has(key))
  if (given.length !== 1) {
    reader.refuse(node, 'programme.item', `${what} is one of “that”, “any” and “all”`, {
      expected: '{that: 职工总数 <= 500 人}',
    })
    return null
  }
  const notes = { ...readNotes(reader, fields), at: reader.position(node) }
  if (fields.has('that')) return readThat(reader, fields, notes)
  const kind = fields.has('any') ? 'any' : 'all'
  const items = fields.items(kind).flatMap((item) => readItem(reader, item, 'A condition') ?? [])
  if (items.length === 0)
    reader.refuse(fields.get(kind) ?? node, 'programme.item', `“${kind}” lists at least one condition`)
  return { ...notes, kind, items }
}

function readThat(reader: Reader, fields: Fields, notes: Annotations): Item | null {
  const node = fields.get('that')
  if (!reader.isMapping(node)) {
    const that = reader.source(node, 'that')
    return that && { ...notes, kind: 'expression', that }
  }
  const that = new Map<string, Source>()
  for (const [reading, { value }] of fields.entries('that')) {
    const source = reader.source(value, reading)
    if (source) that.set(reading, source)
  }
  return { ...notes, kind: 'by-reading', that }
}

export const NO_CITE: Cite = { document: null, article: null, url: null, verified: null }
/** What a bare expression says of itself: nothing. */
export const NO_NOTES = { label: null, cite: NO_CITE, evidence: null } as const

/** What a condition or a term may carry beside what it says. */
export function readNotes(reader: Reader, fields: Fields): Omit<Annotations, 'at'> {
  return {
    label: fields.text('label'),
    cite: readCite(reader, fields),
    evidence: fields.text('evidence'),
  }
}

/** `cite: 第五条`, or `cite: {document: …, article: …}`, with `verified` beside it. */
export function readCite(reader: Reader, fields: Fields): Cite {
  const verified = fields.oneOf('verified', VERIFIED)
  const node = fields.get('cite')
  if (!reader.isMapping(node)) return { document: null, article: fields.scalar('cite'), url: null, verified }
  const cite = reader.fields(node, 'cite', ['document', 'article', 'url'])
  return {
    document: cite.scalar('document'),
    article: cite.scalar('article'),
    url: cite.scalar('url'),
    verified,
  }
}
