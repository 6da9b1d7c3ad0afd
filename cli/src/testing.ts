import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from './main.js'

export interface Run {
  readonly code: number
  readonly printed: string
  readonly complained: string
}

/** Runs one command as a terminal would. */
export async function run(...args: string[]): Promise<Run> {
  const printed: string[] = []
  const complained: string[] = []
  const code = await main(args, {
    version: '1.2.3',
    print: (text) => void printed.push(text),
    complain: (text) => void complained.push(text),
  })
  return { code, printed: printed.join('\n'), complained: complained.join('\n') }
}

export interface Folder {
  path(name: string): string
  write(name: string, content: string | Uint8Array): string
  remove(): void
}

export function temporaryFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'kehui-cli-'))
  const path = (name: string) => join(folder, name)
  return {
    path,
    write: (name, content) => {
      writeFileSync(path(name), content)
      return path(name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
