import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { ROOT } from './root.mjs'

/** What each package may import of the others. Nothing points back. */
const MAY_IMPORT = {
  domain: [],
  server: ['@kehui/domain/'],
  web: ['@kehui/server/client'],
  cli: [
    '@kehui/server',
    '@kehui/server/assessments',
    '@kehui/server/forms',
    '@kehui/server/imports',
    '@kehui/server/matching',
    '@kehui/server/region-run',
    '@kehui/server/ingest',
    '@kehui/domain/',
  ],
  e2e: ['@kehui/server/client'],
}

/** A part of the domain imports only parts to its left. */
const PARTS = ['shared', 'registry', 'rules', 'ingest', 'matching', 'ledger', 'cases', 'insights', 'packs']

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** Tests, and what only they import. */
const TEST_FILE = /\.test\.tsx?$|(^|[\\/])testing(-[a-z]+)?\.ts$/

const root = resolve(process.argv[2] ?? ROOT)
const problems = Object.keys(MAY_IMPORT).flatMap(checkPackage)
for (const problem of problems) console.error(problem)
if (problems.length > 0) {
  console.error(`${problems.length} imports against the order of packages (docs: CONTRIBUTING.md).`)
  process.exit(1)
}

function checkPackage(name) {
  const folder = join(root, name, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const declared = declaredBy(name)
  return files.flatMap((file) => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const found = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2])
    const refusals = found.flatMap((target) => {
      const why = refusal(name, folder, path, target, declared)
      return why === undefined ? [] : [`${relative(root, path)}: “${target}”: ${why}`]
    })
    if (readsEnvironment(name, file, text)) {
      refusals.push(`${relative(root, path)}: the environment is read in server/src/config.ts only`)
    }
    if (holdsSql(name, file, text)) {
      refusals.push(`${relative(root, path)}: SQL stands in database/, in store files and in rules/sql/ only`)
    }
    return refusals
  })
}

function refusal(name, folder, path, target, declared) {
  const isTest = TEST_FILE.test(path)
  if (target.startsWith('.')) return refuseRelative(name, folder, path, target)
  if (target.startsWith('@kehui/')) {
    const allowed = MAY_IMPORT[name].some(
      (start) => target === start || (start.endsWith('/') && target.startsWith(start)),
    )
    if (allowed || (target === '@kehui/server/client' && MAY_IMPORT[name].includes('@kehui/server')))
      return undefined
    return `${name} may import ${MAY_IMPORT[name].join(', ') || 'no other package'}`
  }
  if (target.startsWith('node:') || builtinModules.includes(target)) {
    if (isTest) return undefined
    const client = name === 'server' && relative(folder, path).split(sep)[0] === 'client'
    return name === 'domain' || name === 'web' || client
      ? 'no Node here: it runs anywhere, or in a browser'
      : undefined
  }
  const dependency = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
  const known = isTest ? declared.all : declared.runtime
  return known.has(dependency) ? undefined : `${name}/package.json does not declare ${dependency}`
}

function refuseRelative(name, folder, path, target) {
  const inside = relative(folder, resolve(dirname(path), target))
  if (inside.startsWith('..') && !/^\.\.[\\/]package\.json$/.test(inside)) {
    return 'packages import each other by name, never by path'
  }
  if (name !== 'domain' || /\.test\.ts$/.test(path)) return undefined
  const from = PARTS.indexOf(relative(folder, path).split(sep)[0])
  const to = PARTS.indexOf(inside.split(sep)[0])
  if (from === -1 || to === -1) return `domain has the parts ${PARTS.join(', ')}`
  return to > from ? `${PARTS[from]} comes before ${PARTS[to]}` : undefined
}

function readsEnvironment(name, file, text) {
  if (name === 'e2e' || name === 'cli' || TEST_FILE.test(file)) return false
  return /\bprocess\.env\b/.test(text) && !(name === 'server' && file === 'config.ts')
}

function holdsSql(name, file, text) {
  if (TEST_FILE.test(file) || name === 'e2e') return false
  if (name === 'server' && /^database[\\/]|(^|[\\/-])store(-[a-z-]+)?\.ts$|[\\/]store[\\/]/.test(file))
    return false
  if (name === 'domain' && /^rules[\\/]sql[\\/]/.test(file)) return false
  return /['"`]\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WITH \w+ AS \()\b/.test(text)
}

/** Type packages and test tools may come from the root. */
function declaredBy(name) {
  const own = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'))
  const top = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const keys = (field) => Object.keys(field ?? {})
  const testOnly = name === 'e2e' ? [...keys(own.devDependencies), ...keys(top.devDependencies)] : []
  const runtime = new Set([...keys(own.dependencies), ...keys(own.optionalDependencies), ...testOnly])
  const all = new Set([...runtime, ...keys(own.devDependencies), ...keys(top.devDependencies)])
  return { runtime, all }
}
