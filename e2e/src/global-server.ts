import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findBrowser } from './browser.js'
import { type RunningServer, SERVER_MAIN, startServer } from './server.js'

/**
 * A server for each file that runs at a time, so that files running together share nothing; those that run one after
 * the other on it bring companies of their own.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (findBrowser() === undefined || !existsSync(SERVER_MAIN)) {
    project.provide('addresses', [])
    return undefined
  }
  const servers: RunningServer[] = []
  for (let n = 0; n < Number(project.config.maxWorkers); n += 1) servers.push(await startServer())
  project.provide(
    'addresses',
    servers.map(({ address }) => address),
  )
  return async () => {
    for (const server of servers) await server.stop()
  }
}
