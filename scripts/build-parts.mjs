import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

const SHARED = ['package-lock.json', 'tsconfig.base.json']
const CODE = ['domain/src', 'server/src', 'domain/package.json', 'server/package.json']

/** What is built, from what, and the file that proves that it was. */
export const PARTS = {
  programs: {
    title: 'server and command line',
    sources: [
      ...SHARED,
      ...CODE,
      'cli/src',
      'domain/tsconfig.json',
      'server/tsconfig.json',
      'cli/tsconfig.json',
    ],
    outputs: ['domain/dist/packs/index.js', 'server/dist/main.js', 'cli/dist/run.js'],
  },
  pages: {
    title: 'web pages',
    sources: [
      ...SHARED,
      ...CODE,
      'web/src',
      'web/public',
      'web/index.html',
      'web/vite.config.ts',
      'web/package.json',
    ],
    outputs: ['web/dist/index.html'],
  },
}

export function isUpToDate(name) {
  const { outputs } = PARTS[name]
  if (!outputs.every((output) => existsSync(join(ROOT, output)))) return false
  return existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === fingerprint(name)
}

/** `before` is the fingerprint from before the build: a file saved meanwhile is built again next time. */
export function markBuilt(name, before) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(stampOf(name), before)
}

/** Of names, sizes and times only, so that a start without changes costs milliseconds. */
export function fingerprint(name) {
  const hash = createHash('sha256')
  for (const source of PARTS[name].sources) {
    for (const path of filesOf(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${path} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function stampOf(name) {
  return join(ROOT, '.cache', `built-${name}`)
}
