import type { App } from './app.js'
import { assessmentRoutes } from './assessments/routes.js'
import { assignmentRoutes } from './assignment/routes.js'
import { budgetRoutes } from './budget/routes.js'
import type { AppContext } from './context.js'
import { demandRoutes } from './demands/routes.js'
import { demandTableRoutes } from './demands/table/routes.js'
import { deskRoutes } from './desk/routes.js'
import { digestRoutes } from './digests/routes.js'
import { duplicateRoutes } from './duplicates/routes.js'
import { formRoutes } from './forms/routes.js'
import { healthRoutes } from './http/health.js'
import { importRoutes } from './imports/routes.js'
import { indicatorRoutes } from './indicators/routes.js'
import { ingestRoutes } from './ingest/routes.js'
import { introductionRoutes } from './introductions/routes.js'
import { leadRoutes } from './leads/routes.js'
import { matchingRoutes } from './matching/routes.js'
import { matchingAuditRoutes } from './matching-audit/routes.js'
import { noticeRoutes } from './notices/routes.js'
import { objectionRoutes } from './objections/routes.js'
import { packageRoutes } from './packages/routes.js'
import { portraitRoutes } from './portrait/routes.js'
import { programmeRoutes } from './programmes/routes.js'
import { publishingRoutes } from './publishing/routes.js'
import { regionRunRoutes } from './region-run/routes.js'
import { chainRoutes } from './registry/chain/routes.js'
import { resourceImportRoutes } from './registry/imports/routes.js'
import { relationRoutes } from './registry/relations/routes.js'
import { resourceRoutes } from './registry/resources/routes.js'
import { subjectRoutes } from './registry/routes.js'
import { sandboxRoutes } from './sandbox/routes.js'
import { searchRoutes } from './search/routes.js'
import { webhookRoutes } from './webhooks/routes.js'

/** Everything under /api/v1. */
export async function apiRoutes(api: App, context: AppContext): Promise<void> {
  // What the API says is about companies and holds for the moment only.
  api.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  api.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') context.wrote.emit()
  })
  await healthRoutes(api, context)
  await programmeRoutes(api, context)
  await api.register((scope: App) => importRoutes(scope, context))
  await api.register((scope: App) => resourceImportRoutes(scope, context))
  await api.register((scope: App) => ingestRoutes(scope, context))
  await api.register((scope: App) => indicatorRoutes(scope, context))
  await api.register((scope: App) => digestRoutes(scope, context))
  await api.register((scope: App) => resourceRoutes(scope, context))
  await subjectRoutes(api, context)
  await searchRoutes(api, context)
  await duplicateRoutes(api, context)
  await relationRoutes(api, context)
  await chainRoutes(api, context)
  await portraitRoutes(api, context)
  await packageRoutes(api, context)
  await formRoutes(api, context)
  await objectionRoutes(api, context)
  await demandRoutes(api, context)
  await api.register((scope: App) => demandTableRoutes(scope, context))
  await introductionRoutes(api, context)
  await matchingRoutes(api, context)
  await deskRoutes(api, context)
  await noticeRoutes(api, context)
  await api.register((scope: App) => assessmentRoutes(scope, context))
  await api.register((scope: App) => leadRoutes(scope, context))
  await api.register((scope: App) => assignmentRoutes(scope, context))
  await api.register((scope: App) => matchingAuditRoutes(scope, context))
  await api.register((scope: App) => budgetRoutes(scope, context))
  await publishingRoutes(api, context)
  await api.register((scope: App) => webhookRoutes(scope, context))
  await sandboxRoutes(api, context)
  await api.register((scope: App) => regionRunRoutes(scope, context))
}
