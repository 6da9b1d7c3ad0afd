import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('the compiled primitives are those of their source', { timeout: 60_000 }, async () => {
  const script = new URL('primitives.mjs', import.meta.url).pathname
  const run = promisify(execFile)(process.execPath, [script, '--check'])
  await expect(run).resolves.toEqual({ stdout: '', stderr: '' })
})
