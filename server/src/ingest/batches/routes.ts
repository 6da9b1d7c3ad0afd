import Type from 'typebox'
import type { App } from '../../app.js'
import type { AppContext } from '../../context.js'
import { requireName, requireRole } from '../../http/auth.js'
import { languageOf } from '../../http/language.js'
import { regionOf } from '../../registry/store-region.js'
import {
  batchOrRefuse,
  beginBatch,
  cancelBatch,
  cancelFile,
  fileOrRefuse,
  putAway,
  receiveFile,
  tryAgain,
} from './act.js'
import type { ReportReader } from './reader.js'
import { Batch, BatchFile, NewBatch } from './schema.js'
import { filesOf, listBatches } from './store-batches.js'
import { batchViews, fileView } from './view.js'

const BatchId = Type.Object({ batch: Type.String({ format: 'uuid' }) })
const FileId = Type.Object({
  ...BatchId.properties,
  n: Type.Integer({ minimum: 0, maximum: 10_000 }),
})
const InLang = Type.Object({ lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) })
const staff = ['clerk', 'service-team'] as const

type Asked = Parameters<typeof languageOf>[0]

/** Files that are handed in together: each is read, refused or called off on its own. */
export async function batchRoutes(api: App, context: AppContext, reader: ReportReader): Promise<void> {
  const viewing = (request: Asked) => ({ context, reader, lang: languageOf(request) })
  const oneBatch = async (request: Asked, id: string): Promise<Batch> => {
    const region = await regionOf(context.pool)
    const stored = await batchOrRefuse(context, region, id)
    const [view] = batchViews([stored], await filesOf(context.pool, region, [id]), viewing(request))
    if (!view) throw new Error('a batch has a view')
    return view
  }
  wholeRoutes(api, context, reader, { viewing, oneBatch })
  fileRoutes(api, context, reader, viewing)
}

interface Views {
  readonly viewing: (request: Asked) => Parameters<typeof batchViews>[2]
  readonly oneBatch: (request: Asked, id: string) => Promise<Batch>
}

function wholeRoutes(api: App, context: AppContext, reader: ReportReader, views: Views): void {
  const { pool } = context
  const { viewing, oneBatch } = views
  api.post(
    '/report-batches',
    {
      schema: {
        summary: 'Begins a batch of reports: names and sizes first, then each file on its own',
        querystring: InLang,
        body: NewBatch,
        response: { 201: Batch },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, ...staff))
      const id = await beginBatch(context, await regionOf(pool), name, request.body)
      return reply.status(201).send(await oneBatch(request, id))
    },
  )
  api.get(
    '/report-batches',
    {
      schema: {
        summary: 'Batches that are not put away, the latest first, with how far each file is',
        querystring: InLang,
        response: { 200: Type.Array(Batch) },
      },
    },
    async (request) => {
      const region = await regionOf(pool)
      const batches = await listBatches(pool, region)
      const files = await filesOf(
        pool,
        region,
        batches.map(({ id }) => id),
      )
      if (files.some(({ state }) => state === 'queued' || state === 'reading')) reader.wake()
      return batchViews(batches, files, viewing(request))
    },
  )
  api.get(
    '/report-batches/:batch',
    { schema: { summary: 'One batch', params: BatchId, querystring: InLang, response: { 200: Batch } } },
    async (request) => oneBatch(request, request.params.batch),
  )
  const acts = {
    cancel: (region: number, id: string) => cancelBatch(context, reader, region, id),
    close: (region: number, id: string) => putAway(context, region, id),
  } as const
  api.post(
    '/report-batches/:batch/:act',
    {
      schema: {
        summary: 'Calls off all that is not settled (cancel), or puts a settled batch away (close)',
        params: Type.Object({
          ...BatchId.properties,
          act: Type.Union([Type.Literal('cancel'), Type.Literal('close')]),
        }),
        querystring: InLang,
        response: { 200: Batch },
      },
    },
    async (request) => {
      requireName(requireRole(request, ...staff))
      const { batch, act } = request.params
      await acts[act](await regionOf(pool), batch)
      return oneBatch(request, batch)
    },
  )
}

function fileRoutes(api: App, context: AppContext, reader: ReportReader, viewing: Views['viewing']): void {
  const keyOf = async ({ batch, n }: { batch: string; n: number }) => ({
    region: await regionOf(context.pool),
    batch,
    n,
  })
  api.put(
    '/report-batches/:batch/files/:n',
    {
      schema: {
        summary: 'Hands a file of a batch in as the raw body; it is read when its turn comes',
        params: FileId,
        querystring: InLang,
        response: { 202: BatchFile },
      },
    },
    async (request, reply) => {
      requireName(requireRole(request, ...staff))
      const key = await keyOf(request.params)
      await receiveFile(context, key, request.body)
      reader.wake()
      return reply.status(202).send(fileView(await fileOrRefuse(context, key), viewing(request)))
    },
  )
  api.post(
    '/report-batches/:batch/files/:n/:act',
    {
      schema: {
        summary: 'Calls one file off (cancel), or reads again what the server still has (again)',
        params: Type.Object({
          ...FileId.properties,
          act: Type.Union([Type.Literal('cancel'), Type.Literal('again')]),
        }),
        querystring: InLang,
        response: { 200: BatchFile },
      },
    },
    async (request) => {
      requireName(requireRole(request, ...staff))
      const key = await keyOf(request.params)
      if (request.params.act === 'cancel') await cancelFile(context, reader, key)
      else await tryAgain(context, key)
      reader.wake()
      return fileView(await fileOrRefuse(context, key), viewing(request))
    },
  )
}
