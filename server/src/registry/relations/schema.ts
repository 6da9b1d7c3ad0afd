import { RELATION_TYPES } from '@kehui/domain/registry/relations'
import Type, { type Static } from 'typebox'

const text = Type.String()
const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])

const RelationTypeId = Type.Unsafe<string>(
  Type.Union([...RELATION_TYPES.keys()].map((id) => Type.Literal(id))),
)

/** A relation as one of its two sees it. */
export const RelationItem = Type.Object({
  id: text,
  type: text,
  label: Type.String({ description: 'Read from the subject: 生产, or 的生产者 where it stands second' }),
  inverse: Type.Boolean(),
  other: Type.Object({ id: text, kind: text, name: text }),
  weight: Nullable(Type.Number()),
  weightLabel: Nullable(text),
  source: text,
  row: Nullable(Type.Integer({ description: 'Row of the import that said so' })),
  recordedAt: text,
})
export type RelationItem = Static<typeof RelationItem>

export const RelationList = Type.Object({ items: Type.Array(RelationItem) })
export type RelationList = Static<typeof RelationList>

export const NewRelationBody = Type.Object({
  type: RelationTypeId,
  from: Type.String({ format: 'uuid' }),
  to: Type.String({ format: 'uuid' }),
  weight: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  source: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})
export type NewRelationBody = Static<typeof NewRelationBody>

export const RelationTypeList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: text,
      label: text,
      inverse: text,
      from: Type.Array(text),
      to: Type.Array(text),
      acyclic: Type.Boolean(),
      weight: Nullable(text),
    }),
  ),
})
export type RelationTypeList = Static<typeof RelationTypeList>
