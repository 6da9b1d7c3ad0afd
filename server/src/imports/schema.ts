import Type, { type Static } from 'typebox'

/** Null comes first: a validator that fits values to types would else make an empty text of it. */
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([Type.Null(), type])

export const ImportColumn = Type.Object({
  index: Type.Integer({ minimum: 0 }),
  header: Type.String(),
  fact: Nullable(
    Type.String({
      description:
        'name, credit-code, year, a fact such as 研发费用 or 研发费用.高企; null where it is left out',
    }),
  ),
  year: Nullable(Type.Integer({ minimum: 1900, maximum: 2199 })),
  unit: Nullable(Type.String()),
  guessed: Type.Boolean(),
  samples: Type.Array(Type.String()),
})
export type ImportColumn = Static<typeof ImportColumn>

export const ImportQuestion = Type.Object({
  id: Type.String(),
  column: Type.Integer(),
  ask: Type.String(),
  options: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  chosen: Nullable(Type.String()),
})
export type ImportQuestion = Static<typeof ImportQuestion>

export const ImportResult = Type.Object({
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  skipped: Type.Integer(),
})
export type ImportResult = Static<typeof ImportResult>

const ImportStatus = Type.Union([Type.Literal('preview'), Type.Literal('committed'), Type.Literal('undone')])

export const ImportPreview = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  status: ImportStatus,
  createdAt: Type.String(),
  rowCount: Type.Integer(),
  columns: Type.Array(ImportColumn),
  rows: Type.Array(Type.Object({ row: Type.Integer(), cells: Type.Array(Type.String()) })),
  questions: Type.Array(ImportQuestion),
  errors: Type.Array(Type.Object({ row: Type.Integer(), column: Type.String(), message: Type.String() })),
  errorCount: Type.Integer(),
  notes: Type.Array(
    Type.String({ description: 'What was noticed in reading: formulas, other sheets, merged cells' }),
  ),
  result: Nullable(ImportResult),
})
export type ImportPreview = Static<typeof ImportPreview>

export const ImportItem = Type.Object({
  id: Type.String(),
  fileName: Type.String(),
  status: ImportStatus,
  createdAt: Type.String(),
  rows: Type.Integer(),
  errorCount: Type.Integer(),
  result: Nullable(ImportResult),
})
export type ImportItem = Static<typeof ImportItem>

export const ImportList = Type.Object({ items: Type.Array(ImportItem) })
export type ImportList = Static<typeof ImportList>

/** Columns as they are to be understood, and answers to questions; what is left out stays as it is. */
export const ImportMapping = Type.Object(
  {
    columns: Type.Optional(
      Type.Array(
        Type.Object({
          index: Type.Integer({ minimum: 0 }),
          fact: Nullable(Type.String()),
          year: Type.Optional(Nullable(Type.Integer({ minimum: 1900, maximum: 2199 }))),
          unit: Type.Optional(Nullable(Type.String())),
        }),
      ),
    ),
    answers: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { additionalProperties: true },
)
export type ImportMapping = Static<typeof ImportMapping>
