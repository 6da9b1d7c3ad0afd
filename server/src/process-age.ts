import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a process started, as the system writes it; undefined when it does not run. Process numbers are used
 * again, in containers at once: number and start together name one process.
 */
export function startTimeOf(pid: number): string | undefined {
  try {
    return process.platform === 'linux' ? linuxStartTime(pid) : psStartTime(pid)
  } catch {
    return undefined
  }
}

function linuxStartTime(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the program's name in brackets, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields[0]
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return state === 'Z' || state === 'X' ? undefined : `${boot} ${fields[19]}`
}

function psStartTime(pid: number): string | undefined {
  const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  return started === '' ? undefined : started
}
