import { randomUUID } from 'node:crypto'
import type { EndMapping } from '@kehui/domain/registry/imports'
import type { Kind } from '@kehui/domain/registry/kinds'
import type pg from 'pg'
import { HttpError } from '../../../http/error.js'
import type { SourceRow } from '../read/table.js'
import { CopyTarget, SUBJECTS_TABLE } from '../store-copy.js'
import { findSource } from '../store-imports.js'
import { knownByCode, knownByField, knownByKey, knownByName } from '../store-known.js'
import type { LoadJob } from './job.js'
import { RowWriter } from './row-writer.js'

/** Who is to be entered, by kind and text. */
export type Made = Map<
  string,
  { readonly id: string; readonly text: string; readonly kind: Kind; readonly code: boolean }
>

export interface Finding {
  readonly job: LoadJob
  readonly client: pg.Client
  readonly headers: readonly string[]
  /** Both ends share it: what one column names first, the other may name too. */
  readonly made: Made
}

export type End = { readonly id: string; readonly kind: string; readonly name: string }
type Problem = { readonly zh: string; readonly en: string }

/** One way in which a column names resources, with what was found by it in the whole file. */
interface Way {
  readonly column: string
  readonly at: number
  readonly by: EndMapping['by']
  readonly field: string | undefined
  readonly first: number | undefined
  readonly found: Map<string, readonly string[]>
}

export function columnAt(headers: readonly string[], header: string): number {
  const index = headers.indexOf(header)
  if (index >= 0) return index
  throw new HttpError('imports.plan', { problems: [`没有列 no column “${header}”`] })
}

/** Finds the resources that an end of a relation names; what was found is remembered. */
export class EndFinder {
  readonly #finding: Finding
  readonly #mapping: EndMapping
  readonly #kind: Kind
  readonly #ways: readonly Way[]

  constructor(finding: Finding, mapping: EndMapping) {
    this.#finding = finding
    this.#mapping = mapping
    const { kinds } = finding.job
    const kind = kinds.find(({ id }) => id === mapping.kind)
    if (!kind) throw new HttpError('kind.not-found', { kind: mapping.kind, kinds: kinds.map(({ id }) => id) })
    this.#kind = kind
    this.#ways = [mapping, ...(mapping.or ? [mapping.or] : [])].map(({ column, by, field, first }) => ({
      column,
      at: columnAt(finding.headers, column),
      by,
      field,
      first,
      found: new Map(),
    }))
  }

  get made(): Made {
    return this.#finding.made
  }

  async learn(rows: readonly SourceRow[]): Promise<void> {
    for (const way of this.#ways) {
      const named = new Set(rows.map(({ cells }) => textOf(way, cells)))
      const texts = [...named].filter((text) => text !== '' && !way.found.has(text))
      if (texts.length === 0) continue
      for (const text of texts) way.found.set(text, [])
      for (const [text, id] of await this.#ask(way, texts)) {
        const before = way.found.get(text)
        if (before && !before.includes(id)) way.found.set(text, [...before, id])
      }
    }
  }

  async #ask({ by, field, first }: Way, texts: readonly string[]): Promise<(readonly [string, string])[]> {
    const { client, job } = this.#finding
    const { region } = job
    const kind = this.#kind
    if (by === 'code')
      return (await knownByCode(client, region, kind, texts))
        .filter((s) => s.kind === kind.id)
        .map((s) => [s.code ?? '', s.id])
    if (by === 'name') return (await knownByName(client, region, kind, texts)).map((s) => [s.name, s.id])
    const { source } = this.#mapping
    const sourceId = source === undefined ? job.sourceId : await findSource(client, region, source)
    if (sourceId === null)
      throw new HttpError('imports.plan', { problems: [`没有来源 no source “${source}”`] })
    const among = { sourceId, target: kind.id }
    if (by === 'key') return [...(await knownByKey(client, region, { ...among, keys: texts }))]
    if (field === undefined || !kind.fields.some(({ name }) => name === field))
      throw new HttpError('imports.plan', { problems: [`没有字段 no field “${field ?? ''}”`] })
    return knownByField(client, region, { ...among, field, texts, first: first ?? null })
  }

  find({ cells }: SourceRow): End | Problem {
    const way = this.#ways.find((one) => textOf(one, cells) !== '')
    const { kind, several, create = false, column: named } = this.#mapping
    if (way === undefined) return { zh: `“${named}”是空的`, en: `“${named}” is empty` }
    const { column, by } = way
    const text = textOf(way, cells)
    const ids = way.found.get(text) ?? []
    const [id] = ids
    if (id !== undefined && (ids.length === 1 || several === 'first')) return { id, kind, name: text }
    if (ids.length > 1)
      return {
        zh: `“${column}”的“${text}”可以是 ${ids.length} 个资源`,
        en: `“${text}” of “${column}” can be ${ids.length} resources`,
      }
    if (!create)
      return {
        zh: `“${column}”的“${text}”不在资源目录中`,
        en: `“${text}” of “${column}” is not in the registry`,
      }
    const key = `${kind} ${text}`
    const made = this.made.get(key) ?? { id: randomUUID(), text, kind: this.#kind, code: by === 'code' }
    this.made.set(key, made)
    return { id: made.id, kind, name: text }
  }
}

function textOf({ at, first }: Way, cells: readonly string[]): string {
  const text = (cells[at] ?? '').trim()
  return first === undefined ? text : text.slice(0, first)
}

/** Enters whom a file names and nothing had yet. */
export async function writeNew(
  client: pg.Client,
  job: LoadJob,
  made: Iterable<{
    readonly id: string
    readonly text: string
    readonly kind: Kind
    readonly code: boolean
  }>,
): Promise<void> {
  const target = new CopyTarget(client, SUBJECTS_TABLE)
  const writer = new RowWriter(job)
  for (const { id, text, kind, code } of made)
    writer.subject(target.rows, id, kind, { name: text, code: code ? text : null, place: null })
  await target.end()
}
