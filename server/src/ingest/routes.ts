import { isSettled } from '@kehui/domain/ingest/batch'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { fileNameOf } from '../imports/file-name.js'
import { indicatorNames } from '../indicators/store.js'
import { regionOf } from '../registry/store-region.js'
import { beginBatch, fileOrRefuse, receiveFile } from './batches/act.js'
import { type ReportReader, reportReader } from './batches/reader.js'
import { batchRoutes } from './batches/routes.js'
import type { FileKey } from './batches/store-batches.js'
import { draftRoutes } from './routes-drafts.js'
import { DecideFact, Report, ReportFact, ReportItem } from './schema.js'
import {
  countFactsFrom,
  decideFact,
  factsBetween,
  findFact,
  findReport,
  listReports,
  reportText,
  setWithdrawn,
} from './store.js'
import { factView, partOf, reportItem } from './view.js'

const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const staff = ['clerk', 'service-team'] as const

/** Reports: read, shown with each figure in its place, and decided by people. */
export async function ingestRoutes(api: App, context: AppContext): Promise<void> {
  const reader = reportReader(context, (error) => console.error('A report could not be read:', error))
  api.addHook('onListen', async () => reader.wake())
  api.addHook('onClose', () => reader.stop())
  api.addHook('onRequest', async (request) => void requireRole(request, ...staff))
  // A file goes to the disk as it comes: it is never held whole.
  api.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  takeRoutes(api, context, reader)
  await batchRoutes(api, context, reader)
  reportRoutes(api, context)
  await draftRoutes(api, context)
}

function takeRoutes(api: App, context: AppContext, reader: ReportReader): void {
  const { pool } = context
  api.post(
    '/reports',
    {
      schema: {
        summary: 'Reads a report (DOCX, PDF, HTML, text) given as the raw body, and answers when it is read',
        headers: Type.Object({
          'x-file-name': Type.Optional(Type.String({ description: 'Percent-encoded' })),
        }),
        response: { 201: ReportItem },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, ...staff))
      const fileName = fileNameOf(request.headers['x-file-name'])
      const region = await regionOf(pool)
      const batch = await beginBatch(context, region, name, { files: [{ name: fileName, bytes: 1 }] })
      const key = { region, batch, n: 0 }
      await receiveFile(context, key, request.body)
      const { refusal, report } = await settledFile(context, reader, key)
      if (refusal) throw new HttpError(refusal.code, refusal.details)
      const read = await findReport(pool, region, report ?? '')
      if (!read) throw new HttpError('ingest.cancelled')
      return reply.status(201).send(reportItem(read))
    },
  )
}

/** Waits until a file is read, refused or called off. */
async function settledFile(context: AppContext, reader: ReportReader, key: FileKey) {
  for (;;) {
    const file = await fileOrRefuse(context, key)
    if (isSettled(file.state)) return file
    reader.wake()
    await reader.idle()
  }
}

function reportRoutes(api: App, context: AppContext): void {
  const { pool } = context
  const found = async (id: string) => {
    const report = await findReport(pool, await regionOf(pool), id)
    if (!report) throw new HttpError('ingest.not-found')
    return report
  }
  api.get(
    '/reports',
    {
      schema: {
        summary: 'Reports, the latest first',
        querystring: Type.Object({
          withdrawn: Type.Optional(Type.Boolean({ description: 'Those that were withdrawn instead' })),
        }),
        response: { 200: Type.Array(ReportItem) },
      },
    },
    async ({ query }) =>
      (await listReports(pool, await regionOf(pool), query.withdrawn ?? false)).map(reportItem),
  )
  for (const act of ['withdraw', 'restore'] as const)
    api.post(
      `/reports/:id/${act}`,
      {
        schema: {
          summary:
            act === 'withdraw'
              ? 'Withdraws a report: its figures count nowhere until it is brought back'
              : 'Brings a withdrawn report back with all that was decided of it',
          params: Id,
          response: { 200: ReportItem },
        },
      },
      async (request) => {
        const { name } = requireName(requireRole(request, ...staff))
        const { id } = await found(request.params.id)
        await setWithdrawn(pool, await regionOf(pool), id, { withdrawn: act === 'withdraw', byName: name })
        return reportItem(await found(id))
      },
    )
  api.get(
    '/reports/:id',
    {
      schema: {
        summary: 'An article of a report with its figures; places are code points of the report',
        params: Id,
        querystring: Type.Object({
          article: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
          fact: Type.Optional(
            Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Shows the article that holds it' }),
          ),
        }),
        response: { 200: Report },
      },
    },
    async (request) => {
      const report = await found(request.params.id)
      const region = await regionOf(pool)
      const names = await indicatorNames(pool, region)
      const { article: asked, fact: sought } = request.query
      const target =
        sought === undefined ? null : await findFact(pool, region, { report: report.id, n: sought })
      const at = target?.fact.valueStart
      const holding = report.articles.findIndex((a) => at !== undefined && a.start <= at && a.end > at)
      const shown = Math.min(asked ?? Math.max(0, holding), Math.max(0, report.articles.length - 1))
      const part = partOf(report, shown)
      const starts = report.articles.map(({ start }) => start)
      const counts = await countFactsFrom(pool, region, report.id, starts)
      const facts = await factsBetween(pool, region, report.id, part)
      return {
        ...reportItem(report),
        list: report.articles.map(({ title, start, titleEnd, end, region }, i) => ({
          title,
          start,
          titleEnd,
          end,
          region,
          facts: counts[i] ?? 0,
        })),
        shown,
        textStart: part.start,
        text: await reportText(pool, region, report.id, part.start, part.end),
        facts: facts.map((stored) => factView(stored, names)).sort((a, b) => a.valueStart - b.valueStart),
      }
    },
  )
  api.put(
    '/reports/:id/facts/:n',
    {
      schema: {
        summary: 'Accepts, corrects or rejects a figure',
        params: Type.Object({ ...Id.properties, n: Type.Integer({ minimum: 0 }) }),
        body: DecideFact,
        response: { 200: ReportFact },
      },
    },
    async (request) => {
      const { name } = requireName(requireRole(request, ...staff))
      const { state, correction } = request.body
      if ((state === 'corrected') !== (correction !== undefined)) throw new HttpError('ingest.correction')
      const { id, n } = request.params
      const region = await regionOf(pool)
      if ((await found(id)).withdrawnAt) throw new HttpError('ingest.withdrawn')
      const decided = { state, correction: correction ?? null, byName: name }
      if (!(await decideFact(pool, region, { report: id, n }, decided)))
        throw new HttpError('ingest.not-found')
      const stored = await findFact(pool, region, { report: id, n })
      if (!stored) throw new HttpError('ingest.not-found')
      return factView(stored, await indicatorNames(pool, region))
    },
  )
}
