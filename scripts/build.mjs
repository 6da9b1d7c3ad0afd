import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint, isUpToDate, markBuilt, PARTS } from './build-parts.mjs'
import { compressPages } from './compress.mjs'
import { ROOT } from './root.mjs'

/** Builds what changed since the last time; both parts at once. */
export async function build(say) {
  const missing = Object.keys(PARTS).filter((name) => !isUpToDate(name))
  if (missing.length === 0) return
  say(`Building the ${missing.map((name) => PARTS[name].title).join(' and the ')}`)
  const results = await Promise.allSettled(missing.map((name) => buildPart(name)))
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

async function buildPart(name) {
  const before = fingerprint(name)
  if (name === 'programs') {
    await node(ROOT, 'typescript/bin/tsc', '-b', 'domain', 'server', 'cli')
  } else {
    await node(join(ROOT, 'web'), 'vite/bin/vite.js', 'build', '--logLevel', 'warn')
    compressPages(join(ROOT, 'web', 'dist'))
  }
  markBuilt(name, before)
}

function node(cwd, program, ...options) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...options], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ${options.join(' ')} ended with code ${code}`))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build(console.log)
  } catch (error) {
    console.error(`The build failed: ${error.message}`)
    process.exit(1)
  }
}
