import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { draftsIn, sourcedDraft } from './drafts.js'
import { DraftFile, SourcedDraft } from './schema.js'
import { findReport } from './store.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Programmes begun from policy sentences. Nothing of them is in force, and nothing is kept until a clerk does so. */
export async function draftRoutes(api: App, context: AppContext): Promise<void> {
  const { pool } = context
  const found = async (id: string) => {
    const region = await regionOf(pool)
    const report = await findReport(pool, region, id)
    if (!report) throw new HttpError('ingest.not-found')
    return { region, report }
  }
  api.get(
    '/reports/:id/drafts',
    {
      schema: {
        summary: 'Programme files begun from the policy sentences of an article; never in force',
        params: Id,
        querystring: Type.Object({
          article: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, default: 0 })),
        }),
        response: { 200: Type.Array(DraftFile) },
      },
    },
    async ({ params, query }) => {
      const { region, report } = await found(params.id)
      return draftsIn(context, region, report, query.article ?? 0)
    },
  )
  api.get(
    '/reports/:id/drafts/:start',
    {
      schema: {
        summary: 'One of them with its sentence, as the policy sandbox opens it; for clerks',
        params: Type.Object({ ...Id.properties, start: Type.Integer({ minimum: 0 }) }),
        querystring: Type.Object({
          lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
        }),
        response: { 200: SourcedDraft },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      const { id, start } = request.params
      const { region, report } = await found(id)
      return sourcedDraft(context, region, report, { start, lang: languageOf(request) })
    },
  )
}
