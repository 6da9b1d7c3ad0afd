import { meantBy } from '../shared/look-alike.js'
import { suggest } from '../shared/suggest.js'
import type { FactDef, FactSet, KnownFact, RecordDef, RecordRow, Records, Value, ValueDef } from './facts.js'
import type { Library } from './programme.js'
import { parseValue } from './value.js'

/** As a person, a JSON file or a cell gives it: `80 人`, `是`, `true`, `12`; `{"2024": …, "2025": …}` for several years. */
export type GivenValue = string | number | boolean
export type GivenFacts = Readonly<Record<string, GivenValue | Readonly<Record<string, GivenValue>>>>
export type GivenRecords = Readonly<Record<string, readonly Readonly<Record<string, GivenValue>>[]>>

export interface FactError {
  readonly code: string
  /** The key that is wrong, `技术合同[2].到账额` for a field of a record. */
  readonly key: string
  readonly message: string
  readonly suggestion?: string
}

export type ParsedFacts =
  | { readonly ok: true; readonly facts: FactSet; readonly records: Records }
  | { readonly ok: false; readonly errors: readonly FactError[] }

/** Reads facts and records for a library; nothing is taken where anything is wrong. */
export function parseFacts(
  library: Library,
  given: { facts?: GivenFacts; records?: GivenRecords },
): ParsedFacts {
  const errors: FactError[] = []
  const facts = new Map<string, KnownFact>()
  for (const [key, value] of dated(given.facts ?? {})) {
    const read = readFact(library, inHalfWidth(key), value, errors.length < MOST_SUGGESTED)
    if ('code' in read) errors.push(read)
    else if (facts.has(read.key))
      errors.push({ code: 'facts.twice', key, message: `“${key}” is given twice` })
    else facts.set(read.key, { value: read.value })
  }
  const records = new Map<string, readonly RecordRow[]>()
  for (const [name, rows] of Object.entries(given.records ?? {})) {
    const def = findRecord(library, name)
    if (!def) errors.push(unknown(name, [...library.records.keys()], 'kind of record'))
    else records.set(def.name, readRows(library, def, rows, errors))
  }
  errors.push(...contradictions(library, facts))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, facts, records }
}

/** `研发费用: {"2024": …, "2025": …}` as one entry a year. */
function dated(facts: GivenFacts): [string, GivenValue][] {
  return Object.entries(facts).flatMap(([key, value]): [string, GivenValue][] =>
    isByYear(value) ? Object.entries(value).map(([year, v]) => [`${key}@${year}`, v]) : [[key, value]],
  )
}

function isByYear(value: GivenFacts[string]): value is Readonly<Record<string, GivenValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `研发费用＠２０２５` as it is meant. */
function inHalfWidth(key: string): string {
  return key.trim().replaceAll(/[．＠０-９]/g, (c) => meantBy(c) ?? c)
}

