import { findTable } from '@kehui/domain/ingest/tables'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { regionOf } from '../registry/store-region.js'
import { commitImport, undoImport } from './commit.js'
import { errorsFile } from './errors-file.js'
import { fileNameOf } from './file-name.js'
import { LIMITS } from './limits.js'
import { changeMapping } from './mapping.js'
import { previewOf, readStored } from './preview.js'
import { readTableFile } from './read-table.js'
import { ImportList, ImportMapping, ImportPreview } from './schema.js'
import { findImport, insertImport, listImports, type StoredContent, type StoredImport } from './store.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Lang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
const answer = { 200: ImportPreview }

/** Tables of subjects: uploaded, understood, confirmed, and taken back. */
export async function importRoutes(api: App, context: AppContext): Promise<void> {
  const { pool } = context
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'service-team', 'clerk')
  })
  api.addContentTypeParser(
    [
      'application/octet-stream',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    { parseAs: 'buffer', bodyLimit: LIMITS.bytes },
    (_request, body, done) => done(null, body),
  )

  const stored = async (id: string): Promise<StoredImport> => {
    const found = await findImport(pool, await regionOf(pool), id)
    if (!found) throw new HttpError('imports.not-found')
    return found
  }

  api.post(
    '/imports',
    {
      bodyLimit: LIMITS.bytes,
      schema: {
        summary: 'Uploads a table (.csv or .xlsx) as the raw body; nothing is written until it is confirmed',
        querystring: Lang,
        headers: Type.Object({
          'x-file-name': Type.Optional(Type.String({ description: 'Percent-encoded' })),
        }),
        response: answer,
      },
    },
    async (request) => {
      const fileName = fileNameOf(request.headers['x-file-name'])
      const content = await contentOf(context, request.body)
      const { library } = context
      const { errors } = readStored(library, content, {})
      const rowCount = content.table.rows.length
      const region = await regionOf(pool)
      const made = await insertImport(pool, region, {
        fileName,
        content,
        rowCount,
        errorCount: errors.length,
      })
      return previewOf(library, made, languageOf(request))
    },
  )

  api.get(
    '/imports',
    { schema: { summary: 'Imports, the latest first', response: { 200: ImportList } } },
    async () => ({
      items: await listImports(pool, await regionOf(pool)),
    }),
  )

  api.get(
    '/imports/:id',
    { schema: { summary: 'How a table is understood', params: Id, querystring: Lang, response: answer } },
    async (request) => previewOf(context.library, await stored(request.params.id), languageOf(request)),
  )

  api.put(
    '/imports/:id/mapping',
    {
      schema: {
        summary: 'Says what columns mean, and answers questions',
        params: Id,
        querystring: Lang,
        body: ImportMapping,
        response: answer,
      },
    },
    async (request) => {
      await changeMapping(context, request.params.id, request.body)
      return previewOf(context.library, await stored(request.params.id), languageOf(request))
    },
  )

  for (const [step, summary, run] of [
    ['commit', 'Writes what was understood: all of it, or nothing', commitImport],
    ['undo', 'Takes back exactly what confirming wrote', undoImport],
  ] as const) {
    api.post(
      `/imports/:id/${step}`,
      { schema: { summary, params: Id, querystring: Lang, response: answer } },
      async (request) => {
        const { id } = request.params as { id: string }
        await run(context, id)
        return previewOf(context.library, await stored(id), languageOf(request))
      },
    )
  }

  api.get(
    '/imports/:id/errors.xlsx',
    { schema: { summary: 'The cells that were not taken, with reasons', params: Id, querystring: Lang } },
    async (request, reply) => {
      const { content, choices } = await stored(request.params.id)
      const reading = readStored(context.library, content, choices)
      const file = await errorsFile(reading, content, languageOf(request))
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="errors.xlsx"')
        .send(file)
    },
  )
}

async function contentOf({ library }: AppContext, body: unknown): Promise<StoredContent> {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new HttpError('imports.empty')
  const { grid, notes } = await readTableFile(body)
  const table = findTable(library, grid)
  if (!table || table.rows.length === 0) throw new HttpError('imports.empty')
  return { table, notes }
}
