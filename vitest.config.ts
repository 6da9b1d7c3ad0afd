import { defineConfig } from 'vitest/config'

// Tests run on the sources, without a build: the export condition leads @kehui/* imports to src.
const fromSource = {
  conditions: ['kehui-source', 'node', 'development|production'],
}

/** On a busy machine a test can take ten times as long as it needs. */
const PATIENCE_MS = 30_000

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
      ...extra,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      project('scripts', { include: ['*.test.ts'] }),
      project('domain'),
      project('cli'),
      project('web'),
      project('server', { globalSetup: ['src/database/testing-setup.ts'] }),
      project('e2e', {
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 180_000,
        globalSetup: ['src/global-server.ts'],
      }),
    ],
  },
})
