import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartupError } from '../../startup-error.js'

/** The lines of postmaster.pid that matter here. */
export type Postmaster = { pid: number; port: number; ready: boolean }

export function readPostmaster(folder: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(lockFile(folder), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * A server whose Kehui was killed runs on. It is stopped rather than adopted, for its settings may be those
 * of another version; nothing is lost, since PostgreSQL finishes or undoes what was under way.
 */
export async function stopOrphan(folder: string): Promise<boolean> {
  const postmaster = readPostmaster(folder)
  if (postmaster === undefined) return false
  const { pid } = postmaster
  const process = identify(folder, pid)
  if (process === 'ours') return stop(folder, pid)
  if (process === 'unclear') {
    throw new StartupError(
      `Process ${pid} may be the PostgreSQL server of ${folder}.`,
      `Stop it, or delete ${lockFile(folder)} if it is another server, and start again.`,
    )
  }
  // The number belongs to another process now, which PostgreSQL would take for a running server.
  // Its old children need a moment to notice that their parent is gone.
  await sleep(process === 'other' ? 1_000 : 0)
  if (process === 'other' || signalled(pid, 0)) rmSync(lockFile(folder), { force: true })
  return false
}

async function stop(folder: string, pid: number): Promise<boolean> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalled(pid, signal)
    for (const until = Date.now() + 10_000; Date.now() < until; await sleep(20)) {
      if (identify(folder, pid) !== 'ours') return true
    }
  }
  throw new StartupError(
    `The PostgreSQL server that an earlier run left behind (process ${pid}) does not stop.`,
    `End it with: kill -9 ${pid}`,
  )
}

type Found = 'ours' | 'other' | 'gone' | 'unclear'

function identify(folder: string, pid: number): Found {
  const command = process.platform === 'linux' ? linuxCommand(pid) : psCommand(pid)
  // A killed process that its parent has not reaped yet still has a number, but no command line.
  if (command.trim() === '') return 'gone'
  if (!command.includes('postgres')) return 'other'
  if (command.includes(folder) || workingFolder(pid) === realpathSync(folder)) return 'ours'
  return workingFolder(pid) === undefined ? 'unclear' : 'other'
}

function linuxCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function psCommand(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** PostgreSQL works in its data folder, under whatever name that was reached. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function signalled(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function lockFile(folder: string): string {
  return join(folder, 'postmaster.pid')
}
