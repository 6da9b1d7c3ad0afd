import { assessmentRoutes } from './assessments.js'
import { budgetRoutes } from './budget.js'
import { chainRoutes } from './chain.js'
import { demandRoutes } from './demands.js'
import { deskRoutes } from './desk.js'
import { duplicateRoutes } from './duplicates.js'
import { formRoutes } from './forms.js'
import { importRoutes } from './imports.js'
import { ingestRoutes } from './ingest.js'
import { introductionRoutes } from './introductions.js'
import { leadRoutes } from './leads.js'
import { libraryRoutes } from './library.js'
import { noticeRoutes } from './notices.js'
import { objectionRoutes } from './objections.js'
import { portraitRoutes } from './portrait.js'
import { publishingRoutes } from './publishing.js'
import { regionRunRoutes } from './region-run.js'
import { type ClientOptions, sender } from './request.js'
import { sandboxRoutes } from './sandbox.js'
import { searchRoutes } from './search.js'
import { subjectRoutes } from './subjects.js'

/** One method a route of /api/v1; each part of the API has a file of its own here. */
export function createClient(options: ClientOptions) {
  const send = sender(options)
  return {
    ...leadRoutes(send),
    ...libraryRoutes(send),
    ...subjectRoutes(send),
    ...searchRoutes(send),
    ...chainRoutes(send),
    ...portraitRoutes(send),
    ...importRoutes(send),
    ...ingestRoutes(send),
    ...formRoutes(send),
    ...objectionRoutes(send),
    ...demandRoutes(send),
    ...introductionRoutes(send),
    ...deskRoutes(send),
    ...duplicateRoutes(send),
    ...noticeRoutes(send),
    ...assessmentRoutes(send),
    ...budgetRoutes(send),
    ...publishingRoutes(send),
    ...sandboxRoutes(send),
    ...regionRunRoutes(send),
  }
}
export type Client = ReturnType<typeof createClient>
