import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { SUPPLY } from './documents.js'
import { matchesOfDemand, matchesOfResource } from './matches.js'
import { MatchingState, NeedMatches, OfferMatches } from './schema.js'

const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const k = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: '20 where not said' }))
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Whom to meet, and why. */
export async function matchingRoutes(api: App, context: AppContext): Promise<void> {
  api.get(
    '/demands/:id/matches',
    {
      schema: {
        summary: 'Who may answer a need, best first, with reasons; matched on its redacted words alone',
        params: Id,
        querystring: Type.Object({
          kind: Type.Optional(Type.Union(SUPPLY.map((kind) => Type.Literal(kind)))),
          k,
          as: Type.Optional(
            Type.String({ format: 'uuid', description: 'The company for which it is looked at' }),
          ),
          lang,
        }),
        response: { 200: OfferMatches },
      },
    },
    async (request) => {
      const { as, ...query } = request.query
      const looking = { actor: actorOf(request), as: as ?? null }
      return matchesOfDemand(context, request.params.id, query, looking, languageOf(request))
    },
  )
  api.get(
    '/resources/:id/matches',
    {
      schema: {
        summary: 'Open needs that a resource may answer, best first, with reasons',
        params: Id,
        querystring: Type.Object({ k, lang }),
        response: { 200: NeedMatches },
      },
    },
    async (request) => matchesOfResource(context, request.params.id, request.query, languageOf(request)),
  )
  api.get(
    '/matching',
    {
      schema: {
        summary: 'What can be matched: how many documents, up to which change of the registry',
        querystring: Type.Object({
          fresh: Type.Optional(Type.Boolean({ description: 'First takes in what was written before' })),
        }),
        response: { 200: MatchingState },
      },
    },
    async ({ query: { fresh } }) => {
      const region = await regionOf(context.pool)
      if (fresh === true) await context.matching.follow(region)
      return context.matching.state(region)
    },
  )
}
