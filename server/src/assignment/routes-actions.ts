import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { adjustRound, confirmRound, putAway, reopenRound, rerunRound, undoAdjust } from './act.js'
import { Compute, Confirm, Lang, NewAdjustment, Reopen, RoundView } from './schema.js'
import { cancelRound, computeRound } from './start.js'
import { roundOr404, roundView } from './view.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const InLang = Type.Object({ lang: Lang })
const answer = { 200: RoundView }
const staff = ['clerk', 'service-team'] as const

/** What is done with a round. Everything that people stand by is done by name; a list is confirmed by clerks. */
export function actionRoutes(api: App, context: AppContext): void {
  computeRoutes(api, context)
  adjustmentRoutes(api, context)
  standingRoutes(api, context)
}

function computeRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.post(
    '/assignment-rounds/:id/compute',
    {
      schema: {
        summary:
          'Computes a round, keeping what it can; comes back when done, or goes on after a second or two',
        params: Id,
        querystring: InLang,
        body: Compute,
        response: answer,
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      const { id } = request.params
      const round = await roundOr404(context, region, id)
      const { way = round.way, keep = round.options.keep, gather = false } = request.body
      await computeRound(context, region, id, { way, keep, gather, byName: name })
      return roundView(context, region, id, languageOf(request))
    },
  )
  api.post(
    '/assignment-rounds/:id/cancel',
    {
      schema: {
        summary: 'Stops computing a round; nothing of it is kept',
        params: Id,
        querystring: InLang,
        response: answer,
      },
    },
    async (request) => {
      const region = await regionOf(pool)
      const { id } = request.params
      await roundOr404(context, region, id)
      if (!(await cancelRound(pool, region, id))) throw new HttpError('assignment.not-running')
      return roundView(context, region, id, languageOf(request))
    },
  )
}

function adjustmentRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.post(
    '/assignment-rounds/:id/adjustments',
    {
      schema: {
        summary: 'Puts two together or keeps them apart, with the reason; heeded when computed next',
        params: Id,
        querystring: InLang,
        body: NewAdjustment,
        response: answer,
      },
    },
    async (request) => {
      const actor = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      await adjustRound(context, region, request.params.id, request.body, actor)
      return roundView(context, region, request.params.id, languageOf(request))
    },
  )
  api.post(
    '/assignment-rounds/:id/adjustments/:adjustment/undo',
    {
      schema: {
        summary: 'Takes an adjustment back; that it was made stays written',
        params: Type.Object({ ...Id.properties, adjustment: Type.String({ pattern: '^[1-9][0-9]{0,17}$' }) }),
        querystring: InLang,
        response: answer,
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      const { id, adjustment } = request.params
      await undoAdjust(context, region, id, { adjustment, name })
      return roundView(context, region, id, languageOf(request))
    },
  )
}

function standingRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.post(
    '/assignment-rounds/:id/confirm',
    {
      schema: {
        summary:
          'Confirms the answer that was looked at; it takes the place of the round that it was to replace',
        params: Id,
        querystring: InLang,
        body: Confirm,
        response: answer,
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, 'clerk'))
      const region = await regionOf(pool)
      await confirmRound(context, region, request.params.id, { run: request.body.run, name })
      return roundView(context, region, request.params.id, languageOf(request))
    },
  )
  api.post(
    '/assignment-rounds/:id/reopen',
    {
      schema: {
        summary: 'Opens a confirmed round again, with the reason; the round that it replaced stands again',
        params: Id,
        querystring: InLang,
        body: Reopen,
        response: answer,
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, 'clerk'))
      const region = await regionOf(pool)
      await reopenRound(context, region, request.params.id, { note: request.body.note, name })
      return roundView(context, region, request.params.id, languageOf(request))
    },
  )
  api.post(
    '/assignment-rounds/:id/rerun',
    {
      schema: {
        summary: 'A new round of the same sides and adjustments, to take its place when confirmed',
        params: Id,
        querystring: InLang,
        response: { 201: RoundView },
      },
    },
    async (request, reply) => {
      const actor = requireName(requireRole(request, ...staff))
      const region = await regionOf(pool)
      const next = await rerunRound(context, region, request.params.id, actor)
      return reply.status(201).send(await roundView(context, region, next, languageOf(request)))
    },
  )
  for (const [action, summary] of [
    ['discard', 'Puts a round away that is not confirmed'],
    ['restore', 'Brings back a round that was put away'],
  ] as const)
    api.post(
      `/assignment-rounds/:id/${action}`,
      { schema: { summary, params: Id, querystring: InLang, response: answer } },
      async (request) => {
        const { name } = requireName(requireRole(request, ...staff))
        const region = await regionOf(pool)
        const { id } = request.params as { id: string }
        await putAway(context, region, id, { action, name })
        return roundView(context, region, id, languageOf(request))
      },
    )
}
