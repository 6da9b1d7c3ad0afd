import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SCRIPT = join(ROOT, 'scripts', 'check-imports.mjs')
let copy: string

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kehui-imports-'))
  cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'))
  for (const name of ['domain', 'server', 'web', 'cli', 'e2e']) {
    cpSync(join(ROOT, name, 'package.json'), join(copy, name, 'package.json'))
    cpSync(join(ROOT, name, 'src'), join(copy, name, 'src'), { recursive: true })
  }
})
afterAll(() => rmSync(copy, { recursive: true }))

function check(root: string): { status: number | null; stderr: string } {
  return spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' })
}

test('the sources as they are keep the order', () => {
  expect(check(ROOT)).toMatchObject({ status: 0, stderr: '' })
})

test.each([
  ['domain/src/shared/planted.ts', "import { buildApp } from '@kehui/server'", 'no other package'],
  [
    'domain/src/shared/planted.ts',
    "import { loadPacks } from '../packs/index.js'",
    'shared comes before packs',
  ],
  ['domain/src/rules/planted.ts', "import { readFileSync } from 'node:fs'", 'no Node here'],
  ['domain/src/rules/planted.ts', "export * from 'fs'", 'no Node here'],
  ['domain/src/rules/planted.ts', "export * from 'fastify'", 'does not declare fastify'],
  ['server/src/planted.ts', "import '../../cli/src/run.js'", 'never by path'],
  ['server/src/client/planted.ts', "import { hash } from 'node:crypto'", 'no Node here'],
  ['server/src/http/planted.ts', 'console.log(process.env.HOME)', 'config.ts only'],
  ['server/src/http/planted.ts', "db.query('SELECT 1')", 'SQL stands in'],
  ['domain/src/rules/planted.ts', "export const text = 'SELECT 1'", 'SQL stands in'],
  ['web/src/planted.ts', "const { evaluate } = await import('@kehui/domain/rules')", '@kehui/server/client'],
  ['web/src/planted.ts', "import {\n  buildApp,\n} from '@kehui/server'", '@kehui/server/client'],
])('%s with %s is refused', (file, text, why) => {
  writeFileSync(join(copy, file), `${text}\n`)
  const { status, stderr } = check(copy)
  rmSync(join(copy, file))
  expect(stderr).toContain(why)
  expect(stderr).toContain('planted.ts')
  expect(status).toBe(1)
})
