import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startTimeOf } from './process-age.js'
import { StartupError } from './startup-error.js'

/** One Kehui a data folder: the file that says which, and where it answers. */
export type Instance = {
  announce(address: string): void
  release(): void
}

type Claim = { pid: number; startedAt: string; address: string | null }

export function claimFolder(folder: string): Instance {
  makeFolder(folder)
  const path = join(folder, 'instance.json')
  const claim: Claim = { pid: process.pid, startedAt: startTimeOf(process.pid) ?? '', address: null }
  const own = `${path}.${process.pid}`
  try {
    writeFileSync(own, JSON.stringify(claim))
    // A link is made whole or not at all, so two that start together cannot both succeed.
    while (!linked(own, path)) removeStale(path, own, folder)
  } finally {
    rmSync(own, { force: true })
  }
  return {
    announce: (address) => writeFileSync(path, JSON.stringify({ ...claim, address })),
    release: () => rmSync(path, { force: true }),
  }
}

/** Where the Kehui of a data folder answers; null where none runs, or it is still starting. */
export function addressOf(folder: string): string | null {
  const claim = readClaim(join(folder, 'instance.json'))
  return claim !== undefined && isRunning(claim) ? claim.address : null
}

/** One level after the other: `recursive` never ends where a folder can have no folders in it, as in /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another Kehui that starts at the same time may have made it.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

function linked(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Takes a claim away whose process is gone; throws where it still runs. */
function removeStale(path: string, own: string, folder: string): void {
  const seen = readClaim(path)
  if (seen !== undefined && isRunning(seen)) throw alreadyRunning(seen, folder)
  const aside = `${own}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  // Another process may have removed the stale claim first and put its own there: give it back.
  const taken = readClaim(aside)
  const live = taken !== undefined && isRunning(taken)
  if (live) linked(aside, path)
  rmSync(aside, { force: true })
  if (live) throw alreadyRunning(taken, folder)
}

function alreadyRunning({ pid, address }: Claim, folder: string): StartupError {
  const where = address === null ? 'It is still starting' : `It answers at ${address}`
  return new StartupError(
    `Kehui is already running on ${folder} (process ${pid}). ${where}.`,
    `Open that address, or stop it with Ctrl-C where it runs, or set KEHUI_DATA to another folder for a second one.`,
  )
}

function isRunning({ pid, startedAt }: Claim): boolean {
  return startTimeOf(pid) === startedAt
}

function readClaim(path: string): Claim | undefined {
  try {
    const claim: Partial<Claim> = JSON.parse(readFileSync(path, 'utf8'))
    const { pid, startedAt, address = null } = claim
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt, address } : undefined
  } catch {
    return undefined
  }
}
