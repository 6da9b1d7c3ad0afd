import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([Type.Null(), type])

export const ChangeItem = Type.Object({
  place: Type.String(),
  at: Type.String(),
  id: Type.String(),
  what: Type.Union([Type.Literal('written'), Type.Literal('removed')]),
  kind: Nullable(Type.String()),
  name: Nullable(Type.String()),
  import: Nullable(Type.String({ description: 'The number of the import that brought it' })),
})
export type ChangeItem = Static<typeof ChangeItem>

export const ChangeList = Type.Object({
  items: Type.Array(ChangeItem),
  next: Type.String({ description: 'What to give as `after` next' }),
  more: Type.Boolean(),
})
export type ChangeList = Static<typeof ChangeList>
