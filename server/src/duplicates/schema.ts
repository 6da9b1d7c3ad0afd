import { PairAction, PairState } from '@kehui/domain/registry/resolve'
import Type, { type Static } from 'typebox'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

export const DuplicateSide = Type.Object({
  id: text,
  name: text,
  place: Nullable(text),
  code: Nullable(text),
  sample: Type.Boolean(),
  /** The file that it was imported from; null where somebody entered it. */
  importName: Nullable(text),
  enteredAt: text,
  facts: Type.Integer(),
  records: Type.Integer(),
  relations: Type.Integer(),
})
export type DuplicateSide = Static<typeof DuplicateSide>

export const Duplicate = Type.Object({
  id: text,
  kind: text,
  kindName: text,
  score: Type.Number(),
  band: text,
  reasons: Type.Array(Type.Object({ text, points: Type.Number() })),
  state: PairState,
  /** The one that is suggested to be kept: more is known of it. */
  keep: text,
  left: Nullable(DuplicateSide),
  right: Nullable(DuplicateSide),
  steps: Type.Array(
    Type.Object({ action: PairAction, by: text, role: text, note: Nullable(text), at: text }),
  ),
})
export type Duplicate = Static<typeof Duplicate>

export const DuplicateQuery = Type.Object({
  state: Type.Optional(PairState),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
})
export type DuplicateQuery = Static<typeof DuplicateQuery>

export const DuplicateList = Type.Object({
  items: Type.Array(Duplicate),
  total: Type.Integer(),
  pageSize: Type.Integer(),
  counts: Type.Object({ open: Type.Integer(), merged: Type.Integer(), apart: Type.Integer() }),
})
export type DuplicateList = Static<typeof DuplicateList>

export const FindDuplicates = Type.Object({ kind: text })
export type FindDuplicates = Static<typeof FindDuplicates>

export const FoundDuplicates = Type.Object({
  compared: Type.Integer(),
  found: Type.Integer(),
  added: Type.Integer(),
})
export type FoundDuplicates = Static<typeof FoundDuplicates>

export const ActOnDuplicate = Type.Object({
  action: PairAction,
  keep: Type.Optional(
    Type.String({ format: 'uuid', description: 'Which of the two stays; the suggested one otherwise' }),
  ),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type ActOnDuplicate = Static<typeof ActOnDuplicate>
