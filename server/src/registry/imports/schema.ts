import { ImportMapping } from '@kehui/domain/registry/imports'
import Type, { type Static } from 'typebox'

export const Progress = Type.Object({
  rows: Type.Integer(),
  bytes: Type.Integer(),
  totalBytes: Type.Integer(),
  /** reading, then indexing, then settling what changed. */
  phase: Type.String(),
})
export type Progress = Static<typeof Progress>

export const RowProblem = Type.Object({
  row: Type.Integer(),
  column: Type.String(),
  zh: Type.String(),
  en: Type.String(),
})

export type RowProblem = Static<typeof RowProblem>

export const LoadResult = Type.Object({
  rows: Type.Integer({ description: 'Rows below the header' }),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer({ description: 'Rows that say what their source said before' }),
  refused: Type.Integer({ description: 'Rows that were left out' }),
  partly: Type.Integer({ description: 'Rows of which some cells were left out' }),
  retracted: Type.Optional(
    Type.Integer({ description: 'Rows of a feed that took back what it told before' }),
  ),
  problems: Type.Array(RowProblem, { description: 'The first of them; all are in the file of errors' }),
  seconds: Type.Number(),
})
export type LoadResult = Static<typeof LoadResult>

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([Type.Null(), type])

export const ImportSuggestion = Type.Object({
  kind: Type.String(),
  source: Nullable(Type.String()),
  remembered: Type.Boolean({ description: 'As the last file of this source was read' }),
  mapping: Type.Unsafe<ImportMapping>(
    Type.Object(
      {},
      {
        additionalProperties: true,
        description: 'As commit takes it; the name of the source may be lacking',
      },
    ),
  ),
})
export type ImportSuggestion = Static<typeof ImportSuggestion>

const Failure = Type.Object({ failure: Type.Unknown() })

export const ResourceImport = Type.Object({
  id: Type.String(),
  number: Type.String(),
  fileName: Nullable(Type.String()),
  source: Type.String(),
  target: Type.String({ description: 'A kind, or relation' }),
  status: Type.Union([
    Type.Literal('preview'),
    Type.Literal('running'),
    Type.Literal('committed'),
    Type.Literal('undone'),
    Type.Literal('failed'),
  ]),
  observedOn: Type.String(),
  actor: Nullable(Type.String()),
  progress: Nullable(Progress),
  result: Nullable(Type.Union([LoadResult, Failure])),
  createdAt: Type.String(),
  committedAt: Nullable(Type.String()),
  undoneAt: Nullable(Type.String()),
})
export type ResourceImport = Static<typeof ResourceImport>

export const ResourceImportPreview = Type.Object({
  ...ResourceImport.properties,
  bytes: Type.Integer(),
  headers: Type.Array(Type.String()),
  rows: Type.Array(Type.Object({ row: Type.Integer(), cells: Type.Array(Type.String()) })),
  notes: Type.Array(Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) })),
  suggestions: Type.Array(ImportSuggestion),
})
export type ResourceImportPreview = Static<typeof ResourceImportPreview>

export const ResourceImportList = Type.Object({ items: Type.Array(ResourceImport) })
export type ResourceImportList = Static<typeof ResourceImportList>

/** The first rows as they would be read. */
export const ImportCheck = Type.Object({
  rows: Type.Integer(),
  refused: Type.Integer(),
  partly: Type.Integer(),
  problems: Type.Array(RowProblem),
  shown: Type.Array(
    Type.Object({
      row: Type.Integer(),
      cells: Type.Array(
        Type.Object({ field: Type.String(), label: Type.String(), text: Nullable(Type.String()) }),
      ),
    }),
  ),
})
export type ImportCheck = Static<typeof ImportCheck>

export const CommitImport = Type.Object({ mapping: ImportMapping }, { additionalProperties: false })
export type CommitImport = Static<typeof CommitImport>
