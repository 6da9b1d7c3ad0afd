import { assessmentRoutes } from './assessments.js'
import { assignmentRoutes } from './assignment.js'
import { budgetRoutes } from './budget.js'
import { chainRoutes } from './chain.js'
import { demandTableRoutes } from './demands.js'
import { deskRoutes } from './desk.js'
import { digestRoutes } from './digests.js'
import { duplicateRoutes } from './duplicates.js'
import { indicatorRoutes } from './indicators.js'
import { ingestRoutes } from './ingest.js'
import { leadRoutes } from './leads.js'
import { matchingAuditRoutes } from './matching-audit.js'
import { publishingRoutes } from './publishing.js'
import { regionRunRoutes } from './region-run.js'
import { type ClientOptions, sender } from './request.js'
import { resourceImportRoutes } from './resource-imports.js'
import { sandboxRoutes } from './sandbox.js'
import { webhookRoutes } from './webhooks.js'

/** What only the pages of the workbench and the cockpit need: a file of its own, so that others do not load it. */
export function createStaffClient(options: ClientOptions) {
  const send = sender(options)
  return {
    ...leadRoutes(send),
    ...assignmentRoutes(send),
    ...chainRoutes(send),
    ...indicatorRoutes(send),
    ...ingestRoutes(send),
    ...deskRoutes(send),
    ...demandTableRoutes(send),
    ...digestRoutes(send),
    ...duplicateRoutes(send),
    ...assessmentRoutes(send),
    ...budgetRoutes(send),
    ...matchingAuditRoutes(send),
    ...publishingRoutes(send),
    ...resourceImportRoutes(send),
    ...sandboxRoutes(send),
    ...webhookRoutes(send),
    ...regionRunRoutes(send),
  }
}
export type StaffClient = ReturnType<typeof createStaffClient>
