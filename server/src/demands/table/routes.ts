import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '../../app.js'
import type { AppContext } from '../../context.js'
import { actorOf, requireRole } from '../../http/auth.js'
import { HttpError } from '../../http/error.js'
import { languageOf } from '../../http/language.js'
import { fileNameOf } from '../../imports/file-name.js'
import { regionOf } from '../../registry/store-region.js'
import { XLSX } from '../../text-table/text-table.js'
import { enterTable, previewTable, undoTable } from './enter-table.js'
import { DemandImports, DemandTable, DemandUndo } from './schema.js'
import { listDemandImports } from './store-table.js'
import { demandTemplate } from './template.js'

const MOST_BYTES = 10 * 1024 * 1024
const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]))
const Headers = Type.Object({
  'x-file-name': Type.Optional(Type.String({ description: 'Percent-encoded' })),
})

/** Needs of many companies in one table: tried, entered, and taken back. */
export async function demandTableRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'service-team', 'clerk')
  })
  api.addContentTypeParser(
    ['application/octet-stream', 'text/csv', XLSX],
    { parseAs: 'buffer', bodyLimit: MOST_BYTES },
    (_request, body, done) => done(null, body),
  )
  api.get(
    '/demand-imports/template.xlsx',
    { schema: { summary: 'A workbook of needs to fill in', querystring: Type.Object({ lang }) } },
    async (_request, reply) => reply.type(XLSX).send(await demandTemplate()),
  )
  api.get(
    '/demand-imports',
    {
      schema: {
        summary: 'Tables of needs that were read in, the latest first',
        querystring: Type.Object({ lang }),
        response: { 200: DemandImports },
      },
    },
    async () => {
      const items = await listDemandImports(context.pool, await regionOf(context.pool))
      return {
        items: items.map((item) => ({
          ...item,
          at: item.at.toISOString(),
          undoneAt: item.undoneAt?.toISOString() ?? null,
        })),
      }
    },
  )
  api.post(
    '/demand-imports/preview',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        summary: 'What a table (.csv or .xlsx) of needs would enter; keeps nothing',
        querystring: Type.Object({ lang }),
        headers: Headers,
        response: { 200: DemandTable },
      },
    },
    async (request) => previewTable(context, givenOf(request)),
  )
  api.post(
    '/demand-imports',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        summary: 'Enters the rows of a table of needs that are right, as drafts or published',
        querystring: Type.Object({ lang, publish: Type.Optional(Type.Boolean()) }),
        headers: Headers,
        response: { 201: DemandTable },
      },
    },
    async (request, reply) => {
      const given = { ...givenOf(request), publish: request.query.publish === true }
      return reply.status(201).send(await enterTable(context, given, actorOf(request)))
    },
  )
  api.post(
    '/demand-imports/:id/undo',
    {
      schema: {
        summary: 'Takes a table of needs back; what somebody has worked on since stays',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        querystring: Type.Object({ lang }),
        response: { 200: DemandUndo },
      },
    },
    async (request) => undoTable(context, request.params.id, actorOf(request)),
  )
}

function givenOf(request: FastifyRequest) {
  const { body, headers } = request
  if (!(body instanceof Uint8Array)) throw new HttpError('imports.empty')
  const name = headers['x-file-name']
  return {
    bytes: body,
    fileName: fileNameOf(typeof name === 'string' ? name : undefined),
    lang: languageOf(request),
  }
}
