import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()

export const NewCallNote = Type.Object({
  programme: Type.Optional(Type.String({ maxLength: 200 })),
  caller: Type.Optional(Type.String({ maxLength: 60 })),
  question: Type.String({ minLength: 1, maxLength: 1000 }),
  answer: Type.String({ minLength: 1, maxLength: 10_000 }),
  followUpOn: Type.Optional(
    Type.String({ format: 'date', description: 'The day by which something is still owed to the caller' }),
  ),
})
export type NewCallNote = Static<typeof NewCallNote>

export const CallNote = Type.Object({
  id: text,
  subject: Type.Object({ id: text, name: text }),
  programme: Nullable(Type.Object({ id: text, title: text })),
  caller: Nullable(text),
  question: text,
  answer: text,
  followUpOn: Nullable(text),
  overdue: Type.Boolean(),
  doneAt: Nullable(text),
  by: text,
  createdAt: text,
})
export type CallNote = Static<typeof CallNote>

export const CallNoteList = Type.Object({
  items: Type.Array(CallNote),
  total: Type.Integer(),
  pageSize: Type.Integer(),
})
export type CallNoteList = Static<typeof CallNoteList>

export const CallNoteQuery = Type.Object({
  owed: Type.Optional(Type.Boolean({ description: 'Only those to whom something is still owed' })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type CallNoteQuery = Static<typeof CallNoteQuery>
