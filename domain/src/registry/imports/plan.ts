import { suggest } from '../../shared/suggest.js'
import type { Text } from '../../shared/text.js'
import { findUnit } from '../../shared/unit.js'
import type { LayoutColumn } from '../facts/index.js'
import type { Field } from '../fields/index.js'
import { fieldOf, type Kind } from '../kinds/index.js'
import type { KindMapping } from './mapping.js'

/** One column that is read: where it stands in the file and in the stored row, and as what. */
export interface PlannedColumn {
  /** −1: the same text in every row. */
  readonly index: number
  readonly text?: string
  readonly header: string
  readonly field: Field
  readonly unit: string | null
  readonly separator?: string
}

/** How each row of a file becomes a stored row; plain data, so that another thread can be given it. */
export interface ImportPlan {
  readonly kind: Kind
  readonly columns: readonly PlannedColumn[]
  readonly layout: readonly LayoutColumn[]
  /** Columns of the source's key; empty where it has none. */
  readonly key: readonly number[]
  readonly year: number | null
}

/** A fact of programmes as a field, with its key; null where there is none of that name. */
export type FindFact = (
  name: string,
  year: number | null,
  rowYear: boolean,
) => { readonly field: Field; readonly fact: string; readonly yearly: boolean } | null

export interface MappingProblem {
  readonly column: string
  readonly problem: Text
}

export type Planned =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly problems: readonly MappingProblem[] }

/** A mapping against the header of a file: all that is wrong with it, or what to do with each row. */
export function planImport(
  kind: Kind,
  mapping: KindMapping,
  headers: readonly string[],
  findFact: FindFact,
): Planned {
  const problems: MappingProblem[] = []
  const at = (header: string): number => {
    const index = headers.indexOf(header)
    if (index < 0) problems.push({ column: header, problem: noColumn(header, headers) })
    return index
  }
  const year = mapping.year === undefined ? null : at(mapping.year)
  const columns: PlannedColumn[] = []
  const layout: LayoutColumn[] = []
  for (const { header, index, text, given } of wanted(mapping, at)) {
    const found = target(kind, given, year !== null, findFact)
    const problem = problemOf(kind, given, found, layout)
    if (problem !== null) problems.push({ column: header, problem })
    if (problem !== null || found === null) continue
    layout.push(found.column)
    const { unit = null, separator } = given
    columns.push({
      index,
      header,
      field: found.field,
      unit,
      ...(text === undefined ? {} : { text }),
      ...(separator === undefined ? {} : { separator }),
    })
  }
  const key = (mapping.key === undefined ? [] : [mapping.key].flat()).map(at)
  const told = layout.some((column) => column.key === 'name' || column.key === kind.code) || key.length > 0
  if (problems.length === 0 && !told) problems.push({ column: '', problem: nameless(kind) })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, plan: { kind, columns, layout, key, year } }
}

interface Wanted {
  readonly header: string
  readonly index: number
  readonly text?: string
  readonly given: ReadAs
}

function wanted({ columns, fixed = {} }: KindMapping, at: (header: string) => number): Wanted[] {
  const read = Object.entries(columns).flatMap(([header, given]): Wanted[] => {
    const index = given === null ? -1 : at(header)
    if (given === null || index < 0) return []
    return [{ header, index, given: typeof given === 'string' ? { field: given } : given }]
  })
  const same = Object.entries(fixed).map(([field, text]) => ({
    header: field,
    index: -1,
    text,
    given: { field },
  }))
  return [...read, ...same]
}

function problemOf(
  kind: Kind,
  { field, unit }: ReadAs,
  found: ReturnType<typeof target>,
  layout: readonly LayoutColumn[],
): Text | null {
  if (found === null) return unknownField(kind, field)
  const { label, name, dimension } = found.field
  if (unit !== undefined && findUnit(unit)?.dimension !== dimension)
    return { zh: `“${unit}”不是“${label.zh}”的单位`, en: `“${unit}” is no unit of ${name}` }
  if (layout.some(({ key }) => key === found.column.key))
    return { zh: `“${label.zh}”已由另一列给出`, en: `Another column gives ${name} already` }
  return null
}

function noColumn(header: string, headers: readonly string[]): Text {
  const near = suggest(header, headers)
  return {
    zh: `文件中没有“${header}”这一列${near === undefined ? '' : `，是不是“${near}”？`}`,
    en: `The file has no column “${header}”${near === undefined ? '' : `; did you mean “${near}”?`}`,
  }
}

function nameless(kind: Kind): Text {
  return {
    zh: `没有一列说明是哪个${kind.label.zh}：需要名称、编号或来源主键`,
    en: `No column says which ${kind.label.en} a row is: map its name, its identifier or a key`,
  }
}

interface ReadAs {
  readonly field: string
  readonly unit?: string
  readonly year?: number
  readonly separator?: string
}

/** A field of the kind, and the fact of programmes that it is; else a fact by its own name: 研发费用.高企. */
function target(
  kind: Kind,
  given: ReadAs,
  rowYear: boolean,
  findFact: FindFact,
): { readonly field: Field; readonly column: LayoutColumn } | null {
  const own = fieldOf(kind, given.field)
  const year = given.year ?? null
  const fact = findFact(own ? (own.fact ?? '') : given.field, year, rowYear)
  if (own) {
    const column: LayoutColumn = { key: own.name, type: own.type }
    return {
      field: own,
      column: fact ? { ...column, fact: fact.fact, ...(fact.yearly ? { yearly: true } : {}) } : column,
    }
  }
  if (!fact) return null
  const column = { key: fact.fact, type: fact.field.type, fact: fact.fact }
  return { field: fact.field, column: fact.yearly ? { ...column, yearly: true } : column }
}

function unknownField(kind: Kind, field: string): Text {
  const near = suggest(
    field,
    kind.fields.map(({ name }) => name),
  )
  return {
    zh: `${kind.label.zh}没有“${field}”这一项${near === undefined ? '' : `，是不是“${near}”？`}`,
    en: `${kind.label.en} has no field “${field}”${near === undefined ? '' : `; did you mean “${near}”?`}`,
  }
}
