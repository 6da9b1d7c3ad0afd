import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { ROOT, requireNode, TEST_REPORT } from './root.mjs'

requireNode()
installWhatIsMissing(console.log)
const total = { passed: 0, failed: 0, skipped: [] }
step('Lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')
step('Import directions', 'scripts/check-imports.mjs')
step('Types', 'node_modules/typescript/bin/tsc', '-b')
step('Types of tests', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.tests.json')
if (await built()) runTests()
else total.failed++
tellSkipped()
const refused = process.env.KEHUI_REQUIRE_ALL === '1' && total.skipped.length > 0
if (refused) {
  console.error('KEHUI_REQUIRE_ALL=1: a skipped test counts as failed.')
  total.failed += total.skipped.length
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

function step(title, program, ...options) {
  console.log(`\n${title}`)
  const { status } = node(program, ...options)
  if (status === 0) total.passed++
  else total.failed++
}

/** The tests that start real processes run what is built. */
async function built() {
  try {
    await build(console.log)
    return true
  } catch (error) {
    console.error(`The build failed: ${error.message}`)
    return false
  }
}

function runTests() {
  console.log('\nTests')
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  rmSync(TEST_REPORT, { force: true })
  node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=./scripts/test-report.mjs',
    ...process.argv.slice(2),
  )
  const report = readReport()
  total.passed += report.passed
  total.failed += report.failed
  total.skipped = report.skipped
}

function readReport() {
  try {
    return JSON.parse(readFileSync(TEST_REPORT, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  }
}

/** Grouped by reason: a missing browser is one thing to say, however many tests wanted it. */
function tellSkipped() {
  for (const [reason, tests] of groupByNote(total.skipped)) {
    console.log(`\nSkipped ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}: ${reason}`)
    for (const file of new Set(tests.map((test) => test.file))) console.log(`  ${file}`)
  }
}

function groupByNote(tests) {
  const groups = new Map()
  for (const test of tests) {
    const reason = test.note ?? 'no reason given'
    groups.set(reason, [...(groups.get(reason) ?? []), test])
  }
  return groups
}

function node(program, ...options) {
  return spawnSync(process.execPath, [join(ROOT, program), ...options], { cwd: ROOT, stdio: 'inherit' })
}
