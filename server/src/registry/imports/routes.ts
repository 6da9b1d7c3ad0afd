import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Type from 'typebox'
import type { App } from '../../app.js'
import type { AppContext } from '../../context.js'
import { requireRole } from '../../http/auth.js'
import { HttpError } from '../../http/error.js'
import { languageOf } from '../../http/language.js'
import { fileNameOf } from '../../imports/file-name.js'
import { regionOf } from '../store-region.js'
import { checkMapping } from './check.js'
import { errorsPath, importPath } from './files.js'
import { headOfFile, suggestMappings } from './preview.js'
import { beginImport, runImport } from './run-import.js'
import {
  CommitImport,
  ImportCheck,
  ResourceImport,
  ResourceImportList,
  ResourceImportPreview,
} from './schema.js'
import {
  ensureSource,
  findResourceImport,
  insertResourceImport,
  listResourceImports,
  type StoredResourceImport,
} from './store-imports.js'
import { undoResourceImport } from './undo.js'

const LARGEST_MB = 4096
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Lang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
/** Whose a file is nobody has said yet. */
const UNKNOWN_SOURCE = '（未指定来源）'

/** Files of resources of any kind, and of relations: uploaded, understood, read in, and taken back. */
export async function resourceImportRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'service-team', 'clerk')
  })
  // The body goes to a file as it comes: it can be larger than memory.
  api.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  uploadRoutes(api, context)
  runRoutes(api, context)
}

function uploadRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.post(
    '/resource-imports',
    {
      bodyLimit: LARGEST_MB * 1024 * 1024,
      schema: {
        summary:
          'Uploads a file (CSV, XLSX, JSON lines) as the raw body; nothing is entered until it is committed',
        querystring: Lang,
        headers: Type.Object({
          'x-file-name': Type.Optional(Type.String({ description: 'Percent-encoded' })),
        }),
        response: { 200: ResourceImportPreview },
      },
    },
    async (request) => {
      const fileName = fileNameOf(request.headers['x-file-name'])
      const region = await regionOf(pool)
      const sourceId = await ensureSource(pool, region, { name: UNKNOWN_SOURCE })
      const { id } = await insertResourceImport(pool, region, {
        sourceId,
        target: '',
        form: 'file',
        fileName,
        status: 'preview',
        mapping: {},
        observedOn: context.today(),
        actor: null,
      })
      const path = importPath(context, id)
      try {
        await keep(request.body, path)
        return await previewOf(context, region, id)
      } catch (error) {
        rmSync(path, { force: true })
        throw error
      }
    },
  )
  api.get(
    '/resource-imports',
    { schema: { summary: 'Files of resources, the latest first', response: { 200: ResourceImportList } } },
    async () => ({ items: (await listResourceImports(pool, await regionOf(pool))).map(toItem) }),
  )
  api.get(
    '/resource-imports/:id',
    {
      schema: {
        summary: 'How far an import is',
        params: Id,
        querystring: Lang,
        response: { 200: ResourceImport },
      },
    },
    async ({ params }) => toItem(await storedOr404(context, params.id)),
  )
  api.get(
    '/resource-imports/:id/preview',
    {
      schema: {
        summary: 'The first rows of an uploaded file, and how it could be read',
        params: Id,
        querystring: Lang,
        response: { 200: ResourceImportPreview },
      },
    },
    async ({ params }) => previewOf(context, await regionOf(pool), params.id),
  )
}

function runRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.register(async (json: App) => {
    json.removeAllContentTypeParsers()
    json.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      json.getDefaultJsonParser('error', 'error'),
    )
    json.post(
      '/resource-imports/:id/check',
      {
        schema: {
          summary: 'The first rows as a mapping reads them; nothing is written',
          params: Id,
          querystring: Lang,
          body: CommitImport,
          response: { 200: ImportCheck },
        },
      },
      async (request) => {
        const path = uploadedFile(context, request.params.id)
        return checkMapping(context, path, request.body.mapping, languageOf(request))
      },
    )
    json.post(
      '/resource-imports/:id/commit',
      {
        schema: {
          summary: 'Begins to read a file in by a mapping: all that is good of it, or nothing',
          params: Id,
          querystring: Lang,
          body: CommitImport,
          response: { 202: ResourceImport },
        },
      },
      async ({ params: { id }, body: { mapping } }, reply) => {
        const region = await regionOf(pool)
        const { headers } = await headOfFile(uploadedFile(context, id))
        const job = await beginImport(context, region, id, { mapping, headers })
        runImport(context, job).then(
          () => context.wrote.emit(),
          (error: unknown) => {
            if (!(error instanceof HttpError)) console.error(`Import ${job.no} failed:`, error)
          },
        )
        return reply.status(202).send(toItem(await storedOr404(context, id)))
      },
    )
  })
  api.post(
    '/resource-imports/:id/undo',
    {
      schema: {
        summary: 'Takes back exactly what an import brought',
        params: Id,
        querystring: Lang,
        response: { 200: ResourceImport },
      },
    },
    async ({ params: { id } }) => {
      await undoResourceImport(pool, await regionOf(pool), context.kinds, id)
      return toItem(await storedOr404(context, id))
    },
  )
  api.get(
    '/resource-imports/:id/errors.csv',
    {
      schema: {
        summary: 'The rows that were not taken, each with the reason beside it',
        params: Id,
        querystring: Lang,
      },
    },
    async ({ params: { id } }, reply) => {
      await storedOr404(context, id)
      const path = errorsPath(context, id)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="errors.csv"')
        .send(existsSync(path) ? createReadStream(path) : '\uFEFF行号,原因\r\n')
    },
  )
}

async function storedOr404({ pool }: AppContext, id: string): Promise<StoredResourceImport> {
  const stored = await findResourceImport(pool, await regionOf(pool), id)
  if (!stored) throw new HttpError('imports.not-found')
  return stored
}

function uploadedFile(context: AppContext, id: string): string {
  const path = importPath(context, id)
  if (!existsSync(path)) throw new HttpError('imports.file-gone')
  return path
}

/** The body as a file; more than is allowed ends it. */
async function keep(body: unknown, path: string): Promise<void> {
  if (!(body instanceof Readable)) throw new HttpError('imports.empty')
  let bytes = 0
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length
      if (bytes > LARGEST_MB * 1024 * 1024)
        done(new HttpError('imports.too-large', { megabytes: LARGEST_MB }))
      else done(null, piece)
    },
  })
  await pipeline(body, counted, createWriteStream(path, { mode: 0o600 }))
  if (bytes === 0) throw new HttpError('imports.empty')
}

async function previewOf(context: AppContext, region: number, id: string): Promise<ResourceImportPreview> {
  const stored = await storedOr404(context, id)
  const path = uploadedFile(context, id)
  const head = await headOfFile(path)
  const { size } = statSync(path)
  return {
    ...toItem(stored),
    bytes: size,
    headers: [...head.headers],
    rows: head.rows.map(({ row, cells }) => ({ row, cells: [...cells] })),
    notes: [...head.notes],
    suggestions: await suggestMappings(context, region, head),
  }
}

function toItem(stored: StoredResourceImport): ResourceImport {
  const { id, no, fileName, target, status, observedOn, actor, progress, result } = stored
  return {
    id,
    number: no,
    fileName,
    source: stored.source === UNKNOWN_SOURCE ? '' : stored.source,
    target,
    status,
    observedOn,
    actor,
    progress: status === 'running' ? progress : null,
    result,
    createdAt: stored.createdAt.toISOString(),
    committedAt: stored.committedAt?.toISOString() ?? null,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
  }
}
