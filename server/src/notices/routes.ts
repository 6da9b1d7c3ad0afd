import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { changeFollowing, startFollowing } from './follow.js'
import {
  ChangeFollow,
  Follow,
  FollowList,
  Marked,
  MarkRead,
  NewFollow,
  NoticeList,
  NoticeQuery,
  Unfollowed,
} from './schema.js'
import { countUnread, listNotices, markRead } from './store.js'
import { activeFollows, endFollow, findByToken, findFollow } from './store-follows.js'
import { followView, noticeView, titleOf } from './view.js'

const PAGE_SIZE = 30
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const LangQuery = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const Lang = Type.Object(LangQuery)

/** What is followed, and what there was to tell of it. */
export async function noticeRoutes(api: App, context: AppContext): Promise<void> {
  followRoutes(api, context)
  endRoutes(api, context)
  readRoutes(api, context)
}

async function followOr404({ pool }: AppContext, id: string) {
  const stored = await findFollow(pool, await regionOf(pool), id)
  if (!stored) throw new HttpError('follow.not-found')
  return stored
}

function followRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.post(
    '/subjects/:id/follows',
    {
      schema: {
        summary: 'Follows a programme for a subject, or all within its reach',
        params: Id,
        querystring: Lang,
        body: NewFollow,
        response: { 201: Follow },
      },
    },
    async (request, reply) => {
      const lang = languageOf(request)
      const acting = { actor: actorOf(request), lang }
      const id = await startFollowing(context, request.params.id, request.body, acting)
      return reply.status(201).send(followView(context, await followOr404(context, id), lang))
    },
  )
  api.get(
    '/follows',
    {
      schema: {
        summary: 'What is followed: for one subject, or by staff for all',
        querystring: Type.Object({ ...LangQuery, subject: Type.Optional(Type.String({ format: 'uuid' })) }),
        response: { 200: FollowList },
      },
    },
    async (request) => {
      const { subject } = request.query
      if (subject === undefined) requireRole(request, 'clerk', 'service-team')
      const found = await activeFollows(pool, await regionOf(pool), subject ?? null)
      const items = found.map((stored) => followView(context, stored, languageOf(request)))
      return { items, mails: context.mail !== null }
    },
  )
  api.patch(
    '/follows/:id',
    {
      schema: {
        summary: 'Changes where and when to remind',
        params: Id,
        querystring: Lang,
        body: ChangeFollow,
        response: { 200: Follow },
      },
    },
    async (request) => {
      await changeFollowing(context, request.params.id, request.body)
      return followView(context, await followOr404(context, request.params.id), languageOf(request))
    },
  )
}

function endRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.delete(
    '/follows/:id',
    { schema: { summary: 'Follows no longer', params: Id, querystring: Lang, response: { 200: Follow } } },
    async (request) => {
      const stored = await followOr404(context, request.params.id)
      await endFollow(pool, await regionOf(pool), stored.id)
      return followView(context, stored, languageOf(request))
    },
  )
  const token = {
    params: Type.Object({ token: Type.String({ format: 'uuid' }) }),
    querystring: Lang,
    response: { 200: Unfollowed },
  }
  const byToken = async (given: string) => {
    const stored = await findByToken(pool, await regionOf(pool), given)
    if (!stored) throw new HttpError('follow.token')
    return stored
  }
  const told = (
    { subjectName, programme }: Awaited<ReturnType<typeof byToken>>,
    ended: boolean,
    lang: 'zh' | 'en',
  ) => ({
    subject: subjectName,
    programme: programme === null ? null : titleOf(context, programme, lang),
    ended,
  })
  api.get(
    '/unfollow/:token',
    { schema: { ...token, summary: 'What the link of a mail would end; ends nothing' } },
    async (request) => {
      const stored = await byToken(request.params.token)
      return told(stored, stored.endedAt !== null, languageOf(request))
    },
  )
  api.post(
    '/unfollow/:token',
    { schema: { ...token, summary: 'Ends it, as the link of a mail does after a press' } },
    async (request) => {
      const stored = await byToken(request.params.token)
      await endFollow(pool, await regionOf(pool), stored.id)
      return told(stored, true, languageOf(request))
    },
  )
}

function readRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/notices',
    {
      schema: {
        summary: 'What there was to tell, the latest first: of one subject, or for staff of all',
        querystring: Type.Object({ ...NoticeQuery.properties, ...LangQuery }),
        response: { 200: NoticeList },
      },
    },
    async (request) => {
      const { subject, unread, kind, page = 1 } = request.query
      if (subject === undefined) requireRole(request, 'clerk', 'service-team')
      const region = await regionOf(pool)
      const offset = (page - 1) * PAGE_SIZE
      const found = await listNotices(pool, region, { subject, unread, kind, limit: PAGE_SIZE, offset })
      return {
        items: found.items.map((stored) => noticeView(context, stored, languageOf(request))),
        total: found.total,
        unread: await countUnread(pool, region, subject ?? null),
        pageSize: PAGE_SIZE,
      }
    },
  )
  api.post(
    '/notices/read',
    {
      schema: {
        summary: 'Marks notices as read or unread; the answer names those that were not so before',
        querystring: Lang,
        body: MarkRead,
        response: { 200: Marked },
      },
    },
    async (request) => {
      const { subject, ids } = request.body
      if (subject === undefined && ids === undefined) requireRole(request, 'clerk', 'service-team')
      return { ids: await markRead(pool, await regionOf(pool), request.body) }
    },
  )
}
