import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Tests run on the sources, without a build: the export condition leads @kehui/* imports to src.
const fromSource = {
  conditions: ['kehui-source', 'node', 'development|production'],
}

/** On a busy machine a test can take ten times as long as it needs. */
const PATIENCE_MS = 30_000

/** A file that waits for a database or a browser leaves its core to another. */
const FILES_AT_A_TIME = Math.max(2, availableParallelism() - 1)

/** Files of a worker share what they import, which is half of their time: they change nothing of it. */
const SHARED = { isolate: false }

function project(name: string, extra: Record<string, unknown> = {}) {
  return {
    root: `./${name}`,
    resolve: fromSource,
    ssr: { resolve: fromSource },
    test: {
      name,
      include: ['src/**/*.test.{ts,tsx}'],
      environment: 'node',
      testTimeout: PATIENCE_MS,
      hookTimeout: PATIENCE_MS,
      ...extra,
    },
  }
}

export default defineConfig({
  test: {
    maxWorkers: FILES_AT_A_TIME,
    projects: [
      project('scripts', { include: ['*.test.ts'] }),
      project('domain', SHARED),
      project('cli', SHARED),
      project('web'),
      project('server', { globalSetup: ['src/database/testing-setup.ts'] }),
      project('e2e', {
        // Two browsers with their servers are as many as two cores bear; they wait until all else is done.
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
        testTimeout: 60_000,
        hookTimeout: 180_000,
        globalSetup: ['src/global-server.ts'],
      }),
    ],
  },
})