function unknown(name: string, names: Iterable<string>, what: string): FactError {
  const suggestion = name.length > 100 ? undefined : suggest(name, names)
  return {
    code: 'facts.unknown',
    key: name,
    message: `There is no ${what} “${name}”`,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** More suggestions than a person reads; looking for one takes longer than reading a fact. */
const MOST_SUGGESTED = 20

const KEY = /^([^.@]+)(?:\.([^@]+))?(?:@(.+))?$/

function readFact(
  library: Library,
  key: string,
  given: GivenValue,
  suggesting: boolean,
): { key: string; value: Value } | FactError {
  const [, name = '', calibre, year] = KEY.exec(key) ?? []
  const def = findFact(library, name.trim())
  if (!def) return { ...unknown(name || key, suggesting ? factNames(library) : [], 'fact'), key }
  const wrong = checkKey(def, key, calibre, year)
  if (wrong) return wrong
  const parsed = parseValue(given, def, library.places)
  if (!parsed.ok)
    return {
      code: 'facts.value',
      key,
      message: parsed.message,
      ...(parsed.suggestion === undefined ? {} : { suggestion: parsed.suggestion }),
    }
  return {
    key: `${def.name}${calibre === undefined ? '' : `.${calibre}`}${year === undefined ? '' : `@${year}`}`,
    value: parsed.value,
  }
}

function* factNames({ facts, englishNames }: Library): Iterable<string> {
  yield* facts.keys()
  yield* englishNames.keys()
}

export function findFact({ facts, englishNames }: Library, name: string): FactDef | undefined {
  return facts.get(name) ?? facts.get(englishNames.get(name) ?? '')
}

function findRecord({ records, englishNames }: Library, name: string): RecordDef | undefined {
  return records.get(name) ?? records.get(englishNames.get(name) ?? '')
}

function checkKey(
  def: FactDef,
  key: string,
  calibre: string | undefined,
  year: string | undefined,
): FactError | null {
  if (def.derived !== null)
    return {
      code: 'facts.derived',
      key,
      message: `“${def.name}” is computed as ${def.derived}; give what it is computed from`,
    }
  if (calibre !== undefined && !def.calibres.has(calibre)) {
    const known = [...def.calibres.keys()]
    const suggestion = suggest(calibre, known)
    return {
      code: 'facts.calibre',
      key,
      message:
        known.length > 0
          ? `“${def.name}” has no calibre “${calibre}”; it has ${known.join(', ')}`
          : `“${def.name}” has no calibres`,
      ...(suggestion === undefined ? {} : { suggestion: `${def.name}.${suggestion}` }),
    }
  }
  if (year === undefined) return null
  if (!/^(19|20|21)\d\d$/.test(year))
    return { code: 'facts.year', key, message: `“${year}” is no year; write ${def.name}@2025` }
  const yearly = ['上年度', '上年末', '前年度', '当年'].includes(def.period)
  return yearly
    ? null
    : {
        code: 'facts.year',
        key,
        message: `“${def.name}” has one value, not one a year; leave “@${year}” out`,
        suggestion: def.name,
      }
}

function readRows(
  library: Library,
  def: RecordDef,
  rows: readonly Readonly<Record<string, GivenValue>>[],
  errors: FactError[],
): RecordRow[] {
  if (!Array.isArray(rows)) {
    errors.push({ code: 'facts.records', key: def.name, message: `“${def.name}” is a list of records` })
    return []
  }
  if (BigInt(rows.length) > def.maxCount)
    errors.push({
      code: 'facts.records',
      key: def.name,
      message: `There are ${rows.length} of “${def.name}”; at most ${def.maxCount} can be`,
    })
  return rows.map((row: unknown, i) => {
    const read = new Map<string, Value>()
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      const key = `${def.name}[${i + 1}]`
      errors.push({ code: 'facts.records', key, message: `A record is an object, such as {"…": "…"}` })
      return read
    }
    for (const [field, given] of Object.entries(row as Readonly<Record<string, GivenValue>>)) {
      const key = `${def.name}[${i + 1}].${field}`
      const fieldDef = def.fields.get(field) ?? [...def.fields.values()].find((f: ValueDef) => f.en === field)
      if (!fieldDef) {
        errors.push({ ...unknown(field, [...def.fields.keys()], `field of “${def.name}”`), key })
        continue
      }
      const parsed = parseValue(given, fieldDef, library.places)
      if (parsed.ok) read.set(fieldDef.name, parsed.value)
      else
        errors.push({
          code: 'facts.value',
          key,
          message: parsed.message,
          ...(parsed.suggestion === undefined ? {} : { suggestion: parsed.suggestion }),
        })
    }
    return read
  })
}

/** A part that is greater than its whole in the same year and calibre. */
function contradictions(library: Library, facts: FactSet): FactError[] {
  const errors: FactError[] = []
  for (const [key, part] of facts) {
    const [, name = ''] = KEY.exec(key) ?? []
    const whole = library.facts.get(name)?.within
    const other = whole ? facts.get(key.replace(name, whole)) : undefined
    if (
      whole &&
      part.value.kind === 'quantity' &&
      other?.value.kind === 'quantity' &&
      part.value.lo > other.value.hi
    ) {
      errors.push({
        code: 'facts.within',
        key,
        message: `“${key}” is greater than “${key.replace(name, whole)}”, which holds it`,
      })
    }
  }
  return errors
}
