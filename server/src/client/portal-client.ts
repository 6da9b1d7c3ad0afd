import { demandRoutes } from './demands.js'
import { formRoutes } from './forms.js'
import { importRoutes } from './imports.js'
import { introductionRoutes } from './introductions.js'
import { libraryRoutes } from './library.js'
import { matchingRoutes } from './matching.js'
import { noticeRoutes } from './notices.js'
import { objectionRoutes } from './objections.js'
import { portraitRoutes } from './portrait.js'
import { type ClientOptions, sender } from './request.js'
import { resourceRoutes } from './resources.js'
import { searchRoutes } from './search.js'
import { subjectRoutes } from './subjects.js'

/** What every page may need. */
export function createPortalClient(options: ClientOptions) {
  const send = sender(options)
  return {
    ...libraryRoutes(send),
    ...subjectRoutes(send),
    ...searchRoutes(send),
    ...resourceRoutes(send),
    ...portraitRoutes(send),
    ...importRoutes(send),
    ...formRoutes(send),
    ...objectionRoutes(send),
    ...demandRoutes(send),
    ...introductionRoutes(send),
    ...matchingRoutes(send),
    ...noticeRoutes(send),
  }
}
export type PortalClient = ReturnType<typeof createPortalClient>
