import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

export const DemandTableRow = Type.Object({
  row: Type.Integer({ description: 'As the table counts, the head being row 1' }),
  company: text,
  title: text,
  clarity: Type.Integer(),
  /** The question that would help most; null where nothing is left to ask. */
  question: Nullable(text),
  /** Why it is left out; none: it is taken. */
  problems: Type.Array(text),
  /** Whether it says enough to be published. */
  ready: Type.Boolean(),
  similar: Type.Array(Type.Object({ id: text, title: text, likeness: Type.Number() })),
  /** The need that it became; null before it was entered. */
  demand: Nullable(text),
})
export type DemandTableRow = Static<typeof DemandTableRow>

export const DemandTable = Type.Object({
  /** Null before it was entered. */
  id: Nullable(text),
  fileName: text,
  /** Columns that are not read. */
  ignored: Type.Array(text),
  rows: Type.Array(DemandTableRow),
  taken: Type.Integer(),
  refused: Type.Integer(),
  published: Type.Integer(),
})
export type DemandTable = Static<typeof DemandTable>

export const DemandImport = Type.Object({
  id: text,
  fileName: text,
  needs: Type.Integer({ description: 'That are there still' }),
  refused: Type.Integer(),
  by: text,
  at: text,
  undoneBy: Nullable(text),
  undoneAt: Nullable(text),
})
export type DemandImport = Static<typeof DemandImport>

export const DemandImports = Type.Object({ items: Type.Array(DemandImport) })
export type DemandImports = Static<typeof DemandImports>

export const DemandUndo = Type.Object({
  removed: Type.Integer(),
  /** Needs that somebody has worked on since: they stay. */
  kept: Type.Array(Type.Object({ id: text, title: text })),
})
export type DemandUndo = Static<typeof DemandUndo>
