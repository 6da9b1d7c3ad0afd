import { isPending, ObjectionState } from '@kehui/domain/cases'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf, requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { actOnObjection } from './act.js'
import { raiseObjection } from './raise.js'
import {
  ActOnObjection,
  ObjectionDetail,
  ObjectionItem,
  ObjectionList,
  ObjectionQuery,
  RaiseObjection,
} from './schema.js'
import { countByState, listObjections } from './store.js'
import { objectionDetail, objectionItem } from './view.js'

const PAGE_SIZE = 30
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Lang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
const STATES: readonly ObjectionState[] = ObjectionState.anyOf.map(({ const: state }) => state)

/** “This verdict is wrong”: said by a company or its service team, answered by a clerk. */
export async function objectionRoutes(api: App, context: AppContext): Promise<void> {
  const { pool } = context
  api.post(
    '/subjects/:id/objections',
    {
      schema: {
        summary: 'Objects to a verdict or to one of its conditions',
        params: Id,
        querystring: Lang,
        body: RaiseObjection,
        response: { 201: ObjectionDetail },
      },
    },
    async (request, reply) => {
      const acting = { actor: actorOf(request), lang: languageOf(request) }
      const id = await raiseObjection(context, request.params.id, request.body, acting)
      return reply.status(201).send(await objectionDetail(context, id, acting))
    },
  )
  api.get(
    '/subjects/:id/objections',
    {
      schema: {
        summary: 'Objections raised for a subject',
        params: Id,
        querystring: Lang,
        response: { 200: Type.Array(ObjectionItem) },
      },
    },
    async (request) => {
      const found = await listObjections(pool, await regionOf(pool), {
        subject: request.params.id,
        limit: 200,
        offset: 0,
      })
      return found.items.map((stored) => objectionItem(context, stored, languageOf(request)))
    },
  )
  api.get(
    '/objections',
    {
      schema: {
        summary: 'Objections, those still owed an answer first',
        querystring: Type.Object({ ...ObjectionQuery.properties, ...Lang.properties }),
        response: { 200: ObjectionList },
      },
    },
    async (request) => {
      requireRole(request, 'clerk', 'service-team')
      const { state, programme, q, page = 1 } = request.query
      const region = await regionOf(pool)
      const states = state === 'pending' ? STATES.filter(isPending) : state && [state]
      const offset = (page - 1) * PAGE_SIZE
      const found = await listObjections(pool, region, { states, programme, q, limit: PAGE_SIZE, offset })
      const items = found.items.map((stored) => objectionItem(context, stored, languageOf(request)))
      return { items, total: found.total, pageSize: PAGE_SIZE, counts: await countByState(pool, region) }
    },
  )
  api.get(
    '/objections/:id',
    {
      schema: {
        summary: 'One objection, with what was done about it',
        params: Id,
        querystring: Lang,
        response: { 200: ObjectionDetail },
      },
    },
    async (request) =>
      objectionDetail(context, request.params.id, { actor: actorOf(request), lang: languageOf(request) }),
  )
  api.post(
    '/objections/:id/actions',
    {
      schema: {
        summary: 'Takes one step: an answer, a corrected fact, a referral to the rule, a withdrawal',
        params: Id,
        querystring: Lang,
        body: ActOnObjection,
        response: { 200: ObjectionDetail },
      },
    },
    async (request) => {
      const acting = { actor: actorOf(request), lang: languageOf(request) }
      await actOnObjection(context, request.params.id, request.body, acting)
      return objectionDetail(context, request.params.id, acting)
    },
  )
}
