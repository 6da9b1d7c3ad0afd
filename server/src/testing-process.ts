import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const START = join(ROOT, 'scripts', 'start.mjs')

export type Started = {
  child: ChildProcess
  /** Everything it has printed so far. */
  said(): string
  /** Waits until it has printed this, and gives what matched. */
  says(pattern: RegExp): Promise<string>
  ended: Promise<number | null>
}

/** Builds what changed, so that the processes run what the sources say. */
export function buildFirst(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}

/** Starts Kehui as a user does, in a process group of its own as a terminal gives it. */
export function startKehui(
  environment: Record<string, string>,
  command: string[] = [process.execPath, START],
): Started {
  const { DATABASE_URL: _, PORT: __, HOST: ___, ...rest } = process.env
  const [program = '', ...options] = command
  const child = spawn(program, options, { cwd: ROOT, env: { ...rest, ...environment }, detached: true })
  let said = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(said)
        if (match !== null) resolve(match[1] ?? match[0])
      }
      listeners.add(look)
      look()
      ended.then((code) => reject(new Error(`It ended with ${code} and never said ${pattern}:\n${said}`)))
    })
  return { child, said: () => said, says, ended }
}

/** What Ctrl-C does: the signal goes to every process of the group. */
export function interrupt({ child }: Started): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'kehui-process-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The command lines of the processes that mention this folder. */
export function processesOf(folder: string): string[] {
  const { stdout } = spawnSync('ps', ['-ww', '-A', '-o', 'command='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(folder) && !line.startsWith('ps '))
}
