import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const HERE = fileURLToPath(new URL('.', import.meta.url))
const BENCHES = {
  trace: './trace/bench.mjs',
  rules: './rules/bench.mjs',
  region: './region/bench.mjs',
  ingest: './ingest/bench.mjs',
  registry: './registry/bench.mjs',
  matching: './matching/bench.mjs',
  retrieval: './retrieval/bench.mjs',
  assign: './assign/bench.mjs',
  meaning: './meaning/bench.mjs',
}

const [name, ...flags] = process.argv.slice(2)
const asked = flagsOf(flags)
if (!Object.hasOwn(BENCHES, name ?? '') || asked === null || (asked.data && name !== 'retrieval')) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--json]`)
  console.error('       npm run bench -- retrieval [--data FILE] [--json]')
  process.exit(2)
}

/** Null where there is another flag than these. */
function flagsOf(given) {
  try {
    const options = { json: { type: 'boolean' }, data: { type: 'string' } }
    return parseArgs({ args: given, options }).values
  } catch {
    return null
  }
}

if (asked.data !== undefined && !existsSync(asked.data)) {
  console.error(`There is no file ${asked.data}`)
  process.exit(2)
}

/** Progress goes to standard error: standard output is the figures alone. */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(1)
}

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
if (Object.keys(dependencies).some((p) => !existsSync(new URL(`node_modules/${p}`, import.meta.url))))
  run('npm', ['ci', '--no-audit', '--no-fund'], HERE)
run('npx', ['tsc', '-b', 'server'], ROOT)

const bench = await import(BENCHES[name])
const { figures, more } = await bench[name](asked)
if (asked.json) console.log(JSON.stringify(figures))
else
  for (const [key, value] of Object.entries({ ...figures, ...more }))
    console.log(`${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
