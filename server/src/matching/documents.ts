import type { Demand } from '@kehui/domain/cases'
import type { Cell, Field } from '@kehui/domain/registry/fields'
import type { Kind } from '@kehui/domain/registry/kinds'
import type { RetrievalDocument } from './retrieval.js'

/** Kinds that can answer a need, in the order in which they are told. */
export const SUPPLY = [
  'achievement',
  'patent',
  'person',
  'institution',
  'platform',
  'facility',
  'enterprise',
  'product',
  'financier',
] as const

const NEED = 'need:'
/** The mark of samples and what stands for hidden words: two do not have these in common. */
const MARKS = /（?示例）?|〔[^〕]*〕/g

/** Words as they are searched. */
export function searched(words: string): string {
  return words.replace(MARKS, ' ')
}

export function needDocumentId(demand: string): string {
  return NEED + demand
}

/** The need that a document is of; null for a resource. */
export function needOf(document: string): string | null {
  return document.startsWith(NEED) ? document.slice(NEED.length) : null
}

export interface DescribedResource {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly cells: ReadonlyMap<string, Cell>
}

/** What everybody may know of a resource, as words. */
export function resourceDocument(
  kind: Kind,
  { id, name, place, cells }: DescribedResource,
): RetrievalDocument {
  const words = kind.fields
    .filter((field) => field.visibility === 'open' && field.name !== 'name')
    .flatMap((field) => wordsOf(field, cells.get(field.name)))
  return {
    id,
    title: searched(name),
    text: searched(words.join('\n')),
    tags: [`kind:${kind.id}`, ...placeTags(place)],
  }
}

/** What the meaning of a document is read from. Whoever somebody is says nothing of what they know. */
export function meaningText({ title, text, tags }: RetrievalDocument): string {
  const name = title.trim()
  const person = tags.includes('kind:person') && name !== ''
  return (person ? text.replaceAll(name, ' ') : `${title}\n${text}`).trim()
}

function wordsOf({ type, name }: Field, cell: Cell | undefined): string[] {
  if (cell === undefined || name === 'contact') return []
  if (type === 'list' && Array.isArray(cell)) return [cell.join(' ')]
  return (type === 'text' || type === 'reference') && typeof cell === 'string' ? [cell] : []
}

/** What everybody sees of a need: never more than its redacted words. */
export function needDocument(need: {
  readonly id: string
  readonly place: string | null
  readonly redacted: Demand
}): RetrievalDocument {
  return {
    id: needDocumentId(need.id),
    title: searched(need.redacted.title),
    text: searched(needText(need.redacted)),
    tags: ['kind:need', ...placeTags(need.place?.slice(0, 6) ?? null)],
  }
}

export function needText({ problem, scene, targets, field }: Demand): string {
  return [problem, scene, field ?? '', ...targets.map(({ name, wanted }) => `${name} ${wanted}`)].join('\n')
}

/** A place with the province and the city it lies in. */
function placeTags(place: string | null): string[] {
  if (place === null) return []
  return [...new Set([2, 4, 6].map((length) => place.slice(0, length)))].map((code) => `place:${code}`)
}
