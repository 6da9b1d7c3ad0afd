import { draftFile, policiesIn } from '@kehui/domain/ingest/drafts'
import { indicatorKey } from '@kehui/domain/ingest/indicators'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { requireName, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { fileNameOf } from '../imports/file-name.js'
import { regionOf } from '../registry/store-region.js'
import { indicatorRoutes } from './routes-indicators.js'
import { DecideFact, DraftFile, Report, ReportFact, ReportItem } from './schema.js'
import {
  decideFact,
  factsOf,
  findReport,
  indicatorNames,
  insertReport,
  listReports,
  reportText,
} from './store.js'
import { takeReport } from './take-report.js'
import { factView, reportItem } from './view.js'

const UPLOAD_BYTES = 30 * 1024 * 1024
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) })
const staff = ['clerk', 'service-team'] as const

/** Reports: read, shown with each figure in its place, and decided by people. */
export async function ingestRoutes(api: App, context: AppContext): Promise<void> {
  const { pool } = context
  api.addHook('onRequest', async (request) => void requireRole(request, ...staff))
  api.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: UPLOAD_BYTES },
    (_request, body, done) => done(null, body),
  )
  const found = async (id: string) => {
    const report = await findReport(pool, await regionOf(pool), id)
    if (!report) throw new HttpError('ingest.not-found')
    return report
  }

  api.post(
    '/reports',
    {
      bodyLimit: UPLOAD_BYTES,
      schema: {
        summary: 'Reads a report (DOCX, PDF, HTML, text) given as the raw body',
        headers: Type.Object({
          'x-file-name': Type.Optional(Type.String({ description: 'Percent-encoded' })),
        }),
        response: { 201: ReportItem },
      },
    },
    async (request, reply) => {
      const { name } = requireName(requireRole(request, ...staff))
      if (!(request.body instanceof Uint8Array)) throw new HttpError('request.media-type')
      const read = await takeReport(request.body)
      const fileName = fileNameOf(request.headers['x-file-name'])
      const id = await insertReport(pool, await regionOf(pool), { ...read, fileName, byName: name })
      return reply.status(201).send(reportItem(await found(id)))
    },
  )
  api.get(
    '/reports',
    { schema: { summary: 'Reports, the latest first', response: { 200: Type.Array(ReportItem) } } },
    async () => (await listReports(pool, await regionOf(pool))).map(reportItem),
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
      const [facts, names] = await Promise.all([
        factsOf(pool, region, report.id),
        indicatorNames(pool, region),
      ])
      const { article: asked, fact: sought } = request.query
      const at = facts.find(({ n }) => n === sought)?.fact.valueStart
      const holding = report.articles.findIndex((a) => at !== undefined && a.start <= at && a.end > at)
      const shown = Math.min(asked ?? Math.max(0, holding), Math.max(0, report.articles.length - 1))
      const article = report.articles[shown]
      const textStart = article?.start ?? 0
      const textEnd = article?.end ?? 20_000
      const within = (start: number, end: number) =>
        facts.filter(({ fact }) => fact.valueStart >= start && fact.valueEnd <= end)
      return {
        ...reportItem(report),
        list: report.articles.map(({ title, start, titleEnd, end, region }) => ({
          title,
          start,
          titleEnd,
          end,
          region,
          facts: within(start, end).length,
        })),
        shown,
        textStart,
        text: await reportText(pool, region, report.id, textStart, textEnd),
        facts: within(textStart, textEnd)
          .map((stored) => factView(stored, names))
          .sort((a, b) => a.valueStart - b.valueStart),
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
      const decided = { state, correction: correction ?? null, byName: name }
      if (!(await decideFact(pool, region, { report: id, n }, decided)))
        throw new HttpError('ingest.not-found')
      const stored = (await factsOf(pool, region, id)).find((f) => f.n === n)
      if (!stored) throw new HttpError('ingest.not-found')
      return factView(stored, await indicatorNames(pool, region))
    },
  )
  api.get(
    '/reports/:id/drafts',
    {
      schema: {
        summary: 'Programme files begun from the policy sentences of a report; never in force',
        params: Id,
        response: { 200: Type.Array(DraftFile) },
      },
    },
    async (request) => {
      const report = await found(request.params.id)
      const region = await regionOf(pool)
      const text = await reportText(pool, region, report.id)
      const facts = (await factsOf(pool, region, report.id)).filter(({ state }) => state !== 'rejected')
      return policiesIn(
        text,
        facts.map(({ fact }) => fact),
      ).map((policy, i) => {
        const { start, end } = policy.sentence
        const article = report.articles.find((a) => a.start <= start && a.end >= end)
        const title = article?.title ?? report.fileName
        const source = { title, file: report.fileName, province: null, city: null, ...article?.region }
        return {
          title,
          start,
          end,
          file: draftFile(policy, source, `${report.id.slice(0, 8)}-${i + 1}`),
          unread: policy.unread.map((span) => span.text.replaceAll(/\s/g, '')),
        }
      })
    },
  )
  await indicatorRoutes(api, context, indicatorKey)
}
