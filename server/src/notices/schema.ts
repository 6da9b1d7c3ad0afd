import Type, { type Static } from 'typebox'

const Nullable = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()])
const text = Type.String()
const Named = Type.Object({ id: text, title: text })

export const NoticeKind = Type.Union([
  Type.Literal('opening'),
  Type.Literal('closing'),
  Type.Literal('rule-changed'),
  Type.Literal('verdict-changed'),
  Type.Literal('objection-answered'),
  Type.Literal('introduction'),
  Type.Literal('match'),
])
export type NoticeKind = Static<typeof NoticeKind>

const Email = Type.String({
  maxLength: 120,
  description: 'Where a daily digest goes; none: on the pages only',
})
const LeadDays = Type.Array(Type.Integer({ minimum: 0, maximum: 180 }), {
  maxItems: 5,
  uniqueItems: true,
  description: 'Days before a window closes on which to remind',
})

export const NewFollow = Type.Object({
  programme: Type.Optional(
    Type.String({ maxLength: 200, description: 'None: all that the subject meets or may come to meet' }),
  ),
  email: Type.Optional(Email),
  leadDays: Type.Optional(LeadDays),
})
export type NewFollow = Static<typeof NewFollow>

export const ChangeFollow = Type.Object({
  email: Type.Optional(Nullable(Email)),
  leadDays: Type.Optional(LeadDays),
})
export type ChangeFollow = Static<typeof ChangeFollow>

export const Follow = Type.Object({
  id: text,
  subject: Type.Object({ id: text, name: text }),
  programme: Nullable(Named),
  email: Nullable(text),
  leadDays: Type.Array(Type.Integer()),
  createdAt: text,
})
export type Follow = Static<typeof Follow>

export const FollowList = Type.Object({
  items: Type.Array(Follow),
  mails: Type.Boolean({ description: 'Whether this server can send mails' }),
})
export type FollowList = Static<typeof FollowList>

export const Notice = Type.Object({
  id: text,
  kind: NoticeKind,
  subject: Type.Object({ id: text, name: text }),
  programme: Nullable(Named),
  text,
  objection: Nullable(text),
  introduction: Nullable(text),
  demand: Nullable(text),
  createdAt: text,
  read: Type.Boolean(),
})
export type Notice = Static<typeof Notice>

export const NoticeList = Type.Object({
  items: Type.Array(Notice),
  total: Type.Integer(),
  unread: Type.Integer(),
  pageSize: Type.Integer(),
})
export type NoticeList = Static<typeof NoticeList>

export const NoticeQuery = Type.Object({
  subject: Type.Optional(Type.String({ format: 'uuid' })),
  unread: Type.Optional(Type.Boolean()),
  kind: Type.Optional(NoticeKind),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
})
export type NoticeQuery = Static<typeof NoticeQuery>

export const MarkRead = Type.Object({
  read: Type.Boolean(),
  ids: Type.Optional(Type.Array(Type.String({ pattern: '^[0-9]{1,18}$' }), { maxItems: 1000 })),
  subject: Type.Optional(Type.String({ format: 'uuid' })),
})
export type MarkRead = Static<typeof MarkRead>

/** The ids that were not so before: giving them back undoes it. */
export const Marked = Type.Object({ ids: Type.Array(text) })
export type Marked = Static<typeof Marked>

export const Unfollowed = Type.Object({ subject: text, programme: Nullable(text), ended: Type.Boolean() })
export type Unfollowed = Static<typeof Unfollowed>
