import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { basisOf } from './assess.js'
import { matrixChanges } from './changes.js'
import { exportList } from './export.js'
import { createList, listOr404, listView, nameFor } from './lists.js'
import { matrixHead, matrixWindow } from './matrix.js'
import { optionsOf } from './options.js'
import {
  AssessmentProgress,
  ChangesQuery,
  CompanyList,
  CompanyListName,
  CompanyLists,
  ExportQuery,
  MatrixChanges,
  MatrixHead,
  MatrixOptions,
  MatrixQuery,
  MatrixRows,
  NewCompanyList,
  RowsQuery,
} from './schema.js'
import { countStale } from './store.js'
import { companyLists, renameList, setListDeleted } from './store-lists.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const Lang = Type.Object(lang)

/** Lists of companies, and what every programme comes to for all of them. */
export async function assessmentRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'clerk', 'service-team')
  })
  listRoutes(api, context)
  matrixRoutes(api, context)
}

function listRoutes(api: App, context: AppContext): void {
  const { pool } = context
  const view = async (id: string): Promise<CompanyList> => {
    const region = await regionOf(pool)
    return listView(context, region, await listOr404(context, region, id))
  }
  api.get(
    '/company-lists',
    {
      schema: {
        summary: 'Lists of companies, the latest first',
        querystring: Lang,
        response: { 200: CompanyLists },
      },
    },
    async () => {
      const region = await regionOf(pool)
      const lists = await companyLists(pool, region)
      return { items: await Promise.all(lists.map((list) => listView(context, region, list))) }
    },
  )
  api.post(
    '/company-lists',
    {
      schema: {
        summary: 'Makes a list: of a filter, of an import, or of companies picked',
        querystring: Lang,
        body: NewCompanyList,
        response: { 201: CompanyList },
      },
    },
    async (request, reply) => {
      const region = await regionOf(pool)
      const id = await createList(context, region, request.body, actorOf(request).name)
      return reply.status(201).send(await view(id))
    },
  )
  api.patch(
    '/company-lists/:id',
    {
      schema: {
        summary: 'Names a list anew',
        params: Id,
        querystring: Lang,
        body: CompanyListName,
        response: { 200: CompanyList },
      },
    },
    async ({ params: { id }, body }) => {
      const region = await regionOf(pool)
      await listOr404(context, region, id)
      await renameList(pool, region, id, await nameFor(context, region, body.name, id))
      return view(id)
    },
  )
  for (const [method, path, summary, deleted] of [
    ['DELETE', '/company-lists/:id', 'Deletes a list; its companies stay', true],
    ['POST', '/company-lists/:id/restore', 'Brings a deleted list back', false],
  ] as const) {
    api.route({
      method,
      url: path,
      schema: {
        summary,
        params: Id,
        querystring: Lang,
        response: { 200: Type.Object({ id: Type.String() }) },
      },
      handler: async (request) => {
        const { id } = request.params as { id: string }
        if (!(await setListDeleted(pool, await regionOf(pool), id, deleted)))
          throw new HttpError('list.not-found')
        return { id }
      },
    })
  }
}

function matrixRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/assessments/progress',
    {
      schema: {
        summary: 'How many results are still to be computed anew',
        querystring: Lang,
        response: { 200: AssessmentProgress },
      },
    },
    async () => countStale(pool, await regionOf(pool), basisOf(context)),
  )
  api.get(
    '/matrix/options',
    {
      schema: {
        summary: 'What companies can be filtered by',
        querystring: Lang,
        response: { 200: MatrixOptions },
      },
    },
    async (request) => optionsOf(context, await regionOf(pool), languageOf(request)),
  )
  api.get(
    '/matrix',
    {
      schema: {
        summary: 'Programmes of a list of companies, with how many meet each',
        querystring: Type.Object({ ...MatrixQuery.properties, ...lang }),
        response: { 200: MatrixHead },
      },
    },
    async (request) => {
      const head = await matrixHead(context, await regionOf(pool), request.query, languageOf(request))
      if (head.pending > 0) context.wrote.emit()
      return head
    },
  )
  api.get(
    '/matrix/rows',
    {
      schema: {
        summary: 'A window of its companies, each with what the programmes come to',
        querystring: Type.Object({ ...RowsQuery.properties, ...lang }),
        response: { 200: MatrixRows },
      },
    },
    async ({ query }) => ({
      offset: query.offset ?? 0,
      items: await matrixWindow(context, await regionOf(pool), query),
    }),
  )
  api.get(
    '/matrix/list.xlsx',
    {
      schema: {
        summary: 'The cultivation list as a workbook: an overview, the companies, a sheet for each programme',
        querystring: Type.Object({ ...ExportQuery.properties, ...lang }),
      },
    },
    async (request, reply) => {
      const query = request.query as ExportQuery
      const file = await exportList(context, await regionOf(pool), query, languageOf(request))
      const name = encodeURIComponent(`培育清单-${context.today()}.xlsx`)
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="cultivation-list.xlsx"; filename*=UTF-8''${name}`,
        )
        .send(file)
    },
  )
  api.get(
    '/matrix/changes',
    {
      schema: {
        summary: 'What came out otherwise since an import, a rule version or a date, and why',
        querystring: Type.Object({ ...ChangesQuery.properties, ...lang }),
        response: { 200: MatrixChanges },
      },
    },
    async (request) => matrixChanges(context, await regionOf(pool), request.query, languageOf(request)),
  )
}
