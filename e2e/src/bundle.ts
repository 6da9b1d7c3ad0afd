import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly isDynamicEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

export type Manifest = Readonly<Record<string, Chunk>>

export function readManifest(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
}

/** A chunk and all that it imports before it can run. */
function closure(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const next of manifest[name]?.imports ?? []) closure(manifest, next, seen)
  return seen
}

export interface PageSize {
  readonly page: string
  readonly scriptBytes: number
  readonly styleBytes: number
}

/** Gzipped bytes that each page or picture loads: the entry, its own chunk and what both import. */
export function pageSizes(dist: string): readonly PageSize[] {
  const manifest = readManifest(dist)
  const names = Object.keys(manifest)
  const entries = names.filter((name) => manifest[name]?.isEntry)
  const pages = names.filter((name) => manifest[name]?.isDynamicEntry && /(page|picture)\.tsx$/.test(name))
  const gzipped = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
  const sum = (files: Iterable<string>) =>
    [...new Set(files)].reduce((total, file) => total + gzipped(file), 0)
  return pages.map((page) => {
    const chunks = [...new Set([...entries, page].flatMap((name) => [...closure(manifest, name)]))]
    const found = chunks.flatMap((name) => manifest[name] ?? [])
    return {
      page,
      scriptBytes: sum(found.map((chunk) => chunk.file).filter((file) => file.endsWith('.js'))),
      styleBytes: sum(found.flatMap((chunk) => chunk.css ?? [])),
    }
  })
}
