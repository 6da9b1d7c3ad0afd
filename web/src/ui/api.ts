import { ApiError, createPortalClient, type PortalClient } from '@kehui/server/client'
import type { Translate } from '../text/messages.js'
import { currentPreferences } from './preferences.js'

/** The reader as the server is told of him. */
export const READER = {
  role: () => currentPreferences().role,
  name: () => {
    const { role, names } = currentPreferences()
    return names[role] ?? null
  },
  lang: () => currentPreferences().lang,
}

/** The server's typed client, speaking for the role and in the language that the reader chose. */
export const api: PortalClient = createPortalClient(READER)

/** The server's own words where it answered, else what the browser can tell. */
export function messageOf(cause: unknown, t: Translate): string {
  if (cause instanceof ApiError) return [cause.message, cause.next].filter(Boolean).join(' ')
  return cause instanceof TypeError ? t('error.network') : t('error.unexpected')
}
