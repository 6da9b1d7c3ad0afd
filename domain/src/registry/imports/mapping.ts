import Type, { type Static } from 'typebox'
import { STANDINGS } from '../facts/index.js'

const Name = Type.String({ minLength: 1, maxLength: 200 })

/** Who says it, how it stands in the stated order, and how sure it is. */
export const SourceMapping = Type.Object(
  {
    name: Name,
    standing: Type.Optional(
      Type.Unsafe<Exclude<(typeof STANDINGS)[number], 'correction'>>(
        Type.Union(STANDINGS.filter((s) => s !== 'correction').map((s) => Type.Literal(s))),
      ),
    ),
    confidence: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    /** The day as of which it holds; that of the import otherwise. */
    observedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
  },
  { additionalProperties: false },
)
export type SourceMapping = Static<typeof SourceMapping>

const ColumnMapping = Type.Object(
  {
    field: Name,
    unit: Type.Optional(Name),
    /** The year that its figures are of. */
    year: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2199 })),
    separator: Type.Optional(Type.String({ minLength: 1, maxLength: 10 })),
  },
  { additionalProperties: false },
)

/** Header → field, fact of programmes, or how to read it; null leaves the column out. */
const Columns = Type.Record(
  Type.String({ minLength: 1, maxLength: 200 }),
  Type.Union([Type.Null(), Name, ColumnMapping]),
)

/** How the columns of a file are resources of one kind. */
export const KindMapping = Type.Object(
  {
    kind: Name,
    source: SourceMapping,
    columns: Columns,
    /** Columns by which the source knows a row; without any, the official identifier or the name. */
    key: Type.Optional(Type.Union([Name, Type.Array(Name, { minItems: 1, maxItems: 8 })])),
    /** The column with the year that a row's figures are of. */
    year: Type.Optional(Name),
    /** Fields that are the same in every row. */
    fixed: Type.Optional(Type.Record(Name, Type.String({ maxLength: 1000 }))),
  },
  { additionalProperties: false },
)
export type KindMapping = Static<typeof KindMapping>

const NamedBy = {
  column: Name,
  /** By name, by official identifier, by the key of a source, or by what a field of its rows says. */
  by: Type.Union(['name', 'code', 'key', 'field'].map((by) => Type.Literal(by))),
  field: Type.Optional(Name),
  /** Only so many characters from the beginning: 688268 of 688268SH. */
  first: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}

/** How a column names a resource that is there already. */
export const EndMapping = Type.Object(
  {
    ...NamedBy,
    by: Type.Unsafe<'name' | 'code' | 'key' | 'field'>(NamedBy.by),
    kind: Name,
    /** Whose keys or rows: this source's otherwise. */
    source: Type.Optional(Name),
    /** Where several are meant: the one that was told first, rather than none. */
    several: Type.Optional(Type.Literal('first')),
    /** Names that nothing has yet become resources. */
    create: Type.Optional(Type.Boolean()),
    /** Where the column is empty. */
    or: Type.Optional(
      Type.Object(
        { ...NamedBy, by: Type.Unsafe<'name' | 'code' | 'key' | 'field'>(NamedBy.by) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type EndMapping = Static<typeof EndMapping>

/** How the rows of a file are relations. */
export const RelationMapping = Type.Object(
  {
    relation: Type.Union([
      Name,
      Type.Object(
        { column: Name, as: Type.Record(Type.String(), Type.Union([Type.Null(), Name, TypeAs()])) },
        { additionalProperties: false },
      ),
    ]),
    source: SourceMapping,
    from: EndMapping,
    to: EndMapping,
    weight: Type.Optional(Name),
  },
  { additionalProperties: false },
)
export type RelationMapping = Static<typeof RelationMapping>

/** `reversed`: the file names the second first. */
function TypeAs() {
  return Type.Object({ type: Name, reversed: Type.Optional(Type.Boolean()) }, { additionalProperties: false })
}

export const ImportMapping = Type.Union([KindMapping, RelationMapping])
export type ImportMapping = Static<typeof ImportMapping>

export function isRelationMapping(mapping: ImportMapping): mapping is RelationMapping {
  return 'relation' in mapping
}
