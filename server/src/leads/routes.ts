import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { compareLeads } from './compare.js'
import { fileName, leadCsv, leadWorkbook } from './export.js'
import { actOnList, freezeLeads, previewLeads } from './freeze.js'
import {
  EntryQuery,
  FreezeLeads,
  LeadComparison,
  LeadDetail,
  LeadEntries,
  LeadLists,
  LeadPreview,
  PreviewQuery,
  WithdrawLeads,
} from './schema.js'
import { leadEntries } from './store.js'
import { detailView, entryView, listOr404, listsView, previewView } from './view.js'

const PAGE_SIZE = 50
const uuid = Type.String({ format: 'uuid' })
const Id = Type.Object({ id: uuid })
const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const Lang = Type.Object(lang)
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Lists of those who are to be paid without asking, and of those to be told of a programme; for the bureau only. */
export async function leadRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'clerk', 'service-team')
  })
  listRoutes(api, context)
  entryRoutes(api, context)
  stepRoutes(api, context)
  fileRoutes(api, context)
}

function listRoutes(api: App, context: AppContext): void {
  api.get(
    '/lead-lists',
    {
      schema: {
        summary: 'Frozen lists, the latest first, and the programmes that one can be made for',
        querystring: Lang,
        response: { 200: LeadLists },
      },
    },
    async (request) => listsView(context, languageOf(request)),
  )
  api.get(
    '/lead-lists/preview',
    {
      schema: {
        summary: 'What freezing a list for a programme would give now; nothing is written',
        querystring: PreviewQuery,
        response: { 200: LeadPreview },
      },
    },
    async (request) =>
      previewView(await previewLeads(context, request.query.programme), context.today(), languageOf(request)),
  )
  api.post(
    '/lead-lists',
    {
      schema: {
        summary: 'Freezes the list as of today; the one of the same programme that stands is replaced',
        querystring: Lang,
        body: FreezeLeads,
        response: { 201: LeadDetail },
      },
    },
    async (request, reply) => {
      const actor = requireName(requireRole(request, 'clerk'))
      const { programme, note, seen = null } = request.body
      const id = await freezeLeads(context, { programme, note: note?.trim() || null, seen }, actor)
      return reply.status(201).send(await detailView(context, id, languageOf(request)))
    },
  )
}

function entryRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/lead-lists/:id',
    {
      schema: {
        summary: 'One list: when and by what it was decided, how it stands, why others are excluded',
        params: Id,
        querystring: Lang,
        response: { 200: LeadDetail },
      },
    },
    async (request) => detailView(context, request.params.id, languageOf(request)),
  )
  api.get(
    '/lead-lists/:id/entries',
    {
      schema: {
        summary: 'Its leads, and those excluded with the reasons',
        params: Id,
        querystring: EntryQuery,
        response: { 200: LeadEntries },
      },
    },
    async (request) => {
      const { outcome, reason, place, q, page = 1 } = request.query
      const region = await regionOf(pool)
      await listOr404(context, region, request.params.id)
      const { items, total } = await leadEntries(pool, region, request.params.id, {
        outcome,
        reason,
        placePrefix: place?.replace(/(00)+$/, ''),
        q,
        limit: PAGE_SIZE,
        offset: (page - 1) * PAGE_SIZE,
      })
      const views = items.map((entry) => entryView(context.library, entry, languageOf(request)))
      return { items: views, total, pageSize: PAGE_SIZE }
    },
  )
  api.get(
    '/lead-lists/:id/comparison',
    {
      schema: {
        summary:
          'Who came, who went and whose amount is another since an earlier list of the programme, and why',
        params: Id,
        querystring: Type.Object({ with: uuid, ...lang }),
        response: { 200: LeadComparison },
      },
    },
    async (request) =>
      compareLeads(context, { before: request.query.with, after: request.params.id }, languageOf(request)),
  )
}

function stepRoutes(api: App, context: AppContext): void {
  for (const [action, summary, body] of [
    ['withdraw', 'Withdraws a list that stands, with the reason; what is in it stays', WithdrawLeads],
    ['restore', 'Takes back the withdrawal of a list', Type.Object({})],
  ] as const)
    api.route({
      method: 'POST',
      url: `/lead-lists/:id/${action}`,
      schema: { summary, params: Id, querystring: Lang, body, response: { 200: LeadDetail } },
      handler: async (request) => {
        const actor = requireName(requireRole(request, 'clerk'))
        const { id } = request.params as { id: string }
        const { note = null } = request.body as { note?: string }
        await actOnList(context, id, { action, note, lang: languageOf(request) }, actor)
        return detailView(context, id, languageOf(request))
      },
    })
}

function fileRoutes(api: App, context: AppContext): void {
  for (const [end, summary, type, write] of [
    ['xlsx', 'The list as a workbook: what it is, its leads, who is excluded', XLSX, leadWorkbook],
    ['csv', 'Its leads as CSV, for other systems', 'text/csv; charset=utf-8', leadCsv],
  ] as const)
    api.get(
      `/lead-lists/:id/list.${end}`,
      { schema: { summary, params: Id, querystring: Lang, produces: [type] } },
      async (request, reply) => {
        const { id } = request.params as { id: string }
        const name = await fileName(context, id, languageOf(request))
        const file = await write(context, id, languageOf(request))
        return reply
          .type(type)
          .header(
            'content-disposition',
            `attachment; filename="leads.${end}"; filename*=UTF-8''${encodeURIComponent(name)}.${end}`,
          )
          .send(file)
      },
    )
}
