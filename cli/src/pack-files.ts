import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackSource } from '@kehui/domain/packs'
import { RefusedError } from './output.js'

/** The packs that come with the product. */
export const SHIPPED = fileURLToPath(new URL('../../packs', import.meta.url))

/** What a pack may have beside its programmes. */
const BESIDE = ['facts.yaml', 'ladders.yaml', 'chains.yaml', 'matching.yaml', 'vocabulary.yaml']

export interface PackFiles {
  readonly files: readonly PackSource[]
  /** Ids of the packs that were asked for, without those that they extend. */
  readonly asked: readonly string[]
}

/** Files of the packs that are named, and of all that they extend; all shipped packs where none is named. */
export function readPacks(names: readonly string[]): PackFiles {
  const folders = names.length > 0 ? names.flatMap(foldersOf) : shippedFolders()
  const read = new Map<string, readonly PackSource[]>()
  const asked: string[] = []
  const queue = folders.map((folder) => ({ folder, isAsked: true }))
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { folder, isAsked } = next
    if (read.has(folder)) continue
    const files = readFolder(folder)
    read.set(folder, files)
    const head = files.find((f) => basename(f.path) === 'pack.yaml')?.text ?? ''
    const id = /^id:\s*["']?([\w-]+)/m.exec(head)?.[1] ?? basename(folder)
    if (isAsked) asked.push(id)
    const base = /^extends:\s*["']?([\w-]+)/m.exec(head)?.[1]
    const baseFolder = base && [join(dirname(folder), base), join(SHIPPED, base)].find(isPack)
    if (baseFolder) queue.push({ folder: resolve(baseFolder), isAsked: false })
  }
  return { files: [...read.values()].flat(), asked }
}

function isPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml'))
}

/** A pack, or all packs that stand in one folder. */
function foldersOf(name: string): string[] {
  const folder = [resolve(name), join(SHIPPED, name)].find(isPack)
  if (folder) return [folder]
  const within = packsIn(resolve(name))
  if (within.length > 0) return within
  const shipped = shippedFolders().map((f) => basename(f))
  throw new RefusedError(
    `“${name}” is no pack: it has no pack.yaml. Shipped packs are ${shipped.join(', ')}.`,
  )
}

function shippedFolders(): string[] {
  return packsIn(SHIPPED)
}

function packsIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter(isPack)
}

function readFolder(folder: string): PackSource[] {
  const programmes = join(folder, 'programmes')
  const names = [
    'pack.yaml',
    ...BESIDE.filter((name) => existsSync(join(folder, name))),
    ...(existsSync(programmes) && statSync(programmes).isDirectory()
      ? readdirSync(programmes)
          .filter((n) => n.endsWith('.yaml'))
          .sort()
          .map((n) => `programmes/${n}`)
      : []),
  ]
  return names.map((name) => {
    const path = join(folder, name)
    const shown = relative(process.cwd(), path)
    return { path: shown.startsWith('..') ? path : shown, text: readFileSync(path, 'utf8') }
  })
}
