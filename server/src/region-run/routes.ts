import { parseDay } from '@kehui/domain/shared'
import Type from 'typebox'
import type { App } from '../app.js'
import type { AppContext } from '../context.js'
import { actorOf, requireRole } from '../http/auth.js'
import { HttpError } from '../http/error.js'
import { languageOf } from '../http/language.js'
import { packsOfRegions, regionOf } from '../registry/store-region.js'
import { faultsCsv } from './faults-file.js'
import {
  EntitlementQuery,
  Entitlements,
  FactFaults,
  NewRegionRun,
  RegionRun,
  RegionRunDetail,
  RegionRuns,
  RunChanges,
  RunChangesQuery,
} from './schema.js'
import { startRun, tidyRuns } from './start-run.js'
import { askCancel, latestRuns } from './store-runs.js'
import { entitlementsView, faultsView, runChanges, runDetail, runOr404, runView } from './view.js'

const Id = Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) })
const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) }
const Lang = Type.Object(lang)
const SHOWN = 30
/** More than anybody corrects in one go. */
const MOST_FAULTS = 100_000

/** All programmes for the whole region: runs, what they changed, what is wrong with stored facts, who is entitled. */
export async function regionRunRoutes(api: App, context: AppContext): Promise<void> {
  api.addHook('onRequest', async (request) => {
    requireRole(request, 'clerk', 'service-team')
  })
  runRoutes(api, context)
  foundRoutes(api, context)
}

function runRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/region-runs',
    {
      schema: {
        summary: 'Runs of the region, the latest first',
        querystring: Lang,
        response: { 200: RegionRuns },
      },
    },
    async () => {
      const region = await regionOf(pool)
      const runs = await latestRuns(pool, region, SHOWN)
      if (runs.some(({ state }) => state === 'running')) await tidyRuns(context, region)
      const pack = (await packsOfRegions(pool)).find(({ id }) => id === region)?.pack ?? ''
      return { region: pack, items: (await latestRuns(pool, region, SHOWN)).map(runView) }
    },
  )
  api.post(
    '/region-runs',
    {
      schema: {
        summary: 'Starts a run; comes back at once',
        querystring: Lang,
        body: NewRegionRun,
        response: { 201: RegionRun },
      },
    },
    async (request, reply) => {
      requireRole(request, 'clerk')
      const region = await regionOf(pool)
      const on = request.body.on ?? context.today()
      if (parseDay(on) === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(on))
        throw new HttpError('run.date', { on })
      const { id, ended } = await startRun(context, region, {
        on,
        cause: 'asked',
        byName: actorOf(request).name,
      })
      // What failed stands in the line of the run.
      ended.catch(() => {})
      return reply.status(201).send(runView(await runOr404(context, region, id)))
    },
  )
  api.get(
    '/region-runs/:id',
    {
      schema: {
        summary: 'A run: what each programme came to, and how many results changed from what',
        params: Id,
        querystring: Lang,
        response: { 200: RegionRunDetail },
      },
    },
    async (request) => runDetail(context, await regionOf(pool), request.params.id, languageOf(request)),
  )
  api.post(
    '/region-runs/:id/cancel',
    {
      schema: {
        summary: 'Asks a run to stop; nothing of it is kept',
        params: Id,
        querystring: Lang,
        response: { 200: RegionRun },
      },
    },
    async (request) => {
      requireRole(request, 'clerk')
      const region = await regionOf(pool)
      const { id } = request.params
      await runOr404(context, region, id)
      if (!(await askCancel(pool, region, id))) throw new HttpError('run.not-running')
      return runView(await runOr404(context, region, id))
    },
  )
}

function foundRoutes(api: App, context: AppContext): void {
  const { pool } = context
  api.get(
    '/region-runs/:id/changes',
    {
      schema: {
        summary: 'What came out otherwise than in the run before, and why',
        params: Id,
        querystring: Type.Object({ ...RunChangesQuery.properties, ...lang }),
        response: { 200: RunChanges },
      },
    },
    async (request) =>
      runChanges(context, await regionOf(pool), request.params.id, request.query, languageOf(request)),
  )
  api.get(
    '/region-faults',
    {
      schema: {
        summary: 'Stored values that their facts cannot have; they count as not known',
        querystring: Type.Object({
          ...lang,
          offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
        }),
        response: { 200: FactFaults },
      },
    },
    async (request) => {
      const page = { offset: request.query.offset ?? 0, limit: 50 }
      return faultsView(context, await regionOf(pool), page, languageOf(request))
    },
  )
  api.get(
    '/region-faults.csv',
    { schema: { summary: 'The same as a table', querystring: Lang } },
    async (request, reply) => {
      const used = languageOf(request)
      const page = { offset: 0, limit: MOST_FAULTS }
      const { items } = await faultsView(context, await regionOf(pool), page, used)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="fact-faults.csv"')
        .send(faultsCsv(items, used))
    },
  )
  api.get(
    '/entitlements',
    {
      schema: {
        summary: 'Whom a programme is for, as the latest finished run found it',
        querystring: Type.Object({ ...EntitlementQuery.properties, ...lang }),
        response: { 200: Entitlements },
      },
    },
    async ({ query }) => entitlementsView(context, await regionOf(pool), query),
  )
}
