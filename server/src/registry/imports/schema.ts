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

export const LoadResult = Type.Object({
  rows: Type.Integer({ description: 'Rows below the header' }),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer({ description: 'Rows that say what their source said before' }),
  refused: Type.Integer({ description: 'Rows that were left out' }),
  partly: Type.Integer({ description: 'Rows of which some cells were left out' }),
  problems: Type.Array(RowProblem, { description: 'The first of them; all are in the file of errors' }),
  seconds: Type.Number(),
})
export type LoadResult = Static<typeof LoadResult>
