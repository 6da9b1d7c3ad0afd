import { ApiError, type Client, createClient } from '@kehui/server/client'
import type { Translate } from '../text/messages.js'
import { currentPreferences } from './preferences.js'

/** The server's typed client, speaking for the role and in the language that the reader chose. */
export const api: Client = createClient({
  role: () => currentPreferences().role,
  name: () => {
    const { role, names } = currentPreferences()
    return names[role] ?? null
  },
  lang: () => currentPreferences().lang,
})

/** The server's own words where it answered, else what the browser can tell. */
export function messageOf(cause: unknown, t: Translate): string {
  if (cause instanceof ApiError) return [cause.message, cause.next].filter(Boolean).join(' ')
  return cause instanceof TypeError ? t('error.network') : t('error.unexpected')
}
