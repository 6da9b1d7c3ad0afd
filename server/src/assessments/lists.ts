import type { AppContext } from '../context.js'
import { HttpError } from '../http/error.js'
import { readStored } from '../imports/preview.js'
import { findImport } from '../imports/store.js'
import { findSubjects, matchSubjects } from '../registry/store.js'
import type { CompanyList, NewCompanyList, CompanyFilter as StoredFilter } from './schema.js'
import type { CompanyFilter, Scope } from './scope.js'
import {
  countSubjects,
  findList,
  insertList,
  isNameTaken,
  type ListDefinition,
  type StoredList,
} from './store-lists.js'

export async function listOr404({ pool }: AppContext, region: number, id: string): Promise<StoredList> {
  const found = await findList(pool, region, id)
  if (!found) throw new HttpError('list.not-found')
  return found
}

/** A name that is not empty and that no other list has. */
export async function nameFor(
  { pool }: AppContext,
  region: number,
  given: string,
  but: string | null = null,
): Promise<string> {
  const name = given
    .normalize('NFKC')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
  if (name === '') throw new HttpError('list.name', { field: 'name' })
  if (await isNameTaken(pool, region, name, but))
    throw new HttpError('list.name-taken', { field: 'name', name })
  return name
}

/** Its id. Where it would have no company, nothing is made. */
export async function createList(
  context: AppContext,
  region: number,
  given: NewCompanyList,
  createdBy: string | null,
): Promise<string> {
  const name = await nameFor(context, region, given.name)
  const { kind, definition } = await definitionOf(context, region, given)
  return insertList(context.pool, region, { name, kind, definition, createdBy })
}

async function definitionOf(
  context: AppContext,
  region: number,
  { filter, import: of, subjects = [] }: NewCompanyList,
): Promise<{ kind: StoredList['kind']; definition: ListDefinition }> {
  const given = [filter, of, subjects.length > 0 ? subjects : undefined].filter((one) => one !== undefined)
  if (given.length !== 1) throw new HttpError('list.definition')
  if (filter) return { kind: 'filter', definition: { filter: checkedFilter(context, filter) } }
  if (of !== undefined) return { kind: 'import', definition: await ofImport(context, region, of) }
  const found = await findSubjects(context.pool, region, subjects)
  if (found.length < new Set(subjects).size) throw new HttpError('list.subjects')
  return { kind: 'picked', definition: { subjects: found.map(({ id }) => id) } }
}

/** Every row of the table that is a company by now, also those of which it said nothing new. */
async function ofImport(context: AppContext, region: number, id: string): Promise<ListDefinition> {
  const stored = await findImport(context.pool, region, id)
  if (!stored) throw new HttpError('imports.not-found')
  if (stored.status !== 'committed') throw new HttpError('list.import')
  const { rows } = readStored(context.library, stored.content, stored.choices)
  const codes = new Set(rows.flatMap(({ creditCode }) => creditCode ?? []))
  const names = new Set(
    rows.flatMap(({ creditCode, name }) => (creditCode === null && name !== '' ? [name] : [])),
  )
  const found = await matchSubjects(context.pool, region, { creditCodes: [...codes], names: [...names] })
  if (found.length === 0) throw new HttpError('list.import')
  return { import: id, fileName: stored.fileName, subjects: found.map((s) => s.id) }
}

export function checkedFilter({ library }: AppContext, filter: CompanyFilter): StoredFilter {
  const { place, title } = filter
  if (place !== undefined && library.places.name(place) === '')
    throw new HttpError('matrix.filter', { field: 'place', value: place })
  if (title !== undefined && library.facts.get(title)?.title !== true)
    throw new HttpError('matrix.filter', { field: 'title', value: title })
  const given = Object.entries(filter)
    .map(([name, value]) => [name, value?.trim()])
    .filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(given) as StoredFilter
}

/** The companies of a list, narrowed by a filter. */
export function scopeOf(list: StoredList | null, filter: CompanyFilter): Scope {
  if (list === null) return { ids: null, filters: [filter] }
  const { definition } = list
  return 'filter' in definition
    ? { ids: null, filters: [definition.filter, filter] }
    : { ids: definition.subjects, filters: [filter] }
}

export async function listView(
  { pool }: AppContext,
  region: number,
  { id, name, kind, definition, createdBy, createdAt }: StoredList,
): Promise<CompanyList> {
  return {
    id,
    name,
    kind,
    filter: 'filter' in definition ? definition.filter : null,
    fileName: 'fileName' in definition ? definition.fileName : null,
    size: 'filter' in definition ? null : await countSubjects(pool, region, definition.subjects),
    createdBy,
    createdAt: createdAt.toISOString(),
  }
}
