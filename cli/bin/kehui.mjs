#!/usr/bin/env node
// This file is committed rather than built: npm links no workspace bin whose target does not exist yet.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const run = new URL('../dist/run.js', import.meta.url)
if (!existsSync(fileURLToPath(run))) {
  process.stderr.write(
    'kehui 尚未构建，请先运行：npm run build\nkehui is not built yet. Run: npm run build\n',
  )
  process.exit(1)
}
await import(run.href)
