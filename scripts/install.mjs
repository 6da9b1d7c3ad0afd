import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

/** Runs `npm ci` unless what is installed is what package-lock.json asks for. */
export function installWhatIsMissing(say) {
  if (isInstalled()) return
  say('Installing the packages of package-lock.json')
  // npm says where it lies; that works on every system and with every way of starting it.
  const npm = process.env.npm_execpath
  const [command, ...first] = npm ? [process.execPath, npm] : ['npm']
  const options = [...first, 'ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund']
  const { status, stdout, stderr, error } = spawnSync(command, options, { cwd: ROOT, encoding: 'utf8' })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`)
  process.stderr.write(
    'npm ci did not work. Check the connection to the npm registry and the free disk space.\n',
  )
  process.exit(1)
}

function isInstalled() {
  const wanted = readLock('package-lock.json')
  const present = readLock(join('node_modules', '.package-lock.json'))
  if (present === undefined) return false
  return Object.entries(wanted?.packages ?? {}).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true
    const found = present.packages?.[path]
    // An optional package may be for another kind of machine.
    return found === undefined ? optional === true : found.version === version
  })
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  } catch {
    return undefined
  }
}
