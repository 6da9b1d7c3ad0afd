import {
  AUDIENCES,
  type FactError,
  type GivenFacts,
  type GivenRecords,
  type Library,
  parseFacts,
  type Subject,
} from '@kehui/domain/rules'
import { RefusedError } from './output.js'

const LONGEST_NAME = 500
const MOST_TOLD = 50
/** Owners of owners: a commissioner of a village of a county, and no further. */
const DEEPEST_OWNER = 4
const KEYS = ['id', 'name', 'audience', 'facts', 'records', 'owner', 'received']

/** A subject from `{"name", "audience", "facts", "records", "owner", "received"}`; what is wrong is told key by key. */
export function subjectFrom(library: Library, given: unknown, where = '', depth = 0): Subject {
  if (depth > DEEPEST_OWNER) throw new RefusedError('Owners are nested too deeply')
  if (!isObject(given))
    throw new RefusedError(
      `${where || 'The file'} is not one JSON object such as {"name": …, "audience": "enterprise", "facts": {…}}`,
    )
  const unknownKey = Object.keys(given).find((key) => !KEYS.includes(key))
  if (unknownKey !== undefined)
    throw new RefusedError(`${where}“${unknownKey}” is no part of a subject; there are ${KEYS.join(', ')}`)
  const audience = AUDIENCES.find((a) => a === (given['audience'] ?? 'enterprise'))
  if (!audience)
    throw new RefusedError(
      `${where}“${String(given['audience'])}” is no audience; there are ${AUDIENCES.join(', ')}`,
    )
  const [facts, records] = [given['facts'] ?? {}, given['records'] ?? {}]
  if (!isObject(facts) || !isObject(records))
    throw new RefusedError(`${where}“facts” and “records” are objects: {"职工总数": "80 人"}`)
  const received = given['received'] ?? []
  if (!Array.isArray(received) || received.some((id) => !library.programmes.has(String(id))))
    throw new RefusedError(`${where}“received” lists ids of programmes`)
  const read = parseFacts(library, { facts: facts as GivenFacts, records: records as GivenRecords })
  if (!read.ok)
    throw new RefusedError(`${read.errors.length} 项事实未采用 facts were refused; nothing was evaluated.`, [
      ...read.errors.slice(0, MOST_TOLD).map((e) => toldError(e, where)),
      ...(read.errors.length > MOST_TOLD ? [`… ${read.errors.length - MOST_TOLD} more`] : []),
    ])
  for (const key of ['id', 'name']) {
    if (given[key] !== undefined && typeof given[key] !== 'string')
      throw new RefusedError(`${where}“${key}” is a text in quotes`)
  }
  const name = typeof given['name'] === 'string' ? given['name'] : ''
  if (name.length > LONGEST_NAME)
    throw new RefusedError(`${where}“name” has ${name.length} characters; at most ${LONGEST_NAME} are taken`)
  return {
    id: typeof given['id'] === 'string' ? given['id'] : name,
    name,
    audience,
    facts: read.facts,
    records: read.records,
    received: received.map(String),
    ...(given['owner'] === undefined
      ? {}
      : { owner: subjectFrom(library, given['owner'], `${where}owner: `, depth + 1) }),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function toldError({ key, message, suggestion }: FactError, where = ''): string {
  return `${where}${key}: ${message}${suggestion === undefined ? '' : `; did you mean “${suggestion}”?`}`
}
