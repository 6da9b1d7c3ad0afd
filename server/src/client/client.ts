import { createPortalClient } from './portal-client.js'
import type { ClientOptions } from './request.js'
import { createStaffClient } from './staff-client.js'

/** One method a route of /api/v1; each part of the API has a file of its own here. */
export function createClient(options: ClientOptions) {
  return { ...createPortalClient(options), ...createStaffClient(options) }
}
export type Client = ReturnType<typeof createClient>
