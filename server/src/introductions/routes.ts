import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { findSubject } from '../registry/store.js'
import { regionOf } from '../registry/store-region.js'
import { actOnIntroduction } from './act.js'
import { proposeIntroduction } from './propose.js'
import {
  ActOnIntroduction,
  Capacity,
  CapacityView,
  IntroductionDetail,
  IntroductionList,
  IntroductionQuery,
  ProposeIntroduction,
} from './schema.js'
import { setCapacity } from './store-capacity.js'
import { capacityView, introductionDetail, introductionList } from './view.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const As = Type.Object({ as: Type.Optional(Type.String({ format: 'uuid' })) })

/** Two sides brought together over a need: proposed, answered by both, met, and closed with a coded outcome. */
export async function introductionRoutes(api: App, context: AppContext): Promise<void> {
  api.post(
    '/demands/:id/introductions',
    {
      schema: {
        summary: 'Proposes that somebody meets the company whose need it is',
        params: Id,
        querystring: As,
        body: ProposeIntroduction,
        response: { 201: IntroductionDetail },
      },
    },
    async (request, reply) => {
      const looking = { actor: actorOf(request), as: request.query.as ?? null }
      const id = await proposeIntroduction(context, request.params.id, request.body, looking)
      return reply.status(201).send(await introductionDetail(context, id, looking))
    },
  )
  api.get(
    '/introductions',
    {
      schema: {
        summary: 'Introductions of one side, or for the team of all; those due first',
        querystring: IntroductionQuery,
        response: { 200: IntroductionList },
      },
    },
    async (request) =>
      introductionList(context, request.query, { actor: actorOf(request), as: request.query.as ?? null }),
  )
  api.get(
    '/introductions/:id',
    {
      schema: {
        summary: 'One introduction, with what was done',
        params: Id,
        querystring: As,
        response: { 200: IntroductionDetail },
      },
    },
    async (request) =>
      introductionDetail(context, request.params.id, {
        actor: actorOf(request),
        as: request.query.as ?? null,
      }),
  )
  api.post(
    '/introductions/:id/actions',
    {
      schema: {
        summary: 'Takes one step: an answer, a meeting, an outcome',
        params: Id,
        querystring: As,
        body: ActOnIntroduction,
        response: { 200: IntroductionDetail },
      },
    },
    async (request) => {
      const looking = { actor: actorOf(request), as: request.query.as ?? null }
      await actOnIntroduction(context, request.params.id, request.body, looking)
      return introductionDetail(context, request.params.id, looking)
    },
  )
  api.get(
    '/subjects/:id/introduction-capacity',
    {
      schema: {
        summary: 'How many introductions somebody has and wants at a time',
        params: Id,
        response: { 200: CapacityView },
      },
    },
    async (request) => capacityView(context, request.params.id),
  )
  api.put(
    '/subjects/:id/introduction-capacity',
    {
      schema: {
        summary: 'Says how many introductions somebody wants at a time',
        params: Id,
        body: Capacity,
        response: { 200: CapacityView },
      },
    },
    async (request) => {
      const { id } = request.params
      const region = await regionOf(context.pool)
      if (!(await findSubject(context.pool, region, id))) throw new HttpError('subject.not-found', { id })
      await setCapacity(context.pool, region, id, request.body.capacity)
      return capacityView(context, id)
    },
  )
}
