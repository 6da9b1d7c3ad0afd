import { clarityOf, redactDemand } from '@kehui/domain/cases'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { actOnDemand } from './act.js'
import { namesOf } from './owner-names.js'
import {
  ActOnDemand,
  DemandClarity,
  DemandContent,
  DemandDetail,
  DemandList,
  DemandQuery,
  DemandView,
  NewDemand,
  SaveDemand,
} from './schema.js'
import { clarityView, demandDetail, demandList, demandViews } from './view.js'
import { createDemand, saveDemand } from './write.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
/** `as`: the company for which somebody acts; who that may be is told by accounts, once there are. */
const As = Type.Object({ as: Type.Optional(Type.String({ format: 'uuid' })), lang })

/** Needs of companies: written step by step, shown without whose they are, and closed with what came of them. */
export async function demandRoutes(api: App, context: AppContext): Promise<void> {
  api.post(
    '/subjects/:id/demands',
    {
      schema: {
        summary: 'Begins a need of a company, as a draft',
        params: Id,
        querystring: As,
        body: NewDemand,
        response: { 201: DemandDetail },
      },
    },
    async (request, reply) => {
      const looking = { actor: actorOf(request), as: request.query.as ?? request.params.id }
      const id = await createDemand(context, request.params.id, request.body, looking)
      return reply.status(201).send(await demandDetail(context, id, looking, languageOf(request)))
    },
  )
  api.get(
    '/demands',
    {
      schema: {
        summary: 'Needs that whoever asks may see, published ones first',
        querystring: Type.Object({ ...DemandQuery.properties, lang }),
        response: { 200: DemandList },
      },
    },
    async (request) =>
      demandList(context, request.query, { actor: actorOf(request), as: request.query.as ?? null }),
  )
  api.post(
    '/demands/preview',
    {
      schema: {
        summary: 'How clear a need is as it stands, and what others would see of it; keeps nothing',
        querystring: Type.Object({ lang }),
        body: Type.Object({
          content: DemandContent,
          names: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 })),
        }),
        response: { 200: Type.Object({ quality: DemandClarity, redacted: DemandContent }) },
      },
    },
    async (request) => ({
      quality: clarityView(clarityOf(request.body.content), languageOf(request)),
      redacted: redactDemand(request.body.content, (request.body.names ?? []).flatMap(namesOf)),
    }),
  )
  api.get(
    '/demands/:id',
    {
      schema: {
        summary: 'One need, as far as it is shown to whoever asks; the view is logged',
        params: Id,
        querystring: As,
        response: { 200: DemandDetail },
      },
    },
    async (request) =>
      demandDetail(
        context,
        request.params.id,
        { actor: actorOf(request), as: request.query.as ?? null },
        languageOf(request),
      ),
  )
  api.put(
    '/demands/:id',
    {
      schema: {
        summary: 'Keeps the words of a need as they are now',
        params: Id,
        querystring: As,
        body: SaveDemand,
        response: { 200: Type.Object({ revision: Type.Integer(), clarity: Type.Integer() }) },
      },
    },
    async (request) =>
      saveDemand(context, request.params.id, request.body, {
        actor: actorOf(request),
        as: request.query.as ?? null,
      }),
  )
  api.post(
    '/demands/:id/actions',
    {
      schema: {
        summary: 'Takes one step: publish, pause, resume, solve, withdraw, reopen',
        params: Id,
        querystring: As,
        body: ActOnDemand,
        response: { 200: DemandDetail },
      },
    },
    async (request) => {
      const looking = { actor: actorOf(request), as: request.query.as ?? null }
      await actOnDemand(context, request.params.id, request.body, looking)
      return demandDetail(context, request.params.id, looking, languageOf(request))
    },
  )
  api.get(
    '/demands/:id/views',
    {
      schema: {
        summary: 'Who looked at a need, and how much was shown to them',
        params: Id,
        querystring: As,
        response: { 200: Type.Array(DemandView) },
      },
    },
    async (request) =>
      demandViews(context, request.params.id, { actor: actorOf(request), as: request.query.as ?? null }),
  )
}
