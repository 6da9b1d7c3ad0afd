import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './browser.js'
import { SERVER_MAIN, startServer } from './server.js'

/** One server for all journeys: each brings companies of its own, so that none disturbs another. */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (findBrowser() === undefined || !existsSync(SERVER_MAIN)) {
    provide('address', null)
    return undefined
  }
  const server = await startServer()
  provide('address', server.address)
  return server.stop
}
