import Type from 'typebox'
import type { App } from '../app.js'
import { requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { CSV, XLSX } from '../text-table/text-table.js'
import { effectCsv, effectXlsx } from './effect-file.js'
import type { EffectJobs } from './effect-jobs.js'
import { Effect } from './schema.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }

/** Whose verdicts and amounts a draft would change, before it is published. */
export function effectRoutes(api: App, jobs: EffectJobs): void {
  const at = '/publishing/drafts/:id/effect'
  const answer = { 200: Effect }
  api.post(
    at,
    {
      schema: {
        summary: 'Works out for all companies what the draft would change; returns at once',
        params: Id,
        querystring: Type.Object(Lang),
        response: answer,
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      await jobs.start(request.params.id, languageOf(request))
      return jobs.effect(request.params.id, 1)
    },
  )
  api.get(
    at,
    {
      schema: {
        summary: 'How far that is, and for whom something changes',
        params: Id,
        querystring: Type.Object({
          ...Lang,
          page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        }),
        response: answer,
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      return jobs.effect(request.params.id, request.query.page ?? 1)
    },
  )
  api.delete(
    at,
    {
      schema: {
        summary: 'Stops working it out',
        params: Id,
        querystring: Type.Object(Lang),
        response: answer,
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      jobs.cancel(request.params.id)
      return jobs.effect(request.params.id, 1)
    },
  )
  api.get(
    `${at}/file`,
    {
      schema: {
        summary: 'The list as a table (XLSX or CSV)',
        params: Id,
        querystring: Type.Object({
          ...Lang,
          format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')])),
        }),
        response: { 200: Type.Unsafe<Buffer | string>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      requireRole(request, 'clerk')
      const { rows } = await jobs.finished(request.params.id)
      const { format = 'xlsx' } = request.query
      const lang = languageOf(request)
      const body = format === 'xlsx' ? await effectXlsx(rows, lang) : Buffer.from(effectCsv(rows, lang))
      return reply
        .type(format === 'xlsx' ? XLSX : CSV)
        .header('content-disposition', `attachment; filename="effect.${format}"`)
        .send(body)
    },
  )
}
