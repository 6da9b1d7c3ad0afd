import { type Diagnostic, loadPacks, type PackSource } from '@kehui/domain/packs'
import { changedBeneath, overlaid, textHash } from '@kehui/domain/packs/publishing'
import type { Library, Programme } from '@kehui/domain/rules'
import type { AppContext } from '../context.js'
import type { Db } from '../database/pool.js'
import { HttpError } from '../http/error.js'
import { type Published, publishedTexts } from './store-snapshots.js'

/** What a draft joins: the files of the packs with what is published over them. */
export interface Ground {
  readonly files: readonly PackSource[]
  readonly published: readonly Published[]
  /** Published texts whose file in the packs has changed since. */
  readonly changed: readonly Published[]
}

export async function groundOf(context: AppContext, db: Db): Promise<Ground> {
  const published = await publishedTexts(db)
  return {
    published,
    files: overlaid(context.packFiles, published),
    changed: changedBeneath(context.packFiles, published),
  }
}

/** The text that is in force under a path, or waits to be; null where there is none. */
export function textAt({ files }: Ground, path: string): { text: string; hash: string } | null {
  const file = files.find((one) => one.path === path)
  return file ? { text: file.text, hash: textHash(file.text) } : null
}

/**
 * The library that a draft is checked in. Where new files wait because of a text that is published, a draft is checked
 * with the new files and without the texts at fault: that is how what waits comes into force.
 */
export function libraryFor(context: AppContext, { published }: Ground, path: string): Library {
  const { held, packFiles } = context
  if (held === null) return context.library
  const faulty = new Set([path, ...held.diagnostics.map(({ file }) => file)])
  const good = published.filter((one) => !faulty.has(one.path))
  for (const texts of [good, []]) {
    const loaded = loadPacks(overlaid(packFiles, texts))
    if (loaded.ok) return loaded.library
  }
  return context.library
}

export function doesNotLoad(diagnostics: readonly Diagnostic[]): HttpError {
  const problems = diagnostics
    .slice(0, 5)
    .map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
  return new HttpError('draft.does-not-load', { problems })
}

export function programmeAt(library: Library, path: string): Programme | undefined {
  return [...library.programmes.values()].find(({ at }) => at.file === path)
}
